import { argumentError } from "../base/errors.ts";
import { wholeNumber } from "../base/options.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { type CohortCellCounts, cohortCellDefinition } from "./cohort-cell-definition.ts";
import { baseOf } from "./cohort-cells.ts";
import type { CohortRetention } from "./cohort-table.ts";

/** One cell of a table of cohorts, with its explanation. */
export type CohortCellResult = KpiResult<CohortCellCounts>;

/**
 * One cell of a table of cohorts as a result of its own: the same rate, explained.
 *
 * @param cohort - The cohort's name, such as `"2025-01"`.
 * @param age - Place of the column: the age, or the place of the bracket, from 0.
 * @returns `no-value` with reason `not-reached` where the cell's period was not over when the data end.
 * @throws {@link KpiError} `invalid-argument` for a cohort or an age that the table has not.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-01-20", amount: 20 },
 *   { customerId: "ann", date: "2025-02-02", amount: 12.5 },
 *   { customerId: "cem", date: "2025-03-31", amount: 25 },
 * ];
 * const cell = cohortCell(cohortRetention(orders, { every: "month" }), "2025-01", 1);
 * cell.explanation.steps; // => ["1 ÷ 2", "0.5"]
 */
export function cohortCell(table: CohortRetention, cohort: string, age: number): CohortCellResult {
  const { counts, base, ages, confidence } = table;
  const { question, currency } = counts;
  const row = counts.cohorts.find((one) => one.cohort === cohort);
  if (row === undefined) throw argumentError("cohort", "the name of one of the cohorts", cohort);
  const at = wholeNumber(0, "a place in `ages`, from 0")(age, "age");
  const name = ages[at];
  if (name === undefined) throw argumentError("age", "a place in `ages`, from 0", age);
  return measure(
    cohortCellDefinition(question, base),
    {
      ...{ kind: "cohort-cell", question, base, currency, cohort, age: name },
      ...{ returned: row.values[at] ?? null, whole: baseOf(row, at, base) },
    },
    {
      period: row.period ?? table.period,
      ...(confidence === null ? { interval: false } : { confidence }),
    },
  );
}
