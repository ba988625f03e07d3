import { argumentError, type KpiError } from "../base/errors.ts";
import { wholeNumber } from "../base/options.ts";
import type { Period } from "../base/period.ts";
import type { ChannelGroupAsked } from "./channel-question.ts";
import { type CountsOf, readCounts, wholeCount } from "./read-counts.ts";

/** Which customers count as "at the start" and which as "kept". */
export interface RetentionQuestionAsked {
  readonly source: "orders" | "subscriptions" | "cohorts";
  /** Buyers of this period are the customers at the start; `null` where a start day decides. */
  readonly baseline: Period | null;
  readonly period: Period;
  readonly timeZone: string;
  /** From orders: customers are those whose last order is younger; absent where buyers count. */
  readonly inactiveAfterDays?: number;
  /** From subscriptions: when one counts as lost; absent: when what was paid for was served. */
  readonly recognise?: "cancelled" | "scheduled";
  /** From orders: only customers of one channel, or of one against several; absent: all customers. */
  readonly among?: ChannelGroupAsked;
}

/**
 * Numbers of distinct customers that answer one question of retention or churn.
 * `null`: not known. They merge only over parts that share no customer.
 */
export interface RetentionCounts {
  readonly kind: "retention";
  readonly question: RetentionQuestionAsked | null;
  /** S: customers when the period starts (from orders: buyers in the baseline). */
  readonly customersAtStart: number;
  /** R: of those, still customers when it ends (from orders: who bought in the period). */
  readonly retainedCustomers: number | null;
  /** E: customers when the period ends (from orders: buyers in the period). */
  readonly customersAtEnd: number | null;
  /** N: customers acquired within the period, those who left again included. */
  readonly newCustomers: number | null;
  /** Former customers who came back within the period: neither at the start nor new. */
  readonly returnedCustomers: number | null;
  /** L: customers lost within the period, joined-and-left ones included. */
  readonly lostCustomers: number | null;
  /** Of the customers at the start, those who left by their own will. */
  readonly voluntaryLostStarters: number | null;
  /** Of the customers at the start, those lost to a failed payment. */
  readonly involuntaryLostStarters: number | null;
  /** Days that customers were active within the period, added up; `null` where spans are not known. */
  readonly customerDays: number | null;
  /** Days of the period. */
  readonly periodDays: number | null;
}

/** Counts of retention as a person types them. */
export interface RetentionCountsInput
  extends Partial<Omit<RetentionCounts, "kind" | "customersAtStart">> {
  readonly kind?: "retention";
  readonly customersAtStart: number;
  /** Of the customers at the start, those lost: S − R. */
  readonly lostStarters?: number | null;
}

const FIELDS: CountsOf<Omit<RetentionCountsInput, "question" | "kind">> = {
  customersAtStart: wholeCount,
  retainedCustomers: wholeCount,
  customersAtEnd: wholeCount,
  newCustomers: wholeCount,
  returnedCustomers: wholeCount,
  lostCustomers: wholeCount,
  lostStarters: wholeCount,
  voluntaryLostStarters: wholeCount,
  involuntaryLostStarters: wholeCount,
  customerDays: wholeCount,
  periodDays: wholeNumber(1, "a whole number of days from 1 on"),
};

/**
 * Completes counts typed by hand, and refuses those that contradict each other.
 *
 * @throws {@link KpiError} `invalid-argument` naming the member at fault.
 */
export function readRetentionCounts(input: RetentionCountsInput): RetentionCounts {
  const given = readCounts<RetentionCountsInput>(input, "retention", FIELDS, ["customersAtStart"]);
  const { customersAtStart } = given;
  const known = (name: keyof typeof FIELDS): number | null => given[name] ?? null;
  const retained = known("retainedCustomers");
  const lostStarters = known("lostStarters");
  const counts: RetentionCounts = {
    kind: "retention",
    question: withBaseline(given.question),
    customersAtStart,
    retainedCustomers: retained ?? (lostStarters === null ? null : customersAtStart - lostStarters),
    customersAtEnd: known("customersAtEnd"),
    newCustomers: known("newCustomers"),
    returnedCustomers: known("returnedCustomers"),
    lostCustomers: known("lostCustomers"),
    voluntaryLostStarters: known("voluntaryLostStarters"),
    involuntaryLostStarters: known("involuntaryLostStarters"),
    customerDays: known("customerDays"),
    periodDays: known("periodDays"),
  };
  requireConsistent(counts, lostStarters);
  return counts;
}

/** A question typed by hand may leave out that there was no baseline. */
function withBaseline(asked: RetentionCountsInput["question"]): RetentionQuestionAsked | null {
  return asked ? { ...asked, baseline: asked.baseline ?? null } : null;
}

/** R, also where only the losses are known: then all of them are taken as starters. */
export function keptCustomers(counts: RetentionCounts): number | null {
  const { retainedCustomers, customersAtStart, customersAtEnd, lostCustomers } = counts;
  if (retainedCustomers !== null) return retainedCustomers;
  return lostCustomers === null || customersAtEnd !== null
    ? null
    : customersAtStart - lostCustomers;
}

function requireConsistent(counts: RetentionCounts, lostStarters: number | null): void {
  const { customersAtStart, customersAtEnd, newCustomers, lostCustomers } = counts;
  const retained = counts.retainedCustomers;
  if (retained !== null && (retained < 0 || retained > customersAtStart)) {
    const member = lostStarters === null ? "retainedCustomers" : "lostStarters";
    throw inconsistent(member, "at most `customersAtStart`", lostStarters ?? retained);
  }
  if (retained !== null && lostStarters !== null && retained + lostStarters !== customersAtStart) {
    throw inconsistent("lostStarters", "`customersAtStart` − `retainedCustomers`", lostStarters);
  }
  if (retained !== null && lostCustomers !== null && lostCustomers < customersAtStart - retained) {
    throw inconsistent("lostCustomers", "at least the lost customers of the start", lostCustomers);
  }
  const reasons = (counts.voluntaryLostStarters ?? 0) + (counts.involuntaryLostStarters ?? 0);
  if (retained !== null && reasons > customersAtStart - retained) {
    const member = counts.voluntaryLostStarters === null ? "involuntary" : "voluntary";
    throw inconsistent(`${member}LostStarters`, "among the lost customers of the start", reasons);
  }
  if (retained === null && customersAtEnd === null && (lostCustomers ?? 0) > customersAtStart) {
    throw inconsistent("lostCustomers", "at most `customersAtStart`", lostCustomers ?? 0);
  }
  if (retained !== null || lostCustomers !== null) return;
  if (customersAtEnd === null || newCustomers === null) {
    throw argumentError(
      "counts",
      "`retainedCustomers`, or `lostCustomers`, or `customersAtEnd` and `newCustomers`, beside `customersAtStart`",
      counts,
      "option-missing",
    );
  }
  if (customersAtEnd < newCustomers) {
    throw inconsistent("newCustomers", "at most `customersAtEnd`", newCustomers);
  }
  const { returnedCustomers } = counts;
  if (returnedCustomers !== null && customersAtEnd < newCustomers + returnedCustomers) {
    const expected = "at most `customersAtEnd` − `newCustomers`";
    throw inconsistent("returnedCustomers", expected, returnedCustomers);
  }
}

function inconsistent(member: string, expected: string, received: number): KpiError {
  return argumentError(member, expected, received, "counts-inconsistent");
}
