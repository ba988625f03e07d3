import type { RepeatCustomerCounts, RepeatMethod } from "../counts/repeat-customer-counts.ts";
import { counted } from "../result/plural.ts";
import { people } from "./retention-words.ts";
import type { VariantWords } from "./variants.ts";

/** Why each form of the repeat-customer rate differs from the default, and who uses it, in English. */
export const repeatVariantWords: Readonly<
  Record<RepeatMethod, VariantWords<RepeatCustomerCounts>>
> = {
  "in-period": {
    difference: () => "The default: two orders or more, both in the period.",
    usedBy: ["most articles"],
  },
  returning: {
    difference: ({ counts }, usual, write) => {
      const more = counts.repeatCustomers - usual.counts.repeatCustomers;
      return more === 0
        ? "The same here: nobody with one order in the period had ordered before it."
        : `Counts ${people(more, write)} more: with one order in the period and another before it.`;
    },
    usedBy: ["Shopify (returning customer rate)"],
  },
  lifetime: {
    difference: ({ counts }, usual, write) => {
      const more = counts.customers - usual.counts.customers;
      return more === 0
        ? "The same customers: none of them ordered before the period only."
        : `Looks at all ${people(counts.customers, write)} so far and all their orders: ${write.count(more)} did not order in the period.`;
    },
    usedBy: [],
  },
  cohort: {
    difference: ({ counts }, _, write) =>
      `Looks at ${people(counts.customers, write)} acquired in the period and gives each the same ${counts.question?.windowDays === undefined ? "time" : counted(write.count(counts.question.windowDays), "day")} to return.`,
    usedBy: [],
    refused: "Give `windowDays`: how many days the second order may follow the first.",
  },
};
