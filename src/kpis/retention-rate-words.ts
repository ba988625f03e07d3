import { describePeriod } from "../base/describe-period.ts";
import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { Wording } from "../result/definition.ts";

/** Every number that formulas of retention and churn may mention. */
export type RetentionSymbol =
  | "retainedCustomers"
  | "customersAtStart"
  | "customersAtEnd"
  | "newCustomers"
  | "lostCustomers";

type RetentionWording = Wording<RetentionCounts, RetentionSymbol>;

/** English words of the retention rate. */
export const retentionWords: RetentionWording = ({ counts, reason, ...core }, write) => {
  const value = write.value({ counts, ...core });
  const { start, kept } = retentionPhrases(counts);
  const among = `${write.count(counts.customersAtStart)} customers ${start}`;
  return {
    title: "retention rate",
    symbols: retentionSymbols(counts),
    sentence:
      reason !== undefined
        ? `There were no customers ${start}, so there is no retention rate.`
        : counts.retainedCustomers === null
          ? `With ${write.count(counts.customersAtEnd ?? 0)} customers at the end, ${write.count(counts.newCustomers ?? 0)} of them new, and ${among}: a retention rate of ${value}.`
          : `Of the ${among}, ${write.count(counts.retainedCustomers)} ${kept}: a retention rate of ${value}.`,
    assumptions: retentionAssumptions(counts),
  };
};

/** English words of the churn rate. */
export const churnWords: RetentionWording = ({ counts, reason, ...core }, write) => {
  const value = write.value({ counts, ...core });
  const { start, lost } = retentionPhrases(counts);
  const among = `${write.count(counts.customersAtStart)} customers ${start}`;
  const gone =
    counts.retainedCustomers === null
      ? (counts.lostCustomers ?? 0)
      : counts.customersAtStart - counts.retainedCustomers;
  return {
    title: "churn rate",
    symbols: retentionSymbols(counts),
    sentence:
      reason !== undefined
        ? `There were no customers ${start}, so there is no churn rate.`
        : core.variant === "counts"
          ? `With ${write.count(counts.customersAtEnd ?? 0)} customers at the end, ${write.count(counts.newCustomers ?? 0)} of them new, and ${among}: a churn rate of ${value}.`
          : `Of the ${among}, ${write.count(gone)} ${lost}: a churn rate of ${value}.`,
    assumptions: retentionAssumptions(counts),
  };
};

/** How the customers at the start, those kept and those lost are called, by the kind of rows. */
function retentionPhrases({ question }: RetentionCounts): {
  readonly start: string;
  readonly kept: string;
  readonly lost: string;
} {
  if (question === null) {
    return { start: "at the start", kept: "were still customers at the end", lost: "were lost" };
  }
  const period = describePeriod(question.period);
  if (question.source === "orders" && question.baseline !== null) {
    return {
      start: `who bought in ${describePeriod(question.baseline)}`,
      kept: `bought again in ${period}`,
      lost: `did not buy in ${period}`,
    };
  }
  return {
    start: `when ${period} began`,
    kept: "were still customers when it ended",
    lost: "had left when it ended",
  };
}

function retentionSymbols(
  counts: RetentionCounts,
): Readonly<Record<RetentionSymbol, { readonly name: string; readonly meaning: string }>> {
  const { start, kept } = retentionPhrases(counts);
  const within = counts.question === null ? "the period" : describePeriod(counts.question.period);
  const buyers = counts.question?.source === "orders";
  return {
    retainedCustomers: {
      name: "retained customers",
      meaning: `of the customers at the start, those who ${kept}`,
    },
    customersAtStart: { name: "customers at start", meaning: `distinct customers ${start}` },
    customersAtEnd: {
      name: "customers at end",
      meaning: buyers
        ? `distinct customers who bought in ${within}`
        : `customers when ${within} ended`,
    },
    newCustomers: {
      name: "new customers",
      meaning: `customers acquired within ${within}`,
    },
    lostCustomers: {
      name: "lost customers",
      meaning: `customers lost within ${within}`,
    },
  };
}

function retentionAssumptions({ question }: RetentionCounts): readonly string[] {
  if (question === null) return [];
  const zone = `Days are those of the time zone ${question.timeZone}.`;
  if (question.source === "cohorts") return [];
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
