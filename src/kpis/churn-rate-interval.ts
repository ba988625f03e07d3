import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { IntervalFinding } from "../result/interval.ts";
import { poissonInterval } from "../stats/poisson-interval.ts";
import {
  type ChurnVariant,
  hasExposure,
  joinedOf,
  lostOf,
  lostOfTotals,
} from "./churn-rate-formulas.ts";
import { shareInterval } from "./share-interval.ts";

/**
 * The interval of each form of churn: Wilson's where the losses are some of the customers below the
 * line, so that churn is a share; elsewhere the exact interval of a rate, the denominator being
 * taken as the exposure. A customer is lost at most once or so, which keeps the latter on the safe side.
 */
export function churnInterval(
  variant: ChurnVariant,
  counts: RetentionCounts,
  confidence: number,
): IntervalFinding {
  const { customersAtStart, retainedCustomers, customersAtEnd } = counts;
  const share = (lost: number, customers = customersAtStart): IntervalFinding =>
    lost < 0 || lost > customers
      ? { because: "not-a-share" }
      : shareInterval(lost, customers, confidence);
  const rate = (exposure: number): IntervalFinding =>
    lostOf(counts) < 0
      ? { because: "not-a-share" }
      : { method: "poisson", bounds: poissonInterval(lostOf(counts), exposure, confidence) };
  switch (variant) {
    case "starters":
      return share(customersAtStart - (retainedCustomers ?? 0));
    case "counts":
      return share(lostOfTotals(counts));
    case "voluntary":
      return share(counts.voluntaryLostStarters ?? 0);
    case "involuntary":
      return share(counts.involuntaryLostStarters ?? 0);
    case "start-plus-new":
      return share(lostOf(counts), customersAtStart + joinedOf(counts));
    case "all":
      return rate(customersAtStart);
    case "average":
      return rate((customersAtStart + (customersAtEnd ?? 0)) / 2);
    case "mid":
      return rate(customersAtStart + joinedOf(counts) / 2);
    case "end":
      return rate(customersAtEnd ?? 0);
    case "exposure-hazard":
      return rate(exposure(counts));
    case "exposure-probability": {
      const hazard = rate(exposure(counts));
      if ("because" in hazard) return hazard;
      const [lower, upper] = hazard.bounds.map((bound) => -Math.expm1(-bound));
      return { method: "poisson", bounds: [lower ?? 0, upper ?? 1] };
    }
  }
}

/** Customers of an average day. */
function exposure(counts: RetentionCounts): number {
  const { customersAtStart, customersAtEnd, customerDays, periodDays } = counts;
  return hasExposure(counts)
    ? (customerDays ?? 0) / (periodDays ?? 1)
    : (customersAtStart + (customersAtEnd ?? 0)) / 2;
}
