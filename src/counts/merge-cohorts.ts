import { addDecimals } from "../base/add-decimals.ts";
import type { CohortRowCounts, CohortValue } from "./cohort-counts.ts";
import { countsDiffer, type MemberRule, same } from "./merge-members.ts";
import { readCohortRows } from "./read-cohort-counts.ts";
import { wholeCount } from "./read-counts.ts";

/**
 * Cohorts add up by their name, cell by cell. One that a part has nobody in is missing there, so
 * that cohorts of different shards need not be the same.
 */
export const cohortsSum: MemberRule<readonly CohortRowCounts[]> = {
  read: readCohortRows,
  add: (left, right, member) => {
    const rows = new Map(left.map((row) => [keyOf(row), row]));
    for (const row of right) {
      const before = rows.get(keyOf(row));
      rows.set(keyOf(row), before === undefined ? row : addRows(before, row, member));
    }
    return [...rows.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  },
  unknown: "differs",
  zero: [],
  isNothing: (rows) => rows.length === 0,
};

/** Cohorts of periods stand by their start, others by their name. */
function keyOf({ cohort, period }: CohortRowCounts): string {
  return period === null ? cohort : period.start;
}

function addRows(left: CohortRowCounts, right: CohortRowCounts, member: string): CohortRowCounts {
  const at = `${member}.${left.cohort}`;
  const isPeriod = left.period !== null;
  if (isPeriod) requireSameColumns(left, right, at);
  const length = Math.max(left.values.length, right.values.length);
  const addAll = (name: "values" | "bases"): readonly (CohortValue | null)[] =>
    Array.from({ length }, (_, age) => {
      const [one, other] = [left[name][age] ?? null, right[name][age] ?? null];
      // In cohorts of an attribute, a row ends where nobody of that part was observed so long.
      if (!isPeriod && (one === null || other === null)) return one ?? other;
      return addValues(one, other, `${at}.${name}`);
    });
  return {
    ...left,
    size: wholeCount(left.size + right.size, at),
    ...{ values: addAll("values"), bases: addAll("bases") },
    settled: Math.max(left.settled, right.settled),
  };
}

function requireSameColumns(left: CohortRowCounts, right: CohortRowCounts, member: string): void {
  const columns = ({ period, values, settled }: CohortRowCounts): unknown => ({
    ...{ period, settled, columns: values.length },
  });
  same<unknown>().add(columns(left), columns(right), member);
}

function addValues(
  left: CohortValue | null,
  right: CohortValue | null,
  member: string,
): CohortValue | null {
  if (left === null && right === null) return null;
  if (typeof left === "number" && typeof right === "number") return left + right;
  if (typeof left === "string" && typeof right === "string") return addDecimals(left, right);
  throw countsDiffer(member, left, right);
}
