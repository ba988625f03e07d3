/**
 * How well guesses put outcomes in order: of all pairs with different outcomes, the share in which
 * the larger outcome had the larger guess; equal guesses count half. 1 is perfect, 0.5 is blind.
 *
 * @param weights - How often each place counts; 1 each, if not given.
 * @returns null where all outcomes are the same.
 * @see Harrell et al. (1982), Evaluating the Yield of Medical Tests, Journal of the American Medical
 *   Association 247(18), 2543-2546.
 * @example
 * concordance([0.1, 0.4, 0.3, 0.9], [0, 1, 2, 2]); // => 0.8
 */
export function concordance(
  guesses: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number | null {
  const order = Uint32Array.from({ length: guesses.length }, (_, place) => place);
  order.sort((one, other) => (guesses[one] ?? 0) - (guesses[other] ?? 0));
  const levels = [...new Set(Array.from(outcomes))].sort((one, other) => one - other);
  const levelOf = new Map(levels.map((outcome, level) => [outcome, level]));
  const below = risingSums(levels.length);
  let [right, compared, start] = [0, 0, 0];
  while (start < order.length) {
    const guess = guesses[order[start] ?? 0];
    let end = start;
    while (end < order.length && guesses[order[end] ?? 0] === guess) end += 1;
    const tied = [...order.subarray(start, end)].map((place) => ({
      level: levelOf.get(outcomes[place] ?? 0) ?? 0,
      weight: weights?.[place] ?? 1,
    }));
    for (const { level, weight } of tied) {
      right += weight * below.upTo(level);
      compared += weight * (below.total() - below.at(level));
    }
    for (const { level, weight } of tied) below.add(level, weight);
    const half = pairsOf(tied);
    right += half / 2;
    compared += half;
    start = end;
  }
  return compared === 0 ? null : right / compared;
}

/** Weight of the pairs of different levels among places of one guess. */
function pairsOf(tied: readonly { readonly level: number; readonly weight: number }[]): number {
  const byLevel = new Map<number, number>();
  for (const { level, weight } of tied) byLevel.set(level, (byLevel.get(level) ?? 0) + weight);
  const sums = [...byLevel.values()];
  const total = sums.reduce((sum, weight) => sum + weight, 0);
  return (total * total - sums.reduce((sum, weight) => sum + weight * weight, 0)) / 2;
}

/** Weights by level, with quick sums of all levels below one (Fenwick's tree). */
function risingSums(levels: number) {
  const tree = new Float64Array(levels + 1);
  const own = new Float64Array(levels);
  let total = 0;
  return {
    add(level: number, weight: number): void {
      own[level] = (own[level] ?? 0) + weight;
      total += weight;
      for (let at = level + 1; at <= levels; at += at & -at) tree[at] = (tree[at] ?? 0) + weight;
    },
    /** Weight of the levels below this one. */
    upTo(level: number): number {
      let sum = 0;
      for (let at = level; at > 0; at -= at & -at) sum += tree[at] ?? 0;
      return sum;
    },
    at: (level: number): number => own[level] ?? 0,
    total: (): number => total,
  };
}
