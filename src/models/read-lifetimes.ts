import { type Faults, KpiError, newFaults, requireArgument, throwFaults } from "../base/errors.ts";
import { copyOfList } from "../base/options.ts";
import { show } from "../base/show.ts";
import { memberOf } from "./require-model.ts";
import type { Lifetimes } from "./sbg-likelihood.ts";

/** Subscribers who started together, and how many of them were active at each age. */
export interface SurvivalCohort {
  /** How many started. */
  readonly size: number;
  /** How many were active at age 0 (all of them), 1, 2, …; null from where it is not observed yet. */
  readonly active: readonly (number | null)[];
}

/** Adds the cohorts up by age. Numbers may be shares of a hundred as well as counts. */
export function readLifetimes(cohorts: readonly SurvivalCohort[]): {
  readonly lifetimes: Lifetimes;
  readonly customers: number;
} {
  const list = copyOfList(cohorts, Number.POSITIVE_INFINITY);
  requireArgument(list !== null, "cohorts", "a list of cohorts", cohorts, "option-wrong-type");
  const faults = newFaults();
  const observed = list.map((cohort, row) => observedPart(cohort, row, faults));
  throwFaults("invalid-data", faults);
  const longest = observed.reduce((most, active) => Math.max(most, active.length - 1), 0);
  if (longest === 0) throw nothingToFit();
  const lost = new Float64Array(longest);
  const kept = new Float64Array(longest);
  let customers = 0;
  for (const active of observed) {
    if (active.length < 2) continue;
    customers += active[0] ?? 0;
    for (let age = 1; age < active.length; age += 1) {
      lost[age - 1] = (lost[age - 1] ?? 0) + (active[age - 1] ?? 0) - (active[age] ?? 0);
    }
    const last = active.length - 2;
    kept[last] = (kept[last] ?? 0) + (active.at(-1) ?? 0);
  }
  return { lifetimes: { lost, kept }, customers };
}

function observedPart(cohort: unknown, row: number, faults: Faults): readonly number[] {
  const refuse = (field: string, expected: string, received: unknown): void => {
    const message = `\`${field}\` must be ${expected}; received ${show(received)}.`;
    const code = "number-out-of-range";
    faults.add({ code, message, row, field, expected, received: show(received) });
  };
  const size = memberOf(cohort, "size", `cohorts.${row}`);
  const active = copyOfList(memberOf(cohort, "active", `cohorts.${row}`), MOST_AGES);
  if (typeof size !== "number" || !(size > 0) || !Number.isFinite(size)) {
    refuse("size", "a number above 0", size);
    return [];
  }
  if (active === null) {
    refuse("active", "a list of numbers of customers by age", active);
    return [];
  }
  if (active[0] !== size) refuse("active[0]", `the size of the cohort, ${show(size)}`, active[0]);
  const end = active.indexOf(null);
  const observed: number[] = [];
  for (const [age, count] of active.entries()) {
    if (count === null) continue;
    const before = observed.at(-1) ?? size;
    if (end !== -1 && age > end) refuse(`active[${age}]`, "null, as the age before is", count);
    else if (typeof count !== "number" || !(count >= 0 && count <= before)) {
      refuse(`active[${age}]`, `from 0 to ${show(before)}, as many as before`, count);
    } else observed.push(count);
  }
  return observed;
}

function nothingToFit(): KpiError {
  const message = "A survival model needs a cohort observed at age 1 at least; there is none.";
  return new KpiError("invalid-data", message, [
    { code: "model-not-identified", message, field: "active" },
  ]);
}

/** More ages than are ever observed. */
const MOST_AGES = 100_000;
