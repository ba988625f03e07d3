import { betaKernel, incompleteBeta } from "./incomplete-beta.ts";
import { normalQuantile } from "./normal-distribution.ts";
import { tailRoot } from "./tail-root.ts";

/**
 * The value a beta variable stays below with the given probability.
 *
 * @example
 * betaQuantile(0.5, 3, 3); // => 0.5
 * betaQuantile(0.025, 19, 2).toFixed(10); // => "0.7512672372"
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  return 1 / (1 + Math.exp(-betaQuantileLogOdds(probability, a, b)));
}

/** ln(x / (1 − x)) at the quantile x: keeps the digits of 1 − x too. */
export function betaQuantileLogOdds(probability: number, a: number, b: number): number {
  if (probability > 0.5) return -betaQuantileLogOdds(1 - probability, b, a);
  if (probability === 0) return Number.NEGATIVE_INFINITY;
  const width = Math.sqrt(1 / a + 1 / b);
  const start = Math.log(a / b) + normalQuantile(probability) * width;
  return tailRoot(probability, start, width, (logOdds) => {
    const x = 1 / (1 + Math.exp(-logOdds));
    const complement = 1 / (1 + Math.exp(logOdds));
    const { lower } = incompleteBeta(x, a, b, complement);
    return { tail: lower, slope: betaKernel(x, a, b, complement) };
  });
}
