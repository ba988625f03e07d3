import { describePeriod } from "../base/describe-period.ts";
import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { RetentionSymbol } from "./retention-symbols.ts";

/** The words of one definition of retention or churn. */
export type RetentionWording = Wording<RetentionCounts, RetentionSymbol>;

/** How the customers of a question are called in English, by the kind of rows. */
export interface RetentionPhrases {
  /** After `customers`: those at the start, and those at the end. */
  readonly start: string;
  readonly end: string;
  /** What happened to those kept and to those lost. */
  readonly kept: string;
  readonly lost: string;
  readonly within: string;
}

/** The phrases that fit the question behind the counts. */
export function retentionPhrases({ question }: RetentionCounts): RetentionPhrases {
  if (question === null) {
    return {
      start: "at the start",
      end: "at the end",
      kept: "were still customers at the end",
      lost: "were lost",
      within: "within the period",
    };
  }
  const period = describePeriod(question.period);
  if (question.source === "orders" && question.baseline !== null) {
    return {
      start: `who bought in ${describePeriod(question.baseline)}`,
      end: `who bought in ${period}`,
      kept: `bought again in ${period}`,
      lost: `did not buy in ${period}`,
      within: `in ${period}`,
    };
  }
  return {
    start: `when ${period} began`,
    end: `when ${period} ended`,
    kept: "were still customers when it ended",
    lost: "had left when it ended",
    within: `in ${period}`,
  };
}

/** Names and meanings of all symbols. */
export function retentionSymbols(
  counts: RetentionCounts,
): Readonly<Record<RetentionSymbol, { readonly name: string; readonly meaning: string }>> {
  const { start, end, kept, within } = retentionPhrases(counts);
  return {
    retainedCustomers: {
      name: "retained customers",
      meaning: `of the customers at the start, those who ${kept}`,
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

/** What retention and churn take for granted. */
export function retentionAssumptions({ question }: RetentionCounts): readonly string[] {
  if (question === null || question.source === "cohorts") return [];
  const zone = `Days are those of the time zone ${question.timeZone}.`;
  return question.source === "orders"
    ? [
        "A customer counts as kept if one order, even one refunded later, falls in the period.",
        zone,
      ]
    : [
        "A subscription that ends on the day a period begins was active at its start and is lost within it.",
        zone,
      ];
}
