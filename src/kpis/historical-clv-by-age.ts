import { deepFreeze } from "../base/deep-freeze.ts";
import type { CohortSource } from "../counts/collect-cohorts.ts";
import { collectValueByAge, type ValueByAgeQuestion } from "../counts/collect-value-by-age.ts";
import { attachDisplay } from "../result/display.ts";
import { measure } from "../result/measure.ts";
import { historicalClvMean } from "./historical-clv.ts";
import { valueByAgeBlocks } from "./historical-clv-by-age-blocks.ts";
import type { HistoricalClvByAge, ValueAtAge } from "./value-by-age.ts";

/**
 * Historical customer lifetime value by age: what a customer had brought, on the mean, by the end of
 * the first period, of the second, and so on.
 *
 * Customers of different age are compared at the same one. At each age only those count whom the data
 * follow through it, so that a figure may fall from one age to the next where a better cohort is too
 * young for the next; each point says how many cohorts and customers it is made of.
 *
 * @param source - Orders, or rows of cohorts with their `revenue` by age.
 * @param question - `every` is required; `margin` turns revenue into profit, `cac` is taken off.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` or `currency-mismatch` for rows.
 * @example
 * const cohorts = [
 *   { cohort: "2025-01", size: 100, active: [100, 40, 30], revenue: [1500, 800, 600] },
 *   { cohort: "2025-02", size: 100, active: [100, 50, null], revenue: [1700, 1000, null] },
 * ];
 * const { points } = historicalClvByAge(cohorts, { every: "month", currency: "EUR" });
 * points.map(({ exact }) => exact); // => ["16", "25", "29"]
 * points.map(({ customers }) => customers); // => [200, 200, 100]
 */
export function historicalClvByAge(
  source: CohortSource,
  question: ValueByAgeQuestion,
): HistoricalClvByAge {
  const { every, ages, options } = collectValueByAge(source, question);
  const points = ages.map(({ age, cohorts, counts }): ValueAtAge => {
    const result = measure(historicalClvMean, counts, options);
    const { value, exact } = result;
    return { age, cohorts, customers: counts.customers, value, exact, result };
  });
  const table: HistoricalClvByAge = {
    ...{ kind: "value-by-age", kpi: "historicalClv", every },
    ...{ period: options.period ?? null, points },
  };
  return deepFreeze(attachDisplay(table, () => valueByAgeBlocks(table)));
}
