import type { RetentionCounts } from "../counts/retention-counts.ts";
import { constant, type Formula, minus, over, plus, symbol, times } from "../result/formula.ts";
import { exponential } from "../result/power.ts";
import type { RetentionSymbol } from "./retention-symbols.ts";

/** The forms of churn, the default first; `counts` takes its place where only totals are known. */
export type ChurnVariant =
  | "starters"
  | "counts"
  | "all"
  | "average"
  | "mid"
  | "start-plus-new"
  | "end"
  | "exposure-hazard"
  | "exposure-probability"
  | "voluntary"
  | "involuntary";

type RetentionFormula = Formula<RetentionSymbol>;

const start: RetentionFormula = /* @__PURE__ */ symbol("customersAtStart");
const end: RetentionFormula = /* @__PURE__ */ symbol("customersAtEnd");

/** The formula of each form of churn; what it mentions depends on what the counts know. */
export const CHURN_FORMULAS: Readonly<
  Record<ChurnVariant, (counts: RetentionCounts) => RetentionFormula>
> = {
  starters: () => over(minus(start, symbol("retainedCustomers")), start),
  counts: (counts) => over(lostByTotals(counts), start),
  all: (counts) => over(lost(counts), start),
  average: (counts) => over(lost(counts), meanOfEnds()),
  mid: (counts) => over(lost(counts), plus(start, over(joined(counts), constant(2)))),
  "start-plus-new": (counts) => over(lost(counts), plus(start, joined(counts))),
  end: (counts) => over(lost(counts), end),
  "exposure-hazard": hazard,
  "exposure-probability": (counts) =>
    minus(constant(1), exponential(minus(constant(0), hazard(counts)))),
  voluntary: () => over(symbol("voluntaryLostStarters"), start),
  involuntary: () => over(symbol("involuntaryLostStarters"), start),
};

/** Losses per customer-day, times the days of the period; per mean of start and end without days. */
function hazard(counts: RetentionCounts): RetentionFormula {
  return hasExposure(counts)
    ? times(over(lost(counts), symbol("customerDays")), symbol("periodDays"))
    : over(lost(counts), meanOfEnds());
}

/** Whether exposure is known to the day; else the mean of start and end stands in. */
export function hasExposure({ customerDays, periodDays }: RetentionCounts): boolean {
  return customerDays !== null && periodDays !== null;
}

/** (S + E) ÷ 2. */
function meanOfEnds(): RetentionFormula {
  return over(plus(start, end), constant(2));
}

/** N, with those who came back where there are any. */
function joined({ returnedCustomers }: RetentionCounts): RetentionFormula {
  const fresh: RetentionFormula = symbol("newCustomers");
  return (returnedCustomers ?? 0) === 0 ? fresh : plus(fresh, symbol("returnedCustomers"));
}

/** L, or S + N − E where only the totals are known. */
function lost(counts: RetentionCounts): RetentionFormula {
  return counts.lostCustomers === null ? lostByTotals(counts) : symbol("lostCustomers");
}

/** S + N − E. */
function lostByTotals(counts: RetentionCounts): RetentionFormula {
  return minus(plus(start, joined(counts)), end);
}

/** L as a number, reckoned in the same way. */
export function lostOf(counts: RetentionCounts): number {
  return counts.lostCustomers ?? lostOfTotals(counts);
}

/** S + N − E as a number. */
export function lostOfTotals(counts: RetentionCounts): number {
  return counts.customersAtStart + joinedOf(counts) - (counts.customersAtEnd ?? 0);
}

/** N as a number, with those who came back. */
export function joinedOf({ newCustomers, returnedCustomers }: RetentionCounts): number {
  return (newCustomers ?? 0) + (returnedCustomers ?? 0);
}
