import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { ClvFormula } from "./formula-clv-form.ts";
import type { FormulaClvSymbol } from "./formula-clv-symbol.ts";
import { clvMissing, isRevenueOnly } from "./formula-clv-values.ts";
import { inPeriod } from "./orders-words.ts";

type ClvCore = ResultCore<FormulaClvCounts>;

/** English words of customer lifetime value by formula. */
export const formulaClvWords: Wording<FormulaClvCounts, FormulaClvSymbol> = (core, write) => {
  const { counts } = core;
  const formula = core.variant as ClvFormula; // as its definition says
  return {
    title:
      counts.cac === null
        ? "customer lifetime value by formula"
        : "customer lifetime value by formula, net of acquisition",
    symbols: symbolWords(core),
    sentence: core.reason === undefined ? measured(formula, core, write) : without(formula, core),
    assumptions: [ASSUMPTIONS[formula]],
  };
};

const ASSUMPTIONS: Readonly<Record<ClvFormula, string>> = {
  "perpetuity-end":
    "Retention, profit and discount stay the same for ever; the first profit comes at the end of the first period, from those who stayed.",
  "perpetuity-start":
    "Retention, profit and discount stay the same for ever; the first profit comes now, for certain.",
  "arpa-over-churn":
    "Churn and profit stay the same for ever; the first profit comes now, and later money is worth as much as today's.",
  simple: "The customer stays as long as given; later money is worth as much as today's.",
  "profit-times-duration":
    "The customer stays as long as given; later money is worth as much as today's.",
  finite:
    "Retention, profit and discount stay the same; the first profit comes at the end of the first period, and nothing after the last.",
  "cohort-curve":
    "Customers stay as those observed did, and nothing is counted after the last age observed; the first profit comes now.",
};

function symbolWords(
  core: ClvCore,
): Readonly<Record<FormulaClvSymbol, { readonly name: string; readonly meaning: string }>> {
  const { counts } = core;
  const when = inPeriod(core);
  const ages = counts.from === "numbers" ? (counts.survival ?? []) : [];
  const word = (name: string, meaning: string) => ({ name, meaning });
  const curve = ages.flatMap(([, of], age) => [
    [`survival${age}`, survivalWord(age, of)] as const,
    [`survivalOf${age}`, word(`customers once, age ${age}`, "customers acquired")] as const,
  ]);
  const brought = counts.from === "numbers" ? (counts.revenueByAge ?? []) : [];
  const money = brought.flatMap((_, age) => [
    [`revenueAt${age}`, word(`revenue at age ${age}`, "of cohorts observed at that age")] as const,
    [`revenueOf${age}`, word(`customers once, age ${age}`, "customers acquired in them")] as const,
  ]);
  return {
    profit: word("profit", "profit of one customer in one period"),
    revenue:
      counts.from === "numbers"
        ? word("revenue", "revenue of one customer in one period")
        : word("net revenue", `items less discounts and refunds${when}`),
    margin: word("margin", "profit as a share of revenue, as given"),
    retention: word("retention", "share of customers kept from period to period"),
    churn: word("churn", "share of customers lost from period to period"),
    discount: word("discount", "discount of one period"),
    averageOrderValue: word("average order value", "money of one order"),
    ordersPerPeriod: word("orders per period", "orders of one customer in one period"),
    periods: word("periods", "how long a customer stays"),
    cac: word("acquisition cost", "what it cost to win one customer"),
    orders: word("orders", `orders of the customers${when}`),
    customers: word("customers", `distinct customers with an order or refund${when}`),
    retainedCustomers: word("retained customers", `buyers of the period before who bought${when}`),
    customersAtStart: word("customers at start", "buyers of the period before"),
    annualDiscountRate: word("annual discount", "discount of a year, as given"),
    days: word("days", "days of the period"),
    survival0: word("survival", "share of the first customers still there, by age"),
    ...Object.fromEntries([...curve, ...money]),
  };
}

