import { criticalT } from "./critical-values.ts";
import type { Moments } from "./moments-of-sums.ts";

/**
 * Bounds for the ratio of two independent means, first over second, both above 0.
 *
 * The delta method on the logarithmic scale with Welch's degrees of freedom. A sample of skewed
 * numbers, as money is, has too small a spread for its mean; the squared coefficients of variation
 * are therefore freed of their bias of second order, twice over, since such a sample shows too
 * little skewness as well. No spread is made smaller by it. Its coverage is measured in
 * `bench/coverage/ratio-of-means.ts`.
 *
 * @returns The ratio twice when neither sample shows any spread.
 * @see Casella & Berger (2002), Statistical Inference, 2nd ed., section 5.5.4 (delta method);
 *   Welch (1947), Biometrika 34(1/2), 28-35.
 * @example
 * const promoters = { n: 40, mean: 80, variance: 3600, skewness: 1.5 };
 * const detractors = { n: 50, mean: 40, variance: 900, skewness: 1.5 };
 * const [lower, upper] = meanRatioInterval(promoters, detractors, 0.95);
 * lower.toFixed(4); // => "1.4482"
 * upper.toFixed(4); // => "2.7621"
 */
export function meanRatioInterval(
  first: Moments,
  second: Moments,
  confidence: number,
): readonly [lower: number, upper: number] {
  const ratio = first.mean / second.mean;
  const [a, b] = [varianceOfLogMean(first), varianceOfLogMean(second)];
  if (a + b === 0) return [ratio, ratio];
  const degrees = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  const factor = Math.exp(criticalT(confidence, degrees) * Math.sqrt(a + b));
  return [ratio / factor, ratio * factor];
}

/** s² ÷ x̄² has the expectation CV² (1 + (3 CV² − 2 γ CV) ÷ n) to second order, γ being the skewness. */
function varianceOfLogMean({ n, mean, variance, skewness }: Moments): number {
  const variation = Math.sqrt(variance) / mean;
  const bias = (2 * SKEWNESS_SEEN * skewness * variation - 3 * variation ** 2) / n;
  return (variation ** 2 / n) * (1 + TWICE * Math.max(0, bias));
}

/** A skewed population shows less skewness in a sample than it has; as in `skewedRatioInterval`. */
const SKEWNESS_SEEN = 1.15;

/** Once leaves the coverage below 93 % for 100 customers who spend as CDNOW's; from the coverage study. */
const TWICE = 2;
