import type { PurchaseFrequencyCounts } from "../counts/purchase-frequency-counts.ts";
import { counted } from "../result/plural.ts";
import type { FrequencyMethod } from "./purchase-frequency-form.ts";
import { people } from "./retention-words.ts";
import type { VariantWords } from "./variants.ts";

/** Why each form of purchase frequency differs from the default, and who uses it, in English. */
export const frequencyVariantWords: Readonly<
  Record<FrequencyMethod, VariantWords<PurchaseFrequencyCounts>>
> = {
  "per-buyer": {
    difference: () => "The default: only customers who ordered are counted.",
    usedBy: ["most articles"],
  },
  "per-all-customers": {
    difference: ({ counts }, _, write) => {
      const more = (counts.allCustomers ?? 0) - counts.customers;
      return more === 0
        ? "The same here: every customer so far ordered in the period."
        : `Counts ${people(more, write)} more, who did not order in the period.`;
    },
    usedBy: [],
  },
  annualised: {
    difference: ({ counts }, _, write) =>
      `Takes ${counted(write.count(counts.periodDays ?? 0), "day")} for a year like all others: customers who ordered in them are those who order often.`,
    usedBy: [],
  },
  "per-customer-year": {
    difference: ({ counts }, _, write) =>
      `Sets ${counted(write.count(counts.repeatOrders ?? counts.orders), "order")}${counts.repeatOrders === null ? "" : " after the first"} against ${counted(write.count(counts.customerDays ?? 0), "day")} as customers, also of those who did not order.`,
    usedBy: [],
  },
};
