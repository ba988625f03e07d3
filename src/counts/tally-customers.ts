import { activePlaces, EARLIER } from "./activity-bitmaps.ts";
import { type CohortMembers, NO_COHORT } from "./cohort-members.ts";
import type { ActiveAges, ReturnCounter } from "./return-rules.ts";

/** Rows and columns of a table that customers are counted into. */
export interface TallyShape {
  readonly rows: number;
  readonly columns: number;
  /** Ages of a cohort that are looked at. */
  readonly limitOf: (cohort: number) => number;
  /** The row of a customer of a cohort. */
  readonly rowOf: (cohort: number, who: number) => number;
}

/** Sizes of cohorts and customers back, row by row. */
export interface CustomersTally {
  readonly sizes: Int32Array;
  readonly returned: Int32Array;
}

/** Counts every customer once, in the cohort of the first order ever. */
export function tallyCustomers(
  { activity, cohortOf }: CohortMembers,
  counter: ReturnCounter,
  shape: TallyShape,
): CustomersTally {
  const { tally, active, count } = newTally(activity.wordsEach, counter, shape);
  for (let who = 0; who < cohortOf.length; who += 1) {
    const cohort = cohortOf[who] ?? NO_COHORT;
    if (cohort === NO_COHORT) continue;
    active.from = 0;
    count(cohort, who, activePlaces(activity, who, active.places));
  }
  return finished(tally, counter, shape);
}

/** Counts every customer in the cohort of each period with an order of theirs. */
export function tallyEveryPeriod(
  { activity, cohortOf }: CohortMembers,
  counter: ReturnCounter,
  shape: TallyShape,
): CustomersTally {
  const { tally, active, count } = newTally(activity.wordsEach, counter, shape);
  for (let who = 0; who < cohortOf.length; who += 1) {
    const found = activePlaces(activity, who, active.places);
    for (let from = 0; from < found; from += 1) {
      const place = active.places[from] ?? EARLIER;
      if (place === EARLIER) continue;
      active.from = from;
      count(place - 1, who, found);
    }
  }
  return finished(tally, counter, shape);
}

const WORD = 32;

function newTally(wordsEach: number, counter: ReturnCounter, shape: TallyShape) {
  const { rows, columns, limitOf, rowOf } = shape;
  const tally: CustomersTally = {
    sizes: new Int32Array(rows),
    returned: new Int32Array(rows * columns),
  };
  const active: ActiveAges = { places: new Int32Array(wordsEach * WORD), from: 0, until: 0 };
  const count = (cohort: number, who: number, found: number): void => {
    const row = rowOf(cohort, who);
    tally.sizes[row] = (tally.sizes[row] ?? 0) + 1;
    const end = (active.places[active.from] ?? 0) + limitOf(cohort);
    active.until = found;
    while (active.until > active.from && (active.places[active.until - 1] ?? 0) >= end) {
      active.until -= 1;
    }
    counter.mark(tally.returned, row * columns, active);
  };
  return { tally, active, count };
}

function finished(
  tally: CustomersTally,
  counter: ReturnCounter,
  { rows, columns }: TallyShape,
): CustomersTally {
  for (let row = 0; row < rows; row += 1) {
    counter.finish(tally.returned, row * columns, columns, tally.sizes[row] ?? 0);
  }
  return tally;
}
