import { gammaKernel, incompleteGamma } from "./incomplete-gamma.ts";
import { normalQuantile } from "./normal-distribution.ts";
import { tailRoot } from "./tail-root.ts";

/**
 * The value a gamma variable of shape `a` and scale 1 stays below with the given probability.
 *
 * @example
 * gammaQuantile(0.5, 1).toFixed(12); // => "0.693147180560"
 */
export function gammaQuantile(probability: number, a: number): number {
  if (probability === 0) return 0;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  const width = 1 / Math.sqrt(a);
  // The search is on the scale of ln x; the smaller tail is sought, so that its digits count.
  const start = Math.log(a) + normalQuantile(probability) * width;
  if (probability <= 0.5) {
    return Math.exp(
      tailRoot(probability, start, width, (logarithm) => {
        const x = Math.exp(logarithm);
        return { tail: incompleteGamma(a, x).lower, slope: gammaKernel(a, x) };
      }),
    );
  }
  return Math.exp(
    -tailRoot(1 - probability, -start, width, (logarithm) => {
      const x = Math.exp(-logarithm);
      return { tail: incompleteGamma(a, x).upper, slope: gammaKernel(a, x) };
    }),
  );
}
