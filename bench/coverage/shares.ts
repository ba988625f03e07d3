/**
 * How often does the interval of a share cover it? Exact: every outcome of n is counted with its chance.
 *
 *   npx tsx bench/coverage/shares.ts [confidence = 0.95]
 *
 * For each n the mean coverage over 2,000 shares from 0.00025 to 0.99975, and the least over these and
 * 500 more, from 0.0005/n to 5/n, where few succeed.
 */
import { agrestiCoullInterval } from "../../src/stats/agresti-coull-interval.ts";
import { clopperPearsonInterval } from "../../src/stats/clopper-pearson-interval.ts";
import { logGamma } from "../../src/stats/log-gamma.ts";
import { modifiedWilsonInterval } from "../../src/stats/modified-wilson-interval.ts";
import { waldInterval } from "../../src/stats/wald-interval.ts";
import { wilsonInterval } from "../../src/stats/wilson-interval.ts";

const METHODS = {
  wilson: wilsonInterval,
  "modified wilson": modifiedWilsonInterval,
  "agresti-coull": agrestiCoullInterval,
  "clopper-pearson": clopperPearsonInterval,
  wald: waldInterval,
};
const SIZES: readonly number[] = [10, 20, 30, 50, 100, 300, 1000, 2000];
const SHARES: readonly number[] = Array.from({ length: 2000 }, (_, k) => (k + 0.5) / 2000);
const CONFIDENCE = Number(process.argv[2] ?? 0.95);

/** Shares so small that few of n succeed. */
function smallShares(n: number): readonly number[] {
  return Array.from({ length: 500 }, (_, k) => (5 / n) * 10_000 ** (k / 499 - 1));
}

/** The chance that the interval of a sample covers the share the sample is drawn from. */
function coverage(bounds: readonly (readonly [number, number])[], share: number): number {
  const n = bounds.length - 1;
  let sum = 0;
  for (const [x, [lower, upper]] of bounds.entries()) {
    if (share < lower || share > upper) continue;
    const ways = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
    sum += Math.exp(ways + x * Math.log(share) + (n - x) * Math.log1p(-share));
  }
  return sum;
}

console.log(`Confidence ${CONFIDENCE}. Per method: mean coverage in %, least in brackets.\n`);
console.log(`| n | ${Object.keys(METHODS).join(" | ")} |`);
console.log(`|---|${"---|".repeat(Object.keys(METHODS).length)}`);
for (const n of SIZES) {
  const columns = Object.values(METHODS).map((interval) => {
    const bounds = Array.from({ length: n + 1 }, (_, x) => interval(x, n, CONFIDENCE));
    const covered = SHARES.map((share) => 100 * coverage(bounds, share));
    const mean = covered.reduce((total, value) => total + value, 0) / covered.length;
    const rare = smallShares(n).map((share) => 100 * coverage(bounds, share));
    return `${mean.toFixed(1)} (${Math.min(...covered, ...rare).toFixed(1)})`;
  });
  console.log(`| ${[n, ...columns].join(" | ")} |`);
}
