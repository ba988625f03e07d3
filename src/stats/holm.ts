/**
 * Raises the p-values of several tests, so that the chance of even one false alarm stays as stated.
 *
 * @returns The adjusted p-values, in the order they came.
 * @see Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of
 *   Statistics 6(2), 65-70.
 * @example
 * holm([0.01, 0.04, 0.03]); // => [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const adjusted = [...pValues];
  let least = 0;
  for (const [rank, { value, index }] of order.entries()) {
    least = Math.max(least, Math.min(1, value * (pValues.length - rank)));
    adjusted[index] = least;
  }
  return adjusted;
}
