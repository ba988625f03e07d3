import type { PurchaseFrequencyCounts } from "../counts/purchase-frequency-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";
import type { FrequencyMethod } from "./purchase-frequency-form.ts";
import { people } from "./retention-words.ts";

/** Every number that formulas of purchase frequency may mention: members of the counts. */
export type FrequencySymbol =
  | "orders"
  | "customers"
  | "allCustomers"
  | "repeatOrders"
  | "customerDays"
  | "periodDays";

/** English words of purchase frequency in all its forms. */
export const frequencyWords: Wording<PurchaseFrequencyCounts, FrequencySymbol> = (core, write) => {
  const when = inPeriod(core);
  const method = core.variant as FrequencyMethod; // the words of this KPI's own definitions
  return {
    title: "purchase frequency",
    symbols: {
      orders: { name: "orders", meaning: `orders of known customers${when}` },
      customers: { name: "customers", meaning: `distinct customers with an order${when}` },
      allCustomers: {
        name: "all customers",
        meaning: "distinct customers with an order by the end of the period",
      },
      repeatOrders: {
        name: "repeat orders",
        meaning: `orders${when} that were not their customer's first`,
      },
      customerDays: {
        name: "customer-days",
        meaning: "days of the period from each customer's first order on, added up",
      },
      periodDays: { name: "days of the period", meaning: "days from its start to its end" },
    },
    sentence:
      core.reason === undefined
        ? measured(method, core, when, write)
        : core.reason === "no-customers"
          ? `No customer ordered${when}, so there is no purchase frequency.`
          : "The counts lack a number that this form needs, so there is no purchase frequency of this form.",
    assumptions: [ASSUMED[method], ...ordersAssumptions(core)],
  };
};

const ASSUMED: Readonly<Record<FrequencyMethod, string>> = {
  "per-buyer":
    "Only customers who ordered are counted, so the figure is never below 1; it is not a number of orders a year unless the period is a year.",
  "per-all-customers":
    "All customers with an order by the period's end are counted, also those who have long left.",
  annualised:
    "Every customer who ordered is taken to go on at the same pace for a year, and nobody else to order.",
  "per-customer-year":
    "A first order starts a customer's time and is not one of the orders; customers stay at risk for ever.",
};

function measured(
  method: FrequencyMethod,
  core: ResultCore<PurchaseFrequencyCounts>,
  when: string,
  write: Writer,
): string {
  const { customers, orders, allCustomers, repeatOrders, customerDays, periodDays } = core.counts;
  const placed = `${people(customers, write)} placed ${counted(write.count(orders), "order")}${when}`;
  const value = write.value(core);
  switch (method) {
    case "per-buyer":
      return `${placed}: ${value} orders per customer who ordered.`;
    case "per-all-customers":
      return `${placed}, out of ${write.count(allCustomers ?? 0)} so far: ${value} orders per customer.`;
    case "annualised":
      return `${placed}, which has ${counted(write.count(periodDays ?? 0), "day")}: ${value} orders a year per customer who ordered.`;
    case "per-customer-year":
      return `${counted(write.count(repeatOrders ?? orders), repeatOrders === null ? "order" : "repeat order")}${when} in ${counted(write.count(customerDays ?? 0), "day")} as customers: ${value} orders a year.`;
  }
}
