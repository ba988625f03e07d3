import { normalQuantile } from "./normal-distribution.ts";

/** How many units have a time, by time. */
export type TimeTable = readonly (readonly [time: number, units: number])[];

/** What is known at one time at which something happened. */
export interface ProductLimitStep {
  readonly time: number;
  /** Units that were watched up to this time and to which it had not happened yet. */
  readonly atRisk: number;
  readonly events: number;
  /** Share of units to which it has not happened by the end of this time. */
  readonly survival: number;
  /** Greenwood's sum, the squared relative standard error of `survival`; infinite at 0. */
  readonly relativeVariance: number;
}

/**
 * Kaplan and Meier's estimate of the share to which nothing has happened yet, from times at which it
 * happened and times up to which units were watched in vain. A unit watched up to a time is at risk
 * at that time.
 *
 * @see Kaplan & Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA 53(282),
 *   457-481, equation 2b.
 * @see Greenwood (1926), The Natural Duration of Cancer, Reports on Public Health and Medical
 *   Subjects 33, for the variance.
 * @example
 * const steps = productLimit([[6, 3], [7, 1]], [[6, 1], [9, 1]]);
 * steps.map(({ time, atRisk, survival }) => [time, atRisk, survival]); // => [[6, 6, 0.5], [7, 2, 0.25]]
 */
export function productLimit(events: TimeTable, censored: TimeTable): readonly ProductLimitStep[] {
  const happened = totals(events);
  const watched = totals(censored);
  const times = [...new Set([...happened.keys(), ...watched.keys()])].sort((a, b) => a - b);
  let atRisk = [...happened.values(), ...watched.values()].reduce((sum, units) => sum + units, 0);
  let [survival, relativeVariance] = [1, 0];
  const steps: ProductLimitStep[] = [];
  for (const time of times) {
    const count = happened.get(time) ?? 0;
    if (count > 0) {
      survival *= (atRisk - count) / atRisk;
      relativeVariance += count / (atRisk * (atRisk - count));
      steps.push({ time, atRisk, events: count, survival, relativeVariance });
    }
    atRisk -= count + (watched.get(time) ?? 0);
  }
  return steps;
}

function totals(table: TimeTable): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [time, units] of table) sums.set(time, (sums.get(time) ?? 0) + units);
  return sums;
}

/** Survival is a product of rounded numbers: so close to a share is at it. */
const ROUNDING = 1e-12;

/**
 * The first time by which it has happened to a share of units; `null` while it is not reached.
 *
 * @example
 * timeReached(productLimit([[6, 3], [7, 1]], [[6, 1], [9, 1]]), 0.5); // => 6
 * timeReached(productLimit([[6, 1]], [[9, 2]]), 0.5); // => null
 */
export function timeReached(steps: readonly ProductLimitStep[], share: number): number | null {
  return steps.find(({ survival }) => survival <= 1 - share + ROUNDING)?.time ?? null;
}

/**
 * Bounds for that time: the times at which the bounds of survival, made on the scale of
 * ln(−ln survival), reach the share. An upper one that is not reached is `null`.
 *
 * @see Brookmeyer & Crowley (1982), A Confidence Interval for the Median Survival Time, Biometrics
 *   38(1), 29-41; the scale is that of Kalbfleisch & Prentice (1980), section 1.3.
 * @example
 * const table = [3, 5, 6, 8, 9, 11, 12, 15].map((day) => [day, 1] as const);
 * timeReachedInterval(productLimit(table, []), 0.5, 0.95); // => [3, 12]
 */
export function timeReachedInterval(
  steps: readonly ProductLimitStep[],
  share: number,
  confidence: number,
): readonly [lower: number | null, upper: number | null] {
  const z = normalQuantile((1 + confidence) / 2);
  const bounded = (side: 1 | -1): readonly ProductLimitStep[] =>
    steps.map((step) => ({ ...step, survival: boundOf(step, side * z) }));
  return [timeReached(bounded(1), share), timeReached(bounded(-1), share)];
}

function boundOf({ survival, relativeVariance }: ProductLimitStep, z: number): number {
  if (survival <= 0) return 0;
  return survival ** Math.exp((z * Math.sqrt(relativeVariance)) / -Math.log(survival));
}
