import { readOptions } from "../base/options.ts";
import { collectPurchaseFrequency } from "../counts/collect-purchase-frequency.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import { ORDERS_CHECKS, type OrdersQuestion, type OrdersSource } from "../counts/orders-source.ts";
import {
  type PurchaseFrequencyCounts,
  type PurchaseFrequencyCountsInput,
  readPurchaseFrequencyCounts,
} from "../counts/purchase-frequency-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import {
  purchaseFrequencyAnnualised,
  purchaseFrequencyPerAllCustomers,
  purchaseFrequencyPerBuyer,
  purchaseFrequencyPerCustomerYear,
} from "./purchase-frequency-definitions.ts";
import {
  FREQUENCY_FORM_CHECKS,
  type FrequencyForm,
  type FrequencyMethod,
  frequencyMethodOf,
} from "./purchase-frequency-form.ts";
import type { FrequencySymbol } from "./purchase-frequency-words.ts";

export type PurchaseFrequency = KpiResult<PurchaseFrequencyCounts>;

/** A question of purchase frequency. */
export interface PurchaseFrequencyQuestion extends OrdersQuestion, FrequencyForm {}

/** How counts are to be measured as purchase frequency. */
export interface PurchaseFrequencyOptions extends ConfidenceOptions, FrequencyForm {}

const DEFINITIONS: Readonly<
  Record<FrequencyMethod, KpiDefinition<PurchaseFrequencyCounts, FrequencySymbol>>
> = {
  "per-buyer": purchaseFrequencyPerBuyer,
  "per-all-customers": purchaseFrequencyPerAllCustomers,
  annualised: purchaseFrequencyAnnualised,
  "per-customer-year": purchaseFrequencyPerCustomerYear,
};

/**
 * Orders per customer who ordered, within a period.
 *
 * At least 1 by construction, and not a rate per year unless the period is a year; for a rate ask
 * for `method: "per-customer-year"`.
 *
 * @returns `no-value` with reason `no-customers` when nobody ordered.
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @see Ehrenberg (1988), Repeat-Buying, 2nd ed.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * purchaseFrequency(orders).value; // => 1.5
 * purchaseFrequency(orders, { period: "2025-Q2", method: "per-all-customers" }).value; // => 0.5
 */
export function purchaseFrequency(
  source: OrdersSource,
  question: PurchaseFrequencyQuestion = {},
): PurchaseFrequency {
  const { asked, counts, options } = collectPurchaseFrequency<PurchaseFrequencyQuestion>(
    source,
    question,
    { ...ORDERS_CHECKS, ...FREQUENCY_FORM_CHECKS },
    (form) => frequencyMethodOf(form) !== "per-buyer",
  );
  return measureFrequency(frequencyMethodOf(asked), counts, options);
}

/**
 * Stage 2 of {@link purchaseFrequency}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @returns `no-value` with reason `missing-count` when the form needs a number that is not there.
 * @example
 * purchaseFrequencyFromCounts({ customers: 240, orders: 600 }).value; // => 2.5
 */
export function purchaseFrequencyFromCounts(
  counts: PurchaseFrequencyCountsInput,
  options: PurchaseFrequencyOptions = {},
): PurchaseFrequency {
  const asked = readOptions<PurchaseFrequencyOptions>(options, {
    ...CONFIDENCE_CHECKS,
    ...FREQUENCY_FORM_CHECKS,
  });
  return measureFrequency(frequencyMethodOf(asked), readPurchaseFrequencyCounts(counts), asked);
}

/** Measures one form. */
export function measureFrequency(
  method: FrequencyMethod,
  counts: PurchaseFrequencyCounts,
  options: MeasureOptions,
): PurchaseFrequency {
  const period = counts.question?.period ?? null;
  return measure(DEFINITIONS[method], counts, { period, ...options });
}
