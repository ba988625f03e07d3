import type { FormulaClvCounts } from "../../counts/formula-clv-counts.ts";
import type { FormulaClvSymbol } from "../../kpis/formula-clv-symbol.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import { inPeriod } from "./orders-phrases.ts";
import { typeset } from "./typography.ts";

interface SymbolWords {
  readonly name: string;
  readonly meaning: string;
}

/** Names and meanings of all that the formulas of customer lifetime value mention, in French. */
export function formulaClvSymbols(
  core: ResultCore<FormulaClvCounts>,
): Readonly<Record<FormulaClvSymbol, SymbolWords>> {
  const { counts } = core;
  const when = inPeriod(core);
  const ages = counts.from === "numbers" ? (counts.survival ?? []) : [];
  const curve = ages.flatMap(([, of], age) => [
    [`survival${age}`, survival(age, of)] as const,
    [`survivalOf${age}`, words(`clients à l'origine, âge ${age}`, "clients acquis")] as const,
  ]);
  const brought = counts.from === "numbers" ? (counts.revenueByAge ?? []) : [];
  const money = brought.flatMap((_, age) => [
    [
      `revenueAt${age}`,
      words(`chiffre d'affaires à l'âge ${age}`, "des cohortes observées à cet âge"),
    ] as const,
    [
      `revenueOf${age}`,
      words(`clients à l'origine, âge ${age}`, "clients acquis dans ces cohortes"),
    ] as const,
  ]);
  return {
    profit: words("profit", "profit d'un client en une période"),
    revenue:
      counts.from === "numbers"
        ? words("chiffre d'affaires", "chiffre d'affaires d'un client en une période")
        : words("chiffre d'affaires net", `articles moins remises et remboursements${when}`),
    margin: words("marge", "part du profit dans le chiffre d'affaires, telle qu'indiquée"),
    retention: words("rétention", "part des clients conservée d'une période à l'autre"),
    churn: words("attrition", "part des clients perdue d'une période à l'autre"),
    discount: words("actualisation", "taux d'actualisation d'une période"),
    averageOrderValue: words("panier moyen", "montant d'une commande"),
    ordersPerPeriod: words("commandes par période", "commandes d'un client en une période"),
    periods: words("périodes", "temps que reste un client"),
    cac: words("coût d'acquisition", "ce qu'il a coûté d'acquérir un client"),
    orders: words("commandes", `commandes des clients${when}`),
    customers: words("clients", `clients distincts ayant une commande ou un remboursement${when}`),
    retainedCustomers: words(
      "clients conservés",
      `acheteurs de la période précédente ayant acheté${when}`,
    ),
    customersAtStart: words("clients au début", "acheteurs de la période précédente"),
    annualDiscountRate: words(
      "actualisation annuelle",
      "taux d'actualisation d'un an, tel qu'indiqué",
    ),
    days: words("jours", "jours de la période"),
    survival0: words("survie", "part des premiers clients encore là, par âge"),
    ...Object.fromEntries([...curve, ...money]),
  };
}

function survival(age: number, of: number): SymbolWords {
  return of === 1
    ? words(`survie à l'âge ${age}`, "part des premiers clients encore là")
    : words(`clients restants à l'âge ${age}`, "clients encore là");
}

function words(name: string, meaning: string): SymbolWords {
  return { name: typeset(name), meaning: typeset(meaning) };
}
