import type { SymbolValue } from "../result/definition.ts";
import {
  constant,
  type Formula,
  minus,
  over,
  plus,
  symbol,
  times,
  total,
} from "../result/formula.ts";
import { power } from "../result/power.ts";
import { symbolsOf } from "../result/symbols-of.ts";
import type { PredictiveClvCounts } from "./predictive-clv-counts.ts";
import type { TimeUnit } from "./time-unit.ts";

/** What the formula mentions. */
export type PredictiveClvSymbol =
  | ("r" | "alpha" | "a" | "b" | "p" | "q" | "v")
  | ("repeatPurchases" | "lastPurchaseAge" | "age" | "meanSpend")
  | ("alive" | "margin" | "discount")
  | `period${number}`;

type Tree = Formula<PredictiveClvSymbol>;

/** Periods in a mean calendar year of 365.2425 days. */
const PERIODS_A_YEAR: Readonly<Record<TimeUnit, string>> = {
  day: "365.2425",
  week: "52.1775",
  month: "12",
  year: "1",
};

/**
 * With a smaller chance of being alive, or a larger power, twelve digits of the parameters do not
 * give it back, and it is taken as the model worked it out.
 */
const SMALLEST_CHANCE = 1e-9;
const LARGEST_POWER = 1e4;

/**
 * The value: of one customer spend × purchases, each period discounted, × P(alive); of all customers
 * what they are expected to spend, each period discounted.
 */
export function predictiveClvTree(counts: PredictiveClvCounts): Tree {
  const { customer, fitted, margin } = counts;
  const sum: Tree = total(
    Array.from({ length: counts.periods }, (_, at) =>
      over(symbol<PredictiveClvSymbol>(`period${at + 1}`), growth(at + 1, counts.every)),
    ),
  );
  const worth = margin === null ? sum : times(symbol("margin"), sum);
  if (customer === null || fitted === null) return worth;
  const spent = times(spendTree(counts), worth);
  switch (chain(counts)) {
    case "certain":
      return spent;
    case "odds":
      return over(spent, plus(constant(1), oddsOfBeingGone(counts)));
    case "statistic":
      return times(symbol("alive"), spent);
  }
}

function growth(period: number, every: TimeUnit): Tree {
  const years = over(constant(period), constant(PERIODS_A_YEAR[every]));
  return power(plus(constant(1), symbol("discount")), years);
}

/** Mean of what is still possible of a purchase's worth: Fader & Hardie (2013), equation 5. */
function spendTree({ customer }: PredictiveClvCounts): Tree {
  if (customer?.meanSpend === null) {
    return over(times(symbol("p"), symbol("v")), minus(symbol("q"), constant(1)));
  }
  const spent = plus(symbol("v"), times(symbol("repeatPurchases"), symbol("meanSpend")));
  const shape = plus(times(symbol("p"), symbol("repeatPurchases")), symbol("q"));
  return over(times(symbol("p"), spent), minus(shape, constant(1)));
}

/** How P(alive) enters: as 1, by its formula, or as the number that the model gave. */
function chain({ customer, fitted }: PredictiveClvCounts): "certain" | "odds" | "statistic" {
  const kind = fitted?.purchases.kind;
  if (kind === "bg-nbd" && customer?.repeatPurchases === 0) return "certain";
  const isClosed = kind === "bg-nbd" || kind === "mbg-nbd";
  const power = (fitted?.purchases.parameters.r ?? 0) + (customer?.repeatPurchases ?? 0);
  const isTold = (fitted?.alive ?? 0) > SMALLEST_CHANCE && power < LARGEST_POWER;
  return isClosed && isTold ? "odds" : "statistic";
}

/** a ÷ (b + x − 1) × ((α + T) ÷ (α + t_x))^(r + x), with b + x for MBG/NBD. */
function oddsOfBeingGone({ fitted }: PredictiveClvCounts): Tree {
  const stayed: Tree = plus(symbol("b"), symbol("repeatPurchases"));
  const chances = fitted?.purchases.kind === "bg-nbd" ? minus(stayed, constant(1)) : stayed;
  const silence = over(
    plus(symbol("alpha"), symbol("age")),
    plus(symbol("alpha"), symbol("lastPurchaseAge")),
  );
  const surprise = power(silence, plus(symbol("r"), symbol("repeatPurchases")));
  return times(over(symbol("a"), chances), surprise);
}

/** What the symbols of the formula are worth; those that are not known are left out. */
export function predictiveClvSymbols(
  counts: PredictiveClvCounts,
): Readonly<Partial<Record<PredictiveClvSymbol, SymbolValue>>> {
  const entries = symbolsOf(predictiveClvTree(counts)).flatMap((name) => {
    const value = symbolValue(counts, name);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

function symbolValue(counts: PredictiveClvCounts, name: PredictiveClvSymbol): SymbolValue | null {
  const { customer, fitted, margin, annualDiscountRate } = counts;
  if (name === "margin") return { kind: "option", value: margin ?? 1 };
  if (name === "discount") return { kind: "option", value: annualDiscountRate };
  if (fitted === null) return null;
  const ofFit = (value: number, n: number): SymbolValue => ({ kind: "statistic", value, n });
  if (name === "p" || name === "q" || name === "v") {
    return ofFit(fitted.spend[name], fitted.spenders);
  }
  if (name === "alive") return ofFit(fitted.alive, fitted.purchasers);
  const period = /^period(\d+)$/.exec(name);
  if (period !== null) {
    return ofFit(fitted.byPeriod[Number(period[1]) - 1] ?? 0, fitted.purchasers);
  }
  if (customer === null) return null;
  const purchases = customer.repeatPurchases;
  if (name === "repeatPurchases") return { kind: "count", value: purchases };
  if (name === "lastPurchaseAge" || name === "age") return ofFit(customer[name], purchases + 1);
  if (name === "meanSpend") return ofFit(customer.meanSpend ?? 0, purchases);
  const parameters: Readonly<Record<string, number>> = fitted.purchases.parameters;
  return ofFit(parameters[name] ?? 0, fitted.purchasers);
}
