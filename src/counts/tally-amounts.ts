import { type Entries, GUEST, type OrdersLedger } from "../ledger/orders.ts";
import { type CohortMembers, NO_COHORT } from "./cohort-members.ts";
import type { AgeBracket, CohortMeasure } from "./cohort-question.ts";
import type { TallyShape } from "./tally-customers.ts";

/** Orders or net revenue of cohorts, row by row. */
export interface AmountsTally {
  /** By row and column. */
  readonly values: readonly bigint[];
  /** At age 0, by row. */
  readonly bases: readonly bigint[];
}

/** Adds up the orders, or the net revenue, of every cohort by age; a refund on the day it was given. */
export function tallyAmounts(
  ledger: OrdersLedger,
  { cohortOf, ageOf }: CohortMembers,
  measure: Exclude<CohortMeasure, "customers">,
  until: number,
  shape: TallyShape & { readonly brackets: readonly AgeBracket[] | null },
): AmountsTally {
  const { rows, columns, rowOf, brackets } = shape;
  const values = new Array<bigint>(rows * columns).fill(0n);
  const bases = new Array<bigint>(rows).fill(0n);
  const columnOf =
    brackets === null
      ? (age: number): number => age
      : (age: number): number => brackets.findIndex(([from, to]) => age >= from && age <= to);
  const addAll = (entries: Entries, amountAt: (at: number) => bigint): void => {
    for (let at = 0; at < entries.size; at += 1) {
      const who = entries.customer[at] ?? GUEST;
      if (who === GUEST || (entries.day[at] ?? 0) >= until) continue;
      const cohort = cohortOf[who] ?? NO_COHORT;
      if (cohort === NO_COHORT) continue;
      const [row, age] = [rowOf(cohort, who), ageOf(entries, at, who)];
      const amount = amountAt(at);
      if (age === 0) bases[row] = (bases[row] ?? 0n) + amount;
      const column = columnOf(age);
      if (column < 0 || column >= columns) continue;
      const place = row * columns + column;
      values[place] = (values[place] ?? 0n) + amount;
    }
  };
  const { sales, refunds } = ledger;
  if (measure === "orders") {
    addAll(sales, () => 1n);
    return { values, bases };
  }
  addAll(sales, (at) => BigInt(sales.amount.values[at] ?? 0));
  addAll(refunds, (at) => -BigInt(refunds.amount.values[at] ?? 0));
  return { values, bases };
}
