import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { FormulaClvSymbol } from "./formula-clv-symbols.ts";
import { inPeriod } from "./orders-words.ts";

/** English words of customer lifetime value by formula. */
export const formulaClvWords: Wording<FormulaClvCounts, FormulaClvSymbol> = (core, write) => {
  const { counts, reason } = core;
  const when = inPeriod(core);
  const kind = counts.from === "orders" && counts.margin === null ? "revenue" : "profit";
  const given =
    counts.from === "numbers"
      ? `With ${write.inUnit(counts.profit, core.unit)} of profit a period, ${write.share(counts.retention)} of customers kept from one period to the next and a discount of ${write.share(counts.discount)} a period`
      : `With ${write.inUnit(counts.revenue, core.unit)} of revenue from ${write.count(counts.customers)} customers${when}, ${write.count(counts.retainedCustomers)} of ${write.count(counts.customersAtStart)} earlier buyers kept and a discount of ${write.share(counts.annualDiscountRate)} a year`;
  return {
    title: "customer lifetime value by formula",
    symbols: {
      profit: { name: "profit", meaning: "profit of one customer in one period" },
      retention: { name: "retention", meaning: "share of customers kept from period to period" },
      discount: { name: "discount", meaning: "discount of one period" },
      revenue: { name: "net revenue", meaning: `items less discounts and refunds${when}` },
      margin: { name: "margin", meaning: "profit as a share of revenue, as given" },
      customers: {
        name: "customers",
        meaning: `distinct customers with an order or refund${when}`,
      },
      retainedCustomers: {
        name: "retained customers",
        meaning: `buyers of the period before who bought${when}`,
      },
      customersAtStart: { name: "customers at start", meaning: "buyers of the period before" },
      annualDiscountRate: { name: "annual discount", meaning: "discount of a year, as given" },
      days: { name: "days", meaning: "days of the period" },
    },
    sentence:
      reason === undefined
        ? `${given}, a customer is worth ${write.value(core)} of ${kind} from the end of the next period on.`
        : reason === "diverges"
          ? `${given}, the value has no limit: retention must be below 1 plus the discount.`
          : `There were no customers to take retention or revenue from${when}, so there is no customer lifetime value.`,
    assumptions: [
      "Retention, profit and discount stay the same for ever; the first profit comes at the end of the first period, from those who stayed.",
    ],
  };
};
