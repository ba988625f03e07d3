import { readOptions } from "../base/options.ts";
import type { CohortCounts } from "../counts/cohort-counts.ts";
import {
  COHORT_OPTION_CHECKS,
  type CohortOptions,
  type CohortQuestion,
} from "../counts/cohort-question.ts";
import { type CohortSource, collectCohorts } from "../counts/collect-cohorts.ts";
import { readCohortCounts } from "../counts/read-cohort-counts.ts";
import type { CohortRetention } from "./cohort-table.ts";
import { measureCohorts } from "./measure-cohorts.ts";

/**
 * Of the customers who came in one period, the share who came back at each age: a triangle.
 *
 * Cell 0 of a row is the cohort itself. A cell whose period was not over when the data end is empty,
 * not 0, and in no average. The axes on which tools differ are options; the defaults are calendar
 * periods, the first order ever, and an order in that very period.
 *
 * @param source - Orders, or rows of cohorts that were counted elsewhere: sizes and numbers by age.
 * @param question - `every` is required.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` for rows.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-01-20", amount: 20 },
 *   { customerId: "ann", date: "2025-02-02", amount: 12.5 },
 *   { customerId: "cem", date: "2025-03-31", amount: 25 },
 * ];
 * const { cohorts } = cohortRetention(orders, { every: "month" });
 * cohorts.map(({ cohort }) => cohort); // => ["2025-01", "2025-02", "2025-03"]
 * cohorts[0]?.cells.map(({ rate }) => rate); // => [1, 0.5, 0]
 */
export function cohortRetention(source: CohortSource, question: CohortQuestion): CohortRetention {
  const { counts, options } = collectCohorts(source, question);
  return measureCohorts(counts, options);
}

/**
 * Stage 2 of {@link cohortRetention}: from counts made here or merged.
 *
 * @example
 * import { cohortCounts } from "loyalty-kpis/counts";
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "ann", date: "2025-02-02", amount: 12.5 },
 * ];
 * const counts = cohortCounts(orders, { every: "month", asOf: "2025-03-01" });
 * cohortRetentionFromCounts(counts).average.map(({ rate }) => rate); // => [1, 1]
 */
export function cohortRetentionFromCounts(
  counts: CohortCounts,
  options: CohortOptions = {},
): CohortRetention {
  return measureCohorts(
    readCohortCounts(counts),
    readOptions<CohortOptions>(options, COHORT_OPTION_CHECKS),
  );
}
