/** How far a computed value is from the wanted one: relative above `floor`, a share of it below. */
export function relativeError(actual: number, wanted: number, floor = 0): number {
  if (actual === wanted) return 0;
  return Math.abs(actual - wanted) / Math.max(Math.abs(wanted), floor);
}

/** The worst of several errors, with the arguments it happened at. No number is worse than any. */
export function worst(
  cases: readonly (readonly [at: string, error: number])[],
): readonly [at: string, error: number] {
  return cases.reduce(
    (most, [at, error]) => (error <= most[1] ? most : [at, Number.isNaN(error) ? Infinity : error]),
    ["none", 0],
  );
}
