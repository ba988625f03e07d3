import { requireArgument } from "../base/errors.ts";
import { numberWithin, type OptionChecks, readOptions } from "../base/options.ts";
import { type GaussLegendreRule, gaussLegendre } from "../stats/gauss-legendre.ts";
import { answersOfAll } from "./answers-of-all.ts";
import { discountedOpportunities } from "./beta-bernoulli-process.ts";
import type { CustomerModel } from "./customer-model.ts";
import type { Process } from "./process.ts";
import { expectationOf } from "./process-outlook.ts";
import type { PurchaseData, PurchaseRow } from "./purchase-summary.ts";
import { requireCustomer, required } from "./require-question.ts";
import { standingOf } from "./standing.ts";

/** How later purchases count less. */
export interface DiscountOptions {
  /**
   * Continuous rate per unit of the model's ages: a purchase at time u counts exp(−rate × u). A
   * yearly rate of 10 % in weeks is ln(1.1)/52.18. For BG/BB it is a plain rate per opportunity: the
   * m-th counts (1 + rate)^−m.
   */
  readonly rate: number;
  /** How far to look; for ever, if not given. */
  readonly horizon?: number;
}

/**
 * Purchases expected of a customer with this history from now on, each discounted to now. Without a
 * horizon these are the discounted expected residual transactions, DERT.
 *
 * @throws KpiError `invalid-argument` for a rate of 0 without a horizon, where the sum may not end.
 * @see Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves for Customer Base Analysis,
 *   Journal of Marketing Research 42(4), 415-430 (DERT of Pareto/NBD).
 * @see Fader, Hardie & Shang (2010), Marketing Science 29(6), 1086-1108 (DERT of BG/BB).
 * @example
 * const model = { kind: "pareto-nbd", parameters: { r: 0.553, alpha: 10.58, s: 0.606, beta: 11.66 } };
 * const customer = { repeatPurchases: 26, lastPurchaseAge: 30.86, age: 31 };
 * discountedPurchases(model, customer, { rate: 0.0027 }).toFixed(0); // => "86"
 */
export function discountedPurchases(
  model: CustomerModel,
  customer: PurchaseRow,
  options: DiscountOptions,
): number {
  requireCustomer(model, customer);
  const { rate, horizon } = readDiscount(options);
  const { alive, process } = standingOf(model, customer);
  return alive * discountedExpectation(process, rate, horizon);
}

/**
 * The same for each customer of a summary.
 *
 * @example
 * const model = { kind: "pareto-nbd", parameters: { r: 0.553, alpha: 10.58, s: 0.606, beta: 11.66 } };
 * const customers = [{ repeatPurchases: 26, lastPurchaseAge: 30.86, age: 31 }];
 * discountedPurchasesOfAll(model, customers, { rate: 0.0027 })[0].toFixed(0); // => "86"
 */
export function discountedPurchasesOfAll(
  model: CustomerModel,
  data: PurchaseData,
  options: DiscountOptions,
): Float64Array {
  const { rate, horizon } = readDiscount(options);
  return answersOfAll(
    model,
    data,
    ({ alive, process }) => alive * discountedExpectation(process, rate, horizon),
  );
}

function readDiscount(options: DiscountOptions): Required<DiscountOptions> {
  const read = readOptions<DiscountOptions>(options, DISCOUNT_CHECKS);
  const { horizon = Number.POSITIVE_INFINITY } = read;
  const rate = required(read.rate, "rate", "a number above 0, or 0 with a horizon");
  requireArgument(
    rate >= LEAST_RATE || (rate === 0 && horizon < Number.POSITIVE_INFINITY),
    "rate",
    "a number above 0, or 0 with a horizon",
    rate,
  );
  return { rate, horizon };
}

/** A rate closer to 0 would ask for longer than any time there is. */
const LEAST_RATE = 1e-100;

const DISCOUNT_CHECKS: OptionChecks<DiscountOptions> = {
  rate: /* @__PURE__ */ numberWithin(0, Number.MAX_VALUE, "a number above 0, or 0 with a horizon"),
  horizon: /* @__PURE__ */ numberWithin(0, Number.POSITIVE_INFINITY, "a number, 0 or more"),
};

const RULE: GaussLegendreRule = /* @__PURE__ */ gaussLegendre(16);

/** ∫₀ᴴ e^(−δu) dE(u) = e^(−δH) E(H) + δ ∫₀ᴴ e^(−δu) E(u) du, over ln(1 + u/alpha). */
function discountedExpectation(process: Process, rate: number, horizon: number): number {
  if (process.kind === "beta-bernoulli") return discountedOpportunities(process, rate, horizon);
  if (rate === 0) return expectationOf(process, horizon);
  const far = Math.min(horizon, 50 / rate);
  const scale = process.kind === "pareto" ? Math.min(process.alpha, process.beta) : process.alpha;
  const end = Math.log1p(far / scale);
  const panels = Math.ceil(end) + 4;
  const half = end / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const middle = (2 * panel + 1) * half;
    for (let node = 0; node < RULE.nodes.length; node += 1) {
      const growth = Math.expm1(middle + half * (RULE.nodes[node] ?? 0));
      const u = scale * growth;
      const weight = (RULE.weights[node] ?? 0) * (1 + growth) * Math.exp(-rate * u);
      if (weight > 0) sum += weight * expectationOf(process, u);
    }
  }
  const last = horizon === far ? Math.exp(-rate * far) * expectationOf(process, far) : 0;
  return last + rate * scale * half * sum;
}
