import { scaledToText } from "../base/amount.ts";
import { cohortTable } from "../ledger/cohort-table.ts";
import type { CheckedCohort } from "../ledger/cohorts.ts";
import type { Cohort } from "../ledger/rows.ts";
import { type Collected, measureOptions } from "./collected.ts";
import type { FormulaClvCounts } from "./formula-clv-counts.ts";
import { type FormulaClvQuestion, refuseStrays } from "./formula-clv-question.ts";
import { requireCurrency } from "./money-counts.ts";
import { COHORTS_ASKED } from "./value-of-cohorts.ts";

/**
 * Rows of cohorts as counts of formula CLV: how many customers were still there at each age and, where
 * no `profit` is given, what they brought; at each age of the cohorts that were observed then.
 */
export function collectFormulaCohorts(
  rows: readonly Cohort[],
  asked: Partial<FormulaClvQuestion>,
): Collected<FormulaClvCounts> {
  refuseStrays("rows of cohorts", asked);
  const { currency: wanted, profit, margin, discount, cac } = asked;
  const table = cohortTable(rows, wanted === undefined ? {} : { currency: wanted });
  const { currency, scale, warnings } = table;
  const peopled = table.cohorts.filter(({ size }) => size > 0);
  const cohorts = peopled.length > 0 ? peopled : table.cohorts;
  requireCurrency(currency, true);
  const hasRevenue = cohorts.every(({ revenue }) => revenue !== null);
  const money = (units: bigint): string => scaledToText(units, scale);
  const counts: FormulaClvCounts = {
    ...{ kind: "formula-clv", from: "numbers", question: COHORTS_ASKED, currency },
    profit: profit === undefined ? null : String(profit),
    ...{ revenue: null, retention: null, churn: null },
    ...{ margin: margin ?? null, discount: discount ?? null },
    ...{ averageOrderValue: null, ordersPerPeriod: null, periods: null },
    survival: byAge(cohorts, ({ active }) => active).map(([sum, of]) => [Number(sum), of] as const),
    revenueByAge:
      profit === undefined && hasRevenue
        ? byAge(cohorts, ({ revenue }) => revenue ?? []).map(
            ([sum, of]) => [money(sum), of] as const,
          )
        : null,
    cac: cac === undefined ? null : String(cac),
  };
  return { counts, options: measureOptions(asked, null, warnings) };
}

/** Sums by age over the cohorts observed then, and how many customers these acquired. */
function byAge(
  cohorts: readonly CheckedCohort[],
  read: (cohort: CheckedCohort) => readonly (number | bigint | null)[],
): readonly (readonly [sum: bigint, of: number])[] {
  const ages: (readonly [sum: bigint, of: number])[] = [];
  for (let age = 0; ; age += 1) {
    const seen = cohorts.flatMap((cohort) => {
      const value = read(cohort)[age] ?? null;
      return value === null ? [] : [{ value, size: cohort.size }];
    });
    if (seen.length === 0) return ages;
    const sum = seen.reduce((total, { value }) => total + BigInt(value), 0n);
    ages.push([sum, seen.reduce((total, { size }) => total + size, 0)]);
  }
}