function survivalWord(age: number, of: number) {
  return of === 1
    ? { name: `survival at age ${age}`, meaning: "share of the first customers still there" }
    : { name: `customers left at age ${age}`, meaning: "customers still there" };
}

function measured(formula: ClvFormula, core: ClvCore, write: Writer): string {
  const { counts } = core;
  const isRevenue = isRevenueOnly(formula, counts);
  const kind = isRevenue ? "revenue" : "profit";
  const net =
    counts.cac === null
      ? ""
      : `, the ${write.inUnit(counts.cac, core.unit)} of acquisition taken off`;
  return `${given(formula, core, write)}, a customer is worth ${write.value(core)} of ${kind}${ENDINGS[formula]}${net}.`;
}

const ENDINGS: Readonly<Record<ClvFormula, string>> = {
  "perpetuity-end": " from the end of the next period on",
  "perpetuity-start": " from now on",
  "arpa-over-churn": " from now on, not discounted",
  simple: ", not discounted",
  "profit-times-duration": ", not discounted",
  finite: " from the end of the next period to the last",
  "cohort-curve": " from now to the last age observed",
};

/** What the formula was put to. */
function given(formula: ClvFormula, core: ClvCore, write: Writer): string {
  const { counts, unit } = core;
  const periods = counted(write.plain(String(counts.periods ?? 0)), "period");
  if (counts.from === "orders") {
    const from = `With ${write.inUnit(counts.revenue, moneyUnit(counts))} of revenue from ${counted(write.count(counts.customers), "customer")}${inPeriod(core)}`;
    if (formula === "simple")
      return `${from}, ${counted(write.count(counts.orders), "order")} and ${periods}`;
    if (formula === "profit-times-duration") return `${from} and ${periods}`;
    const kept = `${write.count(counts.retainedCustomers)} of ${counted(write.count(counts.customersAtStart), "earlier buyer")} kept`;
    if (formula === "arpa-over-churn") return `${from} and ${kept}`;
    const rate = `a discount of ${write.share(counts.annualDiscountRate ?? 0)} a year`;
    return `${from}, ${kept} and ${rate}${formula === "finite" ? ` over ${periods}` : ""}`;
  }
  const discounted = `a discount of ${write.share(counts.discount ?? 0)} a period`;
  if (formula === "cohort-curve" && counts.revenueByAge !== null) {
    const [[, customers] = ["0", 0]] = counts.revenueByAge;
    return `With what ${counted(write.count(customers), "customer")} of cohorts brought by age and ${discounted}`;
  }
  if (formula === "simple") {
    return `With orders of ${write.inUnit(counts.averageOrderValue ?? 0, unit)}, ${write.plain(String(counts.ordersPerPeriod ?? 0))} a period and ${periods}`;
  }
  const m = `With ${write.inUnit(counts.profit ?? counts.revenue ?? 0, unit)} of ${counts.profit === null ? "revenue" : "profit"} a period`;
  if (formula === "profit-times-duration") return `${m} and ${periods}`;
  const kept =
    counts.churn === null
      ? `${write.share(counts.retention ?? 0)} of customers kept from one period to the next`
      : `${write.share(counts.churn)} of customers lost from one period to the next`;
  if (formula === "arpa-over-churn") return `${m} and ${kept}`;
  if (formula === "cohort-curve") return `${m}, customers kept as observed and ${discounted}`;
  return `${m}, ${kept} and ${discounted}${formula === "finite" ? ` over ${periods}` : ""}`;
}

function without(formula: ClvFormula, core: ClvCore): string {
  const { counts, reason } = core;
  if (reason === "missing-count") {
    const missing = clvMissing(formula, counts);
    return counts.from === "orders" && missing === "survival"
      ? "It needs the survival that was observed: give numbers with `survival`."
      : `It needs \`${missing}\`.`;
  }
  if (reason === "diverges") {
    return "The value has no limit: retention must be below 1 plus the discount, churn above 0.";
  }
  return `There were no customers to take retention or revenue from${inPeriod(core)}, so there is no customer lifetime value.`;
}
