/** A tail of a distribution at a point, and how fast it changes there. */
export interface TailAt {
  readonly tail: number;
  readonly slope: number;
}

/**
 * Finds where a tail that rises with the point has the wanted size.
 *
 * Newton's steps on the logarithm of the tail; a step that leaves what is known to hold the root,
 * or is no number because the tail is too small for one, is replaced by halving. Points are on a
 * logarithmic scale, so the root is between −750 and 750.
 *
 * @param scale - About the width of the distribution.
 */
export function tailRoot(
  wanted: number,
  start: number,
  scale: number,
  tailAt: (point: number) => TailAt,
): number {
  let [low, high] = [-750, 750];
  let point = start;
  for (let round = 0; round < 100; round += 1) {
    const { tail, slope } = tailAt(point);
    if (tail > wanted) high = point;
    else low = point;
    const step = (Math.log(tail / wanted) * tail) / slope;
    const next = point - step;
    // Steps shrink quadratically: after this one the next would be below the last digit.
    if (Math.abs(step) < 1e-9 * scale) return next;
    point = next > low && next < high ? next : (low + high) / 2;
  }
  return point;
}
