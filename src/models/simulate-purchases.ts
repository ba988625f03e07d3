import { LAST_DAY } from "../base/day.ts";
import { requireArgument } from "../base/errors.ts";
import { type OptionCheck, type OptionChecks, readOptions, wholeNumber } from "../base/options.ts";
import { type RandomStream, randomStream, uniform } from "../stats/random.ts";
import { gammaDraw } from "../stats/random-draws.ts";
import type { GammaGamma } from "./gamma-gamma.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import { PURCHASE_KINDS, requireModel } from "./require-model.ts";
import { modelOption, required, seedOption } from "./require-question.ts";
import { simulateCustomer } from "./simulate-customer.ts";
import { daysIn, type TimeUnit, timeUnitOption } from "./time-unit.ts";

/** What to simulate. Days are whole numbers since 1970-01-01. */
export interface SimulatePurchasesOptions {
  readonly customers: number;
  readonly seed: number;
  /** What the model's ages are measured in; `"week"` if not given. */
  readonly unit?: TimeUnit;
  /** First day on which customers make their first purchase. */
  readonly acquiredFrom: number;
  /** First day on which no more do. */
  readonly acquiredUntil: number;
  /** First day that is not simulated any more. */
  readonly observedUntil: number;
  /** How much a purchase is worth; without it amounts are 0. */
  readonly spend?: GammaGamma;
  /** Decimals of an amount; 2 if not given. No amount is below the smallest such step. */
  readonly decimals?: number;
}

/** Purchases in columns, by day and then by customer. The first purchases are among them. */
export interface SimulatedPurchases {
  /** Customers are numbered from 0. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
}

/**
 * Invents the purchases of customers who behave as the model says: the same for the same seed.
 *
 * Each customer starts on a day drawn evenly from the days of acquisition, buys at moments drawn
 * from the model and, with a spend model, pays amounts drawn around a mean of their own.
 *
 * @throws KpiError `invalid-argument` for days out of order, or a count that is not whole.
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const period = { acquiredFrom: 20089, acquiredUntil: 20179, observedUntil: 20454 };
 * const bought = simulatePurchases(model, { customers: 10, seed: 1, ...period });
 * new Set(bought.customer).size; // => 10
 */
export function simulatePurchases(
  model: PurchaseModel,
  options: SimulatePurchasesOptions,
): SimulatedPurchases {
  requireModel(model, PURCHASE_KINDS);
  const read = readOptions<SimulatePurchasesOptions>(options, CHECKS);
  const customers = required(read.customers, "customers", "a whole number, 0 or more");
  const seed = required(read.seed, "seed", "a whole number, 0 or more");
  const acquiredFrom = required(read.acquiredFrom, "acquiredFrom", A_DAY);
  const acquiredUntil = required(read.acquiredUntil, "acquiredUntil", A_DAY);
  const observedUntil = required(read.observedUntil, "observedUntil", A_DAY);
  requireArgument(
    acquiredUntil > acquiredFrom,
    "acquiredUntil",
    "a whole day after `acquiredFrom`",
    acquiredUntil,
  );
  requireArgument(
    observedUntil >= acquiredUntil,
    "observedUntil",
    "a whole day, `acquiredUntil` or later",
    observedUntil,
  );
  const { unit = "week" } = read;
  const stream = randomStream(seed);
  const days = daysIn(unit);
  const purchases: { customer: number; day: number; amount: number }[] = [];
  for (let customer = 0; customer < customers; customer += 1) {
    const start = acquiredFrom + uniform(stream) * (acquiredUntil - acquiredFrom);
    const again = simulateCustomer(model, (observedUntil - start) / days, stream);
    const pay = amountsOf(read, stream);
    for (const age of [0, ...again]) {
      const day = Math.min(Math.floor(start + age * days), observedUntil - 1);
      purchases.push({ customer, day, amount: pay() });
    }
  }
  purchases.sort((one, other) => one.day - other.day || one.customer - other.customer);
  return {
    customer: Int32Array.from(purchases, ({ customer }) => customer),
    day: Int32Array.from(purchases, ({ day }) => day),
    amount: Float64Array.from(purchases, ({ amount }) => amount),
  };
}

const A_DAY = "a whole day since 1970-01-01";
const MOST_CUSTOMERS = 10_000_000;

const day: OptionCheck<number> = /* @__PURE__ */ wholeNumber(0, A_DAY, LAST_DAY + 1);

const CHECKS: OptionChecks<SimulatePurchasesOptions> = {
  customers: /* @__PURE__ */ wholeNumber(
    0,
    `a whole number from 0 to ${MOST_CUSTOMERS}`,
    MOST_CUSTOMERS,
  ),
  seed: seedOption,
  unit: timeUnitOption,
  ...{ acquiredFrom: day, acquiredUntil: day, observedUntil: day },
  spend: /* @__PURE__ */ modelOption<GammaGamma>(["gamma-gamma"]),
  decimals: /* @__PURE__ */ wholeNumber(0, "a whole number from 0 to 12", 12),
};

/** What one customer pays, purchase by purchase. */
function amountsOf(
  { spend, decimals = 2 }: Partial<SimulatePurchasesOptions>,
  stream: RandomStream,
): () => number {
  if (!spend) return () => 0;
  const { p, q, v } = spend.parameters;
  const rate = gammaDraw(stream, q) / v;
  const steps = 10 ** decimals;
  return () => Math.max(1, Math.round((gammaDraw(stream, p) / rate) * steps)) / steps;
}
