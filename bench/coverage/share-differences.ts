/**
 * How often does Newcombe's interval cover the true difference of two shares?
 *
 *   npx tsx bench/coverage/share-differences.ts [confidence = 0.95]
 *
 * Exact: every outcome of both groups is weighed with its probability, for true shares of 2.5 %, 5 %,
 * 7.5 % … 97.5 % in each group. No chance is involved.
 */

import { logGamma } from "../../src/stats/log-gamma.ts";
import { newcombeInterval } from "../../src/stats/newcombe-interval.ts";

const SIZES: readonly (readonly [first: number, second: number])[] = [
  ...([
    [10, 10],
    [30, 10],
    [30, 30],
    [100, 30],
    [100, 100],
    [300, 100],
  ] as const),
];
const SHARES: readonly number[] = Array.from({ length: 39 }, (_, at) => (at + 1) / 40);
const CONFIDENCE = Number(process.argv[2] ?? 0.95);

/** The chances of 0, 1 … n successes. */
function binomial(n: number, share: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, k) => {
    const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
    return Math.exp(ways + k * Math.log(share) + (n - k) * Math.log1p(-share));
  });
}

function coverages(first: number, second: number): readonly number[] {
  const bounds = Array.from({ length: first + 1 }, (_, a) =>
    Array.from({ length: second + 1 }, (_, b) =>
      newcombeInterval(
        { successes: a, trials: first },
        { successes: b, trials: second },
        CONFIDENCE,
      ),
    ),
  );
  return SHARES.flatMap((p) =>
    SHARES.map((q) => {
      const [inFirst, inSecond] = [binomial(first, p), binomial(second, q)];
      let covered = 0;
      for (const [a, row] of bounds.entries()) {
        for (const [b, [lower, upper]] of row.entries()) {
          if (lower <= p - q && p - q <= upper) covered += (inFirst[a] ?? 0) * (inSecond[b] ?? 0);
        }
      }
      return covered;
    }),
  );
}

console.log(
  `Confidence ${CONFIDENCE}; mean coverage in % over all pairs of shares, and the least.\n`,
);
console.log("| n | mean | least |");
console.log("|---|---|---|");
for (const [first, second] of SIZES) {
  const all = coverages(first, second);
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  const cells = [100 * mean, 100 * Math.min(...all)].map((share) => share.toFixed(1));
  console.log(`| ${[`${first}, ${second}`, ...cells].join(" | ")} |`);
}
