import type { CustomerValueCounts } from "../counts/customer-value-counts.ts";
import type { OrderValueCounts } from "../counts/order-value-counts.ts";
import type { PurchaseFrequencyCounts } from "../counts/purchase-frequency-counts.ts";
import type { PurchaseGapCounts } from "../counts/purchase-gap-counts.ts";
import type { IntervalFinding } from "../result/interval.ts";
import { ratioInterval } from "../stats/ratio-interval.ts";
import { ADVISED_UNITS } from "./small-sample.ts";

/** Sums over customers of two numbers each: a ratio's denominator x and numerator y. */
interface CustomerSums {
  readonly customers: number | null;
  readonly x: number;
  readonly y: number | string;
  readonly xx: number | null;
  readonly yy: number | string | null;
  readonly xy: number | string | null;
}

/** Orders per customer: every customer counts once. */
export function frequencyInterval(
  { customers, orders, ordersSquared }: PurchaseFrequencyCounts,
  confidence: number,
): IntervalFinding {
  const sums = { customers, x: customers, y: orders, xx: customers, yy: ordersSquared, xy: orders };
  return ratioFinding(sums, confidence);
}

/** Net revenue per order, the orders of one customer belonging together. */
export function orderValueInterval(counts: OrderValueCounts, confidence: number): IntervalFinding {
  return ratioFinding(
    {
      customers: counts.customers,
      ...{ x: counts.orders, y: counts.revenue, xx: counts.ordersSquared },
      ...{ yy: counts.revenueSquared, xy: counts.ordersTimesRevenue },
    },
    confidence,
  );
}

/** Net revenue per customer, times the margin where there is one. */
export function customerValueInterval(
  { customers, revenue, revenueSquared, margin }: CustomerValueCounts,
  confidence: number,
): IntervalFinding {
  const sums = {
    customers,
    x: customers,
    y: revenue,
    xx: customers,
    yy: revenueSquared,
    xy: revenue,
  };
  const finding = ratioFinding(sums, confidence);
  if (margin === null || "because" in finding) return finding;
  const [lower, upper] = finding.bounds;
  return { method: finding.method, bounds: [lower * margin, upper * margin] };
}

/** Days per gap, the gaps of one customer belonging together. */
export function gapInterval(counts: PurchaseGapCounts, confidence: number): IntervalFinding {
  return ratioFinding(
    {
      customers: counts.customers,
      ...{ x: counts.gaps, y: counts.gapDays, xx: counts.gapsSquared },
      ...{ yy: counts.gapDaysSquared, xy: counts.gapsTimesGapDays },
    },
    confidence,
  );
}

function ratioFinding(
  { customers, x, y, xx, yy, xy }: CustomerSums,
  confidence: number,
): IntervalFinding {
  if (xx === null || yy === null || xy === null || customers === null) {
    return { because: "counts-lack-moments" };
  }
  if (customers < ADVISED_UNITS) return { because: "small-sample" };
  const sums = { n: customers, x, y: Number(y), xx, yy: Number(yy), xy: Number(xy) };
  return { method: "delta", bounds: ratioInterval(sums, confidence) };
}
