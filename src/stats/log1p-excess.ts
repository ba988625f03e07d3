import { artanhRest } from "./artanh-rest.ts";

/**
 * ln(1 + u) − u, for u > −1, with all its digits also where the two nearly cancel.
 *
 * @example
 * log1pExcess(1e-8).toPrecision(8); // => "-5.0000000e-17"
 */
export function log1pExcess(u: number): number {
  if (Math.abs(u) > 0.5) return Math.log1p(u) - u;
  const t = u / (2 + u);
  return t * (2 * t * t * artanhRest(t * t) - u);
}
