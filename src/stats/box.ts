/** Which coordinates may still move: all but those at a bound whose slope points outwards. */
export function freeCoordinates(
  point: Float64Array,
  gradient: Float64Array,
  bound: number,
): readonly number[] {
  const free: number[] = [];
  for (let i = 0; i < point.length; i += 1) {
    const at = point[i] ?? 0;
    const slope = gradient[i] ?? 0;
    if ((at >= bound && slope > 0) || (at <= -bound && slope < 0)) continue;
    free.push(i);
  }
  return free;
}

/** The largest slope among these coordinates. */
export function largestSlope(gradient: Float64Array, free: readonly number[]): number {
  let largest = 0;
  for (const i of free) largest = Math.max(largest, Math.abs(gradient[i] ?? 0));
  return largest;
}

/** `point + length × direction`, kept inside the bounds. */
export function step(
  point: Float64Array,
  direction: Float64Array,
  length: number,
  bound: number,
): Float64Array {
  return point.map((at, i) => Math.min(bound, Math.max(-bound, at + length * (direction[i] ?? 0))));
}
