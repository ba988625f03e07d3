import type { CustomerValueCounts } from "../counts/customer-value-counts.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import type { Wording } from "../result/definition.ts";
import { counted } from "../result/plural.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";

/** What the formulas of historical customer lifetime value mention. */
export type CustomerValueSymbol = "revenue" | "margin" | "customers" | "costToServe" | "cac";

/** Every definition of historical customer lifetime value. */
export type HistoricalClvVariant = "mean" | "revenue" | "before-acquisition";

/** The counts as a form looks at them: without the margin and costs that it leaves out. */
export const VALUE_COUNTS: Readonly<
  Record<HistoricalClvVariant, (counts: CustomerValueCounts) => CustomerValueCounts>
> = {
  mean: (counts) => counts,
  revenue: (counts) => ({ ...counts, margin: null, costToServe: null, cac: null }),
  "before-acquisition": (counts) => ({ ...counts, cac: null }),
};

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
  const { source, throughAge, npsClass } = counts.question ?? {};
  const isAcquired = source === "cohorts" || throughAge !== undefined;
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
        meaning: isAcquired
          ? `customers acquired${when}`
          : npsClass === undefined
            ? `distinct customers with an order or refund${when}`
            : `customers whose latest answer made them ${npsClass}s, with or without an order${when}`,
      },
    },
    sentence:
      reason === undefined
        ? `${counted(write.count(counts.customers), npsClass ?? "customer")} ${isAcquired ? `acquired${when} ` : ""}brought ` +
          `${money} net of refunds${isAcquired ? "" : when}${share}: ${write.value(core)} of ${kind} ` +
          `per customer ${throughAge === undefined ? "so far" : `through ${throughAge.every} ${write.count(throughAge.age)}`}${net}.`
        : `There were no ${npsClass === undefined ? `customers${when}` : `${npsClass}s among the customers`}, so there is no historical customer lifetime value.`,
    assumptions: [
      ...(throughAge === undefined
        ? ["Customers are of unequal age: the figure grows as they stay and is not a forecast."]
        : [
            `Only customers whom the data follow through ${throughAge.every} ${write.count(throughAge.age)} after their first one count, which is ${throughAge.every} 0; what they brought later does not.`,
          ]),
      ...(source === "cohorts"
        ? [
            "Customers and their money are those of the rows of cohorts, as they were counted there.",
          ]
        : []),
      ...(npsClass === undefined
        ? []
        : ["A customer who answered and did not order counts, with a value of 0."]),
      ...ordersAssumptions(core),
    ],
  };
};
