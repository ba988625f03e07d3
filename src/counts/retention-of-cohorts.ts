import { argumentError } from "../base/errors.ts";
import { type Period, periodDays, readPeriod } from "../base/period.ts";
import { previousPeriod } from "../base/previous-period.ts";
import { cohortTable } from "../ledger/cohort-table.ts";
import type { CheckedCohort } from "../ledger/cohorts.ts";
import type { Cohort } from "../ledger/rows.ts";
import { type Collected, measureOptions } from "./collected.ts";
import type { CustomersQuestion } from "./customers-question.ts";
import type { RetentionCounts } from "./retention-counts.ts";

/** What rows of cohorts, which are counted already, cannot answer. */
const OF_OTHER_ROWS = [
  ...(["baseline", "inactiveAfterDays", "recognise", "asOf"] as const),
  ...(["timeZone", "guests", "rowsAre"] as const),
] as const;

/**
 * Stage 1 of retention and churn from rows of cohorts: all who were active in the period before
 * are the customers at the start, whatever their age. Cohorts not observed in both are left out.
 *
 * Where a cohort has more active customers than before, someone came back, and it is not known who
 * was kept.
 */
export function retentionCountsOfCohorts(
  rows: readonly Cohort[],
  asked: Partial<CustomersQuestion>,
): Collected<RetentionCounts> {
  const other = OF_OTHER_ROWS.find((name) => asked[name] !== undefined);
  if (other !== undefined) {
    throw argumentError(other, "absent: rows of cohorts are counted already", asked[other]);
  }
  const { weekStartsOn, currency } = asked;
  const context = weekStartsOn === undefined ? {} : { weekStartsOn };
  const period = readPeriod(asked.period, context);
  const table = cohortTable(rows, currency === undefined ? {} : { currency });
  const active = table.cohorts.map((cohort) =>
    activeAround(cohort, period, readPeriod(cohort.cohort, { ...context, option: "cohort" })),
  );
  const followed = active.flatMap(({ before, now }) =>
    before === null || now === null ? [] : [[before, now] as const],
  );
  const acquired = active.filter(({ isNew, now }) => isNew && now !== null);
  const kept = sum(followed.map(([, now]) => now));
  const counts: RetentionCounts = {
    kind: "retention",
    question: { source: "cohorts", baseline: previousPeriod(period), period, timeZone: "UTC" },
    customersAtStart: sum(followed.map(([before]) => before)),
    retainedCustomers: followed.some(([before, now]) => now > before) ? null : kept,
    customersAtEnd: kept + sum(acquired.map(({ now }) => now ?? 0)),
    newCustomers: sum(acquired.map(({ size }) => size)),
    ...{ returnedCustomers: null, lostCustomers: null },
    ...{ voluntaryLostStarters: null, involuntaryLostStarters: null },
    ...{ customerDays: null, periodDays: periodDays(period) },
  };
  return { counts, options: measureOptions(asked, period, table.warnings) };
}

/** A cohort's customers in the period before and in the period asked about; `null`: not observed. */
interface Around {
  readonly size: number;
  readonly isNew: boolean;
  readonly before: number | null;
  readonly now: number | null;
}

function activeAround({ size, active }: CheckedCohort, period: Period, born: Period): Around {
  if (born.start >= period.end) return { size, isNew: false, before: null, now: null };
  const age = ageAt(period, born);
  const at = (place: number): number | null => active[place] ?? null;
  return { size, isNew: age === 0, before: age === 0 ? null : at(age - 1), now: at(age) };
}

/** How many periods of its own length after its first one a cohort is in the period. */
function ageAt(period: Period, born: Period): number {
  let age = 0;
  let passing = period;
  while (passing.start > born.start) {
    passing = previousPeriod(passing);
    age += 1;
  }
  if (passing.start === born.start && passing.end === born.end) return age;
  const expected = `as long as the cohorts, such as "${born.start}/${born.end}"`;
  throw argumentError("period", expected, `${period.start}/${period.end}`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
