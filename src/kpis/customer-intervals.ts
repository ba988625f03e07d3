import type { CustomerSums } from "../counts/customer-sums.ts";
import type { CustomerValueCounts } from "../counts/customer-value-counts.ts";
import type { OrderValueCounts } from "../counts/order-value-counts.ts";
import type { PurchaseFrequencyCounts } from "../counts/purchase-frequency-counts.ts";
import type { PurchaseGapCounts } from "../counts/purchase-gap-counts.ts";
import type { IntervalFinding } from "../result/interval.ts";
import { skewedMeanInterval } from "../stats/skewed-mean-interval.ts";
import { skewedRatioInterval } from "../stats/skewed-ratio-interval.ts";
import { ADVISED_UNITS } from "./small-sample.ts";

/** Orders per customer. */
export function frequencyInterval(
  { customers, orders, ordersSquared, ordersCubed }: PurchaseFrequencyCounts,
  confidence: number,
): IntervalFinding {
  return meanFinding(customers, orders, ordersSquared, ordersCubed, confidence);
}

/** Net revenue per customer, times the margin where there is one. */
export function customerValueInterval(
  {
    customers,
    revenue,
    revenueSquared,
    revenueCubed,
    margin,
    costToServe,
    cac,
  }: CustomerValueCounts,
  confidence: number,
): IntervalFinding {
  const finding = meanFinding(customers, revenue, revenueSquared, revenueCubed, confidence);
  if ("because" in finding) return finding;
  const [lower, upper] = finding.bounds;
  const share = margin ?? 1;
  const costs = Number(costToServe ?? 0) + Number(cac ?? 0);
  return { method: finding.method, bounds: [lower * share - costs, upper * share - costs] };
}

/** Net revenue per order, the orders of one customer belonging together. */
export function orderValueInterval(
  { customers, orders, revenue, customerSums }: OrderValueCounts,
  confidence: number,
): IntervalFinding {
  return ratioFinding(customers, orders, revenue ?? "0", customerSums, confidence);
}

/** Days per gap, the gaps of one customer belonging together. */
export function gapInterval(
  { customers, gaps, gapDays, customerSums }: PurchaseGapCounts,
  confidence: number,
): IntervalFinding {
  return ratioFinding(customers, gaps, String(gapDays), customerSums, confidence);
}

/** Days of the period per purchase of a buyer: the interval of gaps per buyer, turned around. */
export function buyerIntervalOfGaps(
  { customers, oneOrderCustomers, gaps, periodDays, customerSums }: PurchaseGapCounts,
  confidence: number,
): IntervalFinding {
  if (periodDays === null || customerSums === null) return { because: "counts-lack-moments" };
  const { xx, xxx } = customerSums; // buyers without a gap add nothing
  const finding = meanFinding(customers + oneOrderCustomers, gaps, xx, xxx, confidence);
  if ("because" in finding) return finding;
  const [lower, upper] = finding.bounds.map((mean) => periodDays / (1 + Math.max(0, mean)));
  return { method: "transformed", bounds: [upper ?? 0, lower ?? periodDays] };
}

function meanFinding(
  n: number,
  sum: number | string,
  squares: string | null,
  cubes: string | null,
  confidence: number,
): IntervalFinding {
  if (squares === null || cubes === null) return { because: "counts-lack-moments" };
  if (n < ADVISED_UNITS) return { because: "small-sample" };
  return skewed(skewedMeanInterval({ n, sum, squares, cubes }, confidence));
}

/** A ratio of sums over customers. */
export function ratioFinding(
  n: number | null,
  x: number,
  y: string,
  sums: CustomerSums | null,
  confidence: number,
): IntervalFinding {
  if (sums === null || n === null) return { because: "counts-lack-moments" };
  if (n < ADVISED_UNITS) return { because: "small-sample" };
  return skewed(skewedRatioInterval({ n, x, y, ...sums }, confidence));
}

/** Without any spread in the data there is nothing to make an interval from. */
function skewed(bounds: readonly [lower: number, upper: number]): IntervalFinding {
  return bounds[0] === bounds[1]
    ? { because: "no-spread" }
    : { method: "skewness-corrected", bounds };
}
