/** As near to a bound as makes no difference. */
const CLOSE = 1e-3;

/** Which coordinates may still move: all but those at a bound whose slope points outwards. */
export function freeCoordinates(
  point: Float64Array,
  gradient: Float64Array,
  bounds: readonly number[],
): readonly number[] {
  const free: number[] = [];
  for (let i = 0; i < point.length; i += 1) {
    const at = point[i] ?? 0;
    const slope = gradient[i] ?? 0;
    const bound = bounds[i] ?? 0;
    if ((at > bound - CLOSE && slope > 0) || (at < CLOSE - bound && slope < 0)) continue;
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
  bounds: readonly number[],
): Float64Array {
  return point.map((at, i) => {
    const bound = bounds[i] ?? 0;
    return Math.min(bound, Math.max(-bound, at + length * (direction[i] ?? 0)));
  });
}
