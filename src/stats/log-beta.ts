import { logGamma } from "./log-gamma.ts";
import { stirlingCorrection } from "./stirling-correction.ts";

/**
 * Natural logarithm of the beta function B(a, b) = Γ(a) Γ(b) / Γ(a + b), for a, b > 0.
 *
 * Large arguments go by the difference of Stirling corrections: log-gammas of a thousand are in
 * the thousands and would cancel.
 *
 * @see Didonato & Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software 18(3), 360-373.
 * @example
 * logBeta(2, 3).toFixed(12); // => "-2.484906649788"
 * logBeta(1, 1); // => 0
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const sum = a + b;
  if (sum < 4) return logGamma(small) + logGamma(large) - logGamma(sum);
  const corrections =
    stirlingCorrection(small) + (stirlingCorrection(large) - stirlingCorrection(sum));
  return (
    HALF_LOG_TWO_PI +
    corrections -
    0.5 * Math.log(large) -
    (0.5 - small) * Math.log(small / sum) -
    large * Math.log1p(small / large)
  );
}

const HALF_LOG_TWO_PI = 0.9189385332046728;
