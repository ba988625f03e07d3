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
}

/**
 * Kaplan and Meier's estimate of the share to which nothing has happened yet, from times at which it
 * happened and times up to which units were watched in vain. A unit watched up to a time is at risk
 * at that time.
 *
 * @see Kaplan & Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA 53(282),
 *   457-481, equation 2b.
 * @example
 * const steps = productLimit([[6, 3], [7, 1]], [[6, 1], [9, 1]]);
 * steps.map(({ time, atRisk, survival }) => [time, atRisk, survival]); // => [[6, 6, 0.5], [7, 2, 0.25]]
 */
export function productLimit(events: TimeTable, censored: TimeTable): readonly ProductLimitStep[] {
  const happened = totals(events);
  const watched = totals(censored);
  const times = [...new Set([...happened.keys(), ...watched.keys()])].sort((a, b) => a - b);
  let atRisk = [...happened.values(), ...watched.values()].reduce((sum, units) => sum + units, 0);
  let survival = 1;
  const steps: ProductLimitStep[] = [];
  for (const time of times) {
    const count = happened.get(time) ?? 0;
    if (count > 0) {
      survival *= (atRisk - count) / atRisk;
      steps.push({ time, atRisk, events: count, survival });
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
