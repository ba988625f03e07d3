import type { CustomerValueCounts } from "../counts/customer-value-counts.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import type { Wording } from "../result/definition.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";

/** What the formulas of historical customer lifetime value mention. */
export type CustomerValueSymbol = "revenue" | "margin" | "customers" | "costToServe" | "cac";

/** Every definition of historical customer lifetime value. */
export type HistoricalClvVariant = "mean" | "revenue" | "before-acquisition";

/** English words of historical customer lifetime value. */
export const customerValueWords: Wording<CustomerValueCounts, CustomerValueSymbol> = (
  core,
  write,
) => {
  const { counts, reason } = core;
  const when = inPeriod(core);
  const money = write.inUnit(counts.revenue, moneyUnit(counts));
  const share = counts.margin === null ? "" : ` with a margin of ${write.share(counts.margin)}`;
  const less = [counts.costToServe, counts.cac]
    .flatMap((cost) => (cost === null ? [] : [write.inUnit(cost, moneyUnit(counts))]))
    .join(" and ");
  const net = less === "" ? "" : `, ${less} of costs taken off`;
  const kind = counts.margin === null ? "revenue" : "profit";
  return {
    title: "historical customer lifetime value",
    symbols: {
      revenue: { name: "net revenue", meaning: `items less discounts and refunds${when}` },
      margin: { name: "margin", meaning: "profit as a share of revenue, as given" },
      costToServe: { name: "cost to serve", meaning: "what one customer cost in that time" },
      cac: { name: "acquisition cost", meaning: "what it cost to win one customer" },
      customers: {
        name: "customers",
        meaning: `distinct customers with an order or refund${when}`,
      },
    },
    sentence:
      reason === undefined
        ? `${write.count(counts.customers)} customers brought ${money} net of refunds${when}${share}: ` +
          `${write.value(core)} of ${kind} per customer so far${net}.`
        : `There were no customers${when}, so there is no historical customer lifetime value.`,
    assumptions: [
      "Customers are of unequal age: the figure grows as they stay and is not a forecast.",
      ...ordersAssumptions(core),
    ],
  };
};
