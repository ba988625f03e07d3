import { scaledToText } from "../base/amount.ts";
import { argumentError } from "../base/errors.ts";
import { readPeriod } from "../base/period.ts";
import { cohortTable } from "../ledger/cohort-table.ts";
import type { CheckedCohort } from "../ledger/cohorts.ts";
import type { Cohort } from "../ledger/rows.ts";
import type { CohortRowCounts, CohortValue } from "./cohort-counts.ts";
import { type CohortQuestion, readCohortAxes } from "./cohort-question.ts";
import { type CohortsCollected, cohortOptions } from "./cohorts-collected.ts";
import { requireCurrency } from "./money-counts.ts";

/** What only orders can answer: rows of cohorts were counted already. */
const OF_ORDERS = [
  ...(["cohortBy", "attribute", "return", "brackets", "clock", "includeIncomplete"] as const),
  ...(["period", "asOf", "timeZone", "weekStartsOn", "guests", "rowsAre"] as const),
] as const;

/** Stage 1 of cohort retention from rows of cohorts, which are counted already. */
export function collectCohortTable(
  rows: readonly Cohort[],
  asked: Partial<CohortQuestion>,
): CohortsCollected {
  const other = OF_ORDERS.find((name) => asked[name] !== undefined);
  if (other !== undefined) {
    throw argumentError(other, "absent: rows of cohorts are counted already", asked[other]);
  }
  const axes = readCohortAxes(asked);
  if (axes.measure === "orders") {
    throw argumentError(
      "measure",
      '"customers" or "revenue", which rows of cohorts have',
      "orders",
    );
  }
  const { currency } = asked;
  const table = cohortTable(rows, currency === undefined ? {} : { currency });
  const isMoney = axes.measure === "revenue";
  const cohorts = table.cohorts.map((cohort) => rowOf(cohort, isMoney ? table.scale : null));
  if (isMoney) requireCurrency(table.currency, table.rows > 0);
  return {
    counts: {
      kind: "cohort-retention",
      question: { ...axes, source: "cohorts", period: null, timeZone: "UTC", complete: null },
      currency: isMoney ? table.currency : null,
      cohorts: cohorts.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1)),
    },
    options: cohortOptions(asked, null, table.warnings),
  };
}

function startOf({ period, cohort }: CohortRowCounts): string {
  return period?.start ?? cohort;
}

/** One row; `scale` is that of its revenue where that is asked for. */
function rowOf(
  { cohort, size, active, revenue }: CheckedCohort,
  scale: number | null,
): CohortRowCounts {
  const values = scale === null ? active : textsOf(revenue, scale);
  const base = scale === null ? size : (values[0] ?? null);
  return {
    ...{ cohort, period: readPeriod(cohort), size, values },
    bases: values.map((value) => (value === null ? null : base)),
    settled: values.length,
  };
}

function textsOf(
  revenue: CheckedCohort["revenue"],
  scale: number,
): readonly (CohortValue | null)[] {
  if (revenue !== null)
    return revenue.map((units) => (units === null ? null : scaledToText(units, scale)));
  const expected = '"customers" where rows have no `revenue`';
  throw argumentError("measure", expected, "revenue", "option-missing");
}
