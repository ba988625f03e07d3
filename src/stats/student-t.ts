import { betaQuantileLogOdds } from "./beta-quantile.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * Chance that Student's t with `degrees` degrees of freedom is above `t`, with all its digits far out.
 *
 * @see Abramowitz & Stegun (1964), 26.7.1, through the incomplete beta function.
 * @example
 * studentTUpperTail(0, 5); // => 0.5
 * studentTUpperTail(2.262157162798205, 9).toFixed(12); // => "0.025000000000"
 */
export function studentTUpperTail(t: number, degrees: number): number {
  if (t < 0) return 1 - studentTUpperTail(-t, degrees);
  const odds = (t / Math.sqrt(degrees)) ** 2;
  return 0.5 * incompleteBeta(1 / (1 + odds), degrees / 2, 0.5, 1 / (1 + 1 / odds)).lower;
}

/** Chance that Student's t with `degrees` degrees of freedom is at most `t`. */
export function studentTCdf(t: number, degrees: number): number {
  return studentTUpperTail(-t, degrees);
}

/**
 * The value Student's t stays below with the given probability; `degrees` need not be whole.
 *
 * @example
 * studentTQuantile(0.975, 9).toFixed(12); // => "2.262157162798"
 * studentTQuantile(0.5, 9); // => 0
 */
export function studentTQuantile(probability: number, degrees: number): number {
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  const logOdds = betaQuantileLogOdds(2 * tail, degrees / 2, 0.5);
  const size = Math.sqrt(degrees) * Math.exp(-logOdds / 2);
  return probability < 0.5 ? -size : size;
}
