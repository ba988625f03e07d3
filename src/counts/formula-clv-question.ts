import { argumentError } from "../base/errors.ts";
import { readEach } from "../base/gather.ts";
import type { OrdersQuestion } from "./orders-source.ts";

/** A question of formula CLV. */
export interface FormulaClvQuestion extends OrdersQuestion {
  /** From orders or cohorts: profit as a share of revenue, 0 to 1. Without it the value is revenue. */
  readonly margin?: number;
  /** From orders, where the formula discounts: the discount of a year, such as 0.1. */
  readonly annualDiscountRate?: number;
  /** From orders, where the formula ends: how many periods. */
  readonly periods?: number;
  /** From rows of cohorts: profit of a customer in one period. Default: their revenue × `margin`. */
  readonly profit?: number | string;
  /** From rows of cohorts: the discount of one period. Of a year's rate: (1 + rate)^(1/12) − 1 a month. */
  readonly discount?: number;
  /** What it cost to win one customer; it is taken off. */
  readonly cac?: number | string;
}

/** What is no matter of numbers or cohorts: it says how orders are read and which of them count. */
const READING = [
  ...(["period", "asOf", "timeZone", "weekStartsOn", "guests", "rowsAre"] as const),
  "countFullyRefunded" as const,
];

/** What each source has no use for, and where to say it instead. */
const STRAYS: Readonly<Record<FormulaClvSourceKind, StrayOptions>> = {
  orders: {
    profit: ", whose profit is their revenue × `margin`",
    discount: ", which take the discount of a year: `annualDiscountRate`",
  },
  "numbers typed by hand": {
    ...notForThese(READING, ""),
    ...notForThese(["margin", "periods", "profit", "discount"], ", where it stands among them"),
    annualDiscountRate: ", which have the discount of a period among them: `discount`",
  },
  "rows of cohorts": {
    ...notForThese(READING, ""),
    periods: ", which end with the ages observed",
    annualDiscountRate: ", which take the discount of a period: `discount`",
  },
};

type FormulaClvSourceKind = "orders" | "numbers typed by hand" | "rows of cohorts";
type StrayOptions = Readonly<Partial<Record<keyof FormulaClvQuestion, string>>>;

/* @__NO_SIDE_EFFECTS__ */
function notForThese(names: readonly (keyof FormulaClvQuestion)[], why: string): StrayOptions {
  return Object.fromEntries(names.map((name) => [name, why]));
}

/** Refuses every option that goes with another source. */
export function refuseStrays(kind: FormulaClvSourceKind, asked: Partial<FormulaClvQuestion>): void {
  const reasons = Object.entries(STRAYS[kind]).map(([name, why]) => ({
    name: name as keyof FormulaClvQuestion, // `StrayOptions` has no other names
    why,
  }));
  readEach(
    reasons.filter(({ name }) => asked[name] !== undefined),
    ({ name, why }) => {
      throw argumentError(name, `absent for ${kind}${why}`, asked[name]);
    },
  );
}
