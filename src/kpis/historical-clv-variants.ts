import type { CohortSource } from "../counts/collect-cohorts.ts";
import {
  type CustomerValueQuestion,
  collectCustomerValue,
} from "../counts/collect-customer-value.ts";
import type { ConfidenceOptions } from "../counts/confidence.ts";
import type {
  CustomerCosts,
  CustomerValueCounts,
  CustomerValueCountsInput,
} from "../counts/customer-value-counts.ts";
import type { MoneyOptions } from "../counts/money-counts.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import {
  historicalClvBeforeAcquisition,
  historicalClvMean,
  historicalClvRevenue,
  readHistoricalClv,
} from "./historical-clv.ts";
import type { HistoricalClvVariant } from "./historical-clv-words.ts";
import { type KpiVariants, sideBySide, type VariantWords } from "./variants.ts";

/**
 * Historical customer lifetime value as asked, as revenue, and before acquisition, with the reason
 * why each differs.
 *
 * @throws {@link KpiError} `invalid-data` or `currency-mismatch` for rows, `invalid-argument` for an option.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 * ];
 * const { variants } = historicalClvVariants(orders, { currency: "EUR", margin: 0.4, cac: 4 });
 * variants.map(({ variant, value }) => [variant, value]); // => [["mean", 6], ["revenue", 25], ["before-acquisition", 10]]
 */
export function historicalClvVariants(
  source: CohortSource,
  question: CustomerValueQuestion = {},
): KpiVariants {
  const { counts, options } = collectCustomerValue(source, question);
  return valuesSideBySide(counts, options);
}

/**
 * The same from counts.
 *
 * @example
 * const { variants } = historicalClvVariantsFromCounts({ customers: 100, revenue: 410 }, { currency: "EUR", margin: 0.5 });
 * variants.map(({ value }) => value); // => [2.05, 4.1]
 */
export function historicalClvVariantsFromCounts(
  counts: CustomerValueCountsInput,
  options: ConfidenceOptions & MoneyOptions & CustomerCosts = {},
): KpiVariants {
  const read = readHistoricalClv(counts, options);
  return valuesSideBySide(read.counts, read.options);
}

function valuesSideBySide(counts: CustomerValueCounts, options: MeasureOptions): KpiVariants {
  const { margin, costToServe, cac } = counts;
  const asRevenue = margin === null && costToServe === null && cac === null;
  const others = [
    ...(asRevenue ? [] : [historicalClvRevenue]),
    ...(cac === null ? [] : [historicalClvBeforeAcquisition]),
  ];
  return sideBySide(
    [
      measure(historicalClvMean, counts, options),
      ...others.map((definition) => measure(definition, counts, options)),
    ],
    historicalClvVariantWords,
  );
}

/** Why each form differs from the default, in English. */
export const historicalClvVariantWords: Readonly<
  Record<HistoricalClvVariant, VariantWords<CustomerValueCounts>>
> = {
  mean: {
    difference: () => "The default: a mean over customers, with the margin and costs given.",
    usedBy: [],
  },
  revenue: {
    difference: ({ counts: { margin } }, _, write) =>
      margin === null
        ? "Revenue without the costs given."
        : `Revenue, of which ${write.share(margin)} is profit, without any costs.`,
    usedBy: ["most articles"],
  },
  "before-acquisition": {
    difference: ({ counts, unit }, _, write) =>
      `Leaves out the ${write.inUnit(counts.cac ?? "0", unit)} that it cost to win a customer.`,
    usedBy: [],
  },
};
