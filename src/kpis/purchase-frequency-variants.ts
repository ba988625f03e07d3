import { collectPurchaseFrequency } from "../counts/collect-purchase-frequency.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import { ORDERS_CHECKS, type OrdersQuestion, type OrdersSource } from "../counts/orders-source.ts";
import {
  type PurchaseFrequencyCounts,
  type PurchaseFrequencyCountsInput,
  readPurchaseFrequencyCounts,
} from "../counts/purchase-frequency-counts.ts";
import type { MeasureOptions } from "../result/measure.ts";
import { measureFrequency } from "./purchase-frequency.ts";
import { frequencyVariantWords } from "./purchase-frequency-variant-words.ts";
import { type KpiVariants, sideBySide } from "./variants.ts";

const OTHERS = ["per-all-customers", "annualised", "per-customer-year"] as const;

/**
 * All forms of purchase frequency side by side, with the reason why each differs.
 *
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * const { variants } = purchaseFrequencyVariants(orders, { period: "2025-Q2" });
 * variants[1]?.difference; // => "Counts 1 customer more, who did not order in the period."
 */
export function purchaseFrequencyVariants(
  source: OrdersSource,
  question: OrdersQuestion = {},
): KpiVariants {
  const { counts, options } = collectPurchaseFrequency(source, question, ORDERS_CHECKS);
  return frequencySideBySide(counts, options);
}

/**
 * The same from counts; forms that need a number which is not given are named with the reason.
 *
 * @example
 * const quarter = { customers: 240, orders: 600, allCustomers: 1000, periodDays: 90 };
 * const { variants, notComputed } = purchaseFrequencyVariantsFromCounts(quarter);
 * variants.map(({ value }) => value?.toFixed(2)); // => ["2.50", "0.60", "10.15"]
 * notComputed.map(({ variant }) => variant); // => ["per-customer-year"]
 */
export function purchaseFrequencyVariantsFromCounts(
  counts: PurchaseFrequencyCountsInput,
  options: ConfidenceOptions = {},
): KpiVariants {
  return frequencySideBySide(readPurchaseFrequencyCounts(counts), readConfidence(options));
}

function frequencySideBySide(
  counts: PurchaseFrequencyCounts,
  options: MeasureOptions,
): KpiVariants {
  const others = OTHERS.map((method) => measureFrequency(method, counts, options));
  return sideBySide(
    [measureFrequency("per-buyer", counts, options), ...others],
    frequencyVariantWords,
  );
}
