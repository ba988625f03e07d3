import { describePeriod } from "../base/describe-period.ts";
import type { RetentionCounts, RetentionQuestionAsked } from "../counts/retention-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { Formula } from "../result/formula.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import { buyersAmong } from "./channel-phrases.ts";
import { countMissing, type RetentionSymbol } from "./retention-symbols.ts";

/** The words of one definition of retention or churn. */
export type RetentionWording = Wording<RetentionCounts, RetentionSymbol>;

/** How the customers of a question are called in English, by the kind of rows. */
export interface RetentionPhrases {
  /** After `customers`: those at the start, and those at the end. */
  readonly start: string;
  readonly end: string;
  /** What happened to so many who were kept or lost. */
  readonly kept: (count: number | null) => string;
  readonly lost: (count: number | null) => string;
  readonly within: string;
}

/** The phrases that fit the question behind the counts. */
export function retentionPhrases({ question }: RetentionCounts): RetentionPhrases {
  if (question === null) {
    return {
      start: "at the start",
      end: "at the end",
      kept: (count) => `${stillCustomers(count)} at the end`,
      lost: (count) => plural(count ?? 0, "was lost", "were lost"),
      within: "within the period",
    };
  }
  const period = describePeriod(question.period);
  if (question.inactiveAfterDays !== undefined) {
    return {
      start: `active when ${period} began`,
      end: `active when ${period} ended`,
      kept: (count) => `${plural(count ?? 0, "was", "were")} still active when it ended`,
      lost: () => "had become inactive when it ended",
      within: `in ${period}`,
    };
  }
  if (question.source === "cohorts" && question.baseline !== null) {
    return {
      start: `active in ${describePeriod(question.baseline)}`,
      end: `active in ${period}`,
      kept: (count) => `${plural(count ?? 0, "was", "were")} active in ${period} too`,
      lost: (count) => `${plural(count ?? 0, "was", "were")} not active in ${period}`,
      within: `in ${period}`,
    };
  }
  if (question.source === "orders" && question.baseline !== null) {
    const before = describePeriod(question.baseline);
    const { among } = question;
    return {
      start: among === undefined ? `who bought in ${before}` : buyersAmong(among, before),
      end: `who bought in ${period}`,
      kept: () => `bought again in ${period}`,
      lost: () => `did not buy in ${period}`,
      within: `in ${period}`,
    };
  }
  return {
    start: `when ${period} began`,
    end: `when ${period} ended`,
    kept: (count) => `${stillCustomers(count)} when it ended`,
    lost: () => "had left when it ended",
    within: `in ${period}`,
  };
}

function stillCustomers(count: number | null): string {
  return plural(count ?? 0, "was still a customer", "were still customers");
}

/** So many customers. */
export function people(count: number | null, write: Writer): string {
  return counted(write.count(count ?? 0), "customer");
}

/** Names and meanings of all symbols. */
export function retentionSymbols(
  counts: RetentionCounts,
): Readonly<Record<RetentionSymbol, { readonly name: string; readonly meaning: string }>> {
  const { start, end, kept, within } = retentionPhrases(counts);
  return {
    retainedCustomers: {
      name: "retained customers",
      meaning: `of the customers at the start, those who ${kept(2)}`,
    },
    customersAtStart: { name: "customers at start", meaning: `distinct customers ${start}` },
    customersAtEnd: { name: "customers at end", meaning: `distinct customers ${end}` },
    newCustomers: { name: "new customers", meaning: `customers acquired ${within}` },
    returnedCustomers: {
      name: "returned customers",
      meaning: `former customers who came back ${within}`,
    },
    lostCustomers: { name: "lost customers", meaning: `customers lost ${within}` },
    voluntaryLostStarters: {
      name: "starters who left",
      meaning: `of the customers at the start, those who left by their own will ${within}`,
    },
    involuntaryLostStarters: {
      name: "starters with failed payment",
      meaning: `of the customers at the start, those lost to a failed payment ${within}`,
    },
    customerDays: {
      name: "customer-days",
      meaning: `days that customers were active ${within}, added up`,
    },
    periodDays: { name: "days of the period", meaning: "days from its start to its end" },
  };
}

/** Which number a formula lacks, in words. */
export function numbersMissing(formula: Formula<RetentionSymbol>, counts: RetentionCounts): string {
  const missing = countMissing(formula, counts);
  if (missing === "voluntaryLostStarters" || missing === "involuntaryLostStarters") {
    return "It is not known why customers left";
  }
  if (counts.question?.recognise !== undefined) return "No row says when it was cancelled";
  const name = missing === null ? "numbers" : retentionSymbols(counts)[missing].name;
  return `The counts do not say how many ${name} there were`;
}

/** What retention and churn take for granted. */
export function retentionAssumptions({ question }: RetentionCounts): readonly string[] {
  if (question === null) return [];
  if (question.source === "cohorts") {
    return [
      "Cohorts not observed in both periods are left out; someone who came back counts as kept.",
    ];
  }
  return [rule(question), `Days are those of the time zone ${question.timeZone}.`];
}

function rule({ source, inactiveAfterDays, recognise }: RetentionQuestionAsked): string {
  if (inactiveAfterDays !== undefined) {
    return `A customer is active for ${counted(String(inactiveAfterDays), "day")} from each order, even one refunded later.`;
  }
  if (source === "orders") {
    return "A customer counts as kept if one order, even one refunded later, falls in the period.";
  }
  switch (recognise) {
    case "cancelled":
      return "A subscription that has an end is lost on the day it was cancelled, though it may be served for longer.";
    case "scheduled":
      return "A subscription is lost on the day it was cancelled, even if it has no end yet.";
    default:
      return "A subscription that ends on the day a period begins was active at its start and is lost within it.";
  }
}
