/**
 * 1/3 + s/5 + s²/7 + …, for 0 ≤ s ≤ ¼: what artanh(t) = t + t³ · artanhRest(t²) adds to its argument.
 *
 * Logarithms near 1 less their leading terms are made of it without cancellation.
 *
 * @example
 * artanhRest(0); // => 1 / 3
 */
export function artanhRest(squared: number): number {
  let sum = 0;
  let power = 1;
  for (let odd = 3; power > 1e-17; odd += 2) {
    sum += power / odd;
    power *= squared;
  }
  return sum;
}
