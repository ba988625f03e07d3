/** How far a computed value is from the wanted one: relative above 1, absolute below `floor`. */
export function relativeError(actual: number, wanted: number, floor = 0): number {
  if (actual === wanted) return 0;
  return Math.abs(actual - wanted) / Math.max(Math.abs(wanted), floor);
}

/** The worst of several errors, with the arguments it happened at. */
export function worst(
  cases: readonly (readonly [at: string, error: number])[],
): readonly [at: string, error: number] {
  return cases.reduce((most, next) => (next[1] <= most[1] ? most : next), ["none", 0]);
}
