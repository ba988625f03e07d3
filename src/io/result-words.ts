import type { IntervalMethod } from "../result/interval.ts";
import type { NoValueReason } from "../result/kpi-result.ts";

/** Every method once: the compiler misses none. */
export const INTERVAL_METHODS: { readonly [Method in IntervalMethod]: Method } = {
  wilson: "wilson",
  "modified-wilson": "modified-wilson",
  wald: "wald",
  "adjusted-wald": "adjusted-wald",
  t: "t",
  delta: "delta",
  "log-delta": "log-delta",
  "skewness-corrected": "skewness-corrected",
  poisson: "poisson",
  "brookmeyer-crowley": "brookmeyer-crowley",
  transformed: "transformed",
};

/** Every reason once: the compiler misses none. */
export const NO_VALUE_REASONS: { readonly [Reason in NoValueReason]: Reason } = {
  "no-customers-at-start": "no-customers-at-start",
  "no-customers-at-end": "no-customers-at-end",
  "no-customers": "no-customers",
  "no-orders": "no-orders",
  "no-repeat-purchases": "no-repeat-purchases",
  "no-responses": "no-responses",
  "no-revenue": "no-revenue",
  "missing-column": "missing-column",
  "missing-count": "missing-count",
  diverges: "diverges",
  "not-reached": "not-reached",
  "undefined-mean": "undefined-mean",
};
