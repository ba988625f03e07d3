import { wilsonInterval } from "./wilson-interval.ts";

/**
 * Wilson's bounds for a proportion, mended where only one to three succeeded or failed.
 *
 * There Wilson's inner bound is too bold: its coverage falls to 84 % at 95 %. Where the bound from the
 * Poisson distribution is the outer one it is taken instead, and coverage stays above 91 %. Elsewhere
 * it is Wilson's.
 *
 * @param population - How many there are in all, if known.
 * @see Brown, Cai & DasGupta (2001), Interval Estimation for a Binomial Proportion, Statistical
 *   Science 16(2), 101-133, section 4.1.1.
 * @example
 * modifiedWilsonInterval(1, 30, 0.95).map((bound) => bound.toFixed(4)); // => ["0.0017", "0.1667"]
 * modifiedWilsonInterval(4, 30, 0.95).map((bound) => bound.toFixed(4)); // => ["0.0531", "0.2968"]
 */
export function modifiedWilsonInterval(
  successes: number,
  trials: number,
  confidence: number,
  population?: number,
): readonly [lower: number, upper: number] {
  const [lower, upper] = wilsonInterval(successes, trials, confidence, population);
  const failures = trials - successes;
  return [
    isFew(successes, trials) ? Math.min(lower, fewest(successes, confidence) / trials) : lower,
    isFew(failures, trials) ? Math.max(upper, 1 - fewest(failures, confidence) / trials) : upper,
  ];
}

/** Whether a count of successes or failures is one whose bound is mended. */
export function isFew(count: number, trials: number): boolean {
  return count >= 1 && count <= (trials <= 50 ? 2 : 3);
}

/** The mean of a Poisson distribution that reaches the count with the chance that is left over. */
function fewest(count: number, confidence: number): number {
  let [low, high] = [0, count];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (chanceOfAtLeast(count, middle) < 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** To the last digit of a double between 0 and 3, or nearly. */
const HALVINGS = 60;

function chanceOfAtLeast(count: number, mean: number): number {
  let [term, fewer] = [1, 0];
  for (let events = 0; events < count; events += 1) {
    fewer += term;
    term *= mean / (events + 1);
  }
  return 1 - fewer * Math.exp(-mean);
}
