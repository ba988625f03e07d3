import { describePeriod } from "../base/describe-period.ts";
import type { RepeatCustomerCounts, RepeatMethod } from "../counts/repeat-customer-counts.ts";
import type { Wording } from "../result/definition.ts";
import { counted } from "../result/plural.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";

/** The numbers that every form of the repeat-customer rate mentions. */
export type RepeatSymbol = "repeatCustomers" | "customers";

/** How the customers asked about are called, and the repeat customers among them. */
interface RepeatPhrases {
  readonly customers: string;
  readonly again: string;
  readonly nobody: string;
}

/** English words of the repeat-customer rate in all its forms. */
export const repeatWords: Wording<RepeatCustomerCounts, RepeatSymbol> = (core, write) => {
  const { counts, reason } = core;
  const { customers, again, nobody } = phrases(
    core.variant as RepeatMethod, // the words of this KPI's own definitions
    counts,
    inPeriod(core),
  );
  return {
    title: "repeat-customer rate",
    symbols: {
      repeatCustomers: { name: "repeat customers", meaning: `of these, those who ${again}` },
      customers: { name: "customers", meaning: `distinct customers ${customers}` },
    },
    sentence:
      reason === undefined
        ? `Of the ${counted(write.count(counts.customers), "customer")} ${customers}, ${write.count(counts.repeatCustomers)} ${again}: a repeat-customer rate of ${write.value(core)}.`
        : `${nobody}, so there is no repeat-customer rate.`,
    assumptions: [
      ...(counts.youngCustomers === null || counts.youngCustomers === 0
        ? []
        : [
            `${counted(write.count(counts.youngCustomers), "more customer is", "more customers are")} left out, since their ${counted(String(counts.question?.windowDays ?? 0), "day is", "days are")} not over.`,
          ]),
      ...ordersAssumptions(core),
    ],
  };
};

function phrases(
  variant: RepeatMethod,
  { question }: RepeatCustomerCounts,
  when: string,
): RepeatPhrases {
  const until =
    question?.period === undefined || question.period === null
      ? ""
      : ` up to the end of ${describePeriod(question.period)}`;
  const nobody = `No customer ordered${when}`;
  switch (variant) {
    case "in-period":
      return { customers: `who ordered${when}`, again: `ordered more than once${when}`, nobody };
    case "returning":
      return {
        customers: `who ordered${when}`,
        again: "had ordered before or did so more than once",
        nobody,
      };
    case "lifetime":
      return {
        customers: `who ever ordered${until}`,
        again: "ordered more than once",
        nobody: `No customer ever ordered${until}`,
      };
    case "cohort": {
      const within =
        question?.windowDays === undefined ? "the window" : `${question.windowDays} days`;
      return {
        customers: `whose first order was${when === "" ? " in the cohort's period" : when}`,
        again: `ordered again within ${within}`,
        nobody: `No customer whose first order was${when} has had ${within} since`,
      };
    }
  }
}
