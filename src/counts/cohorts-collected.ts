import type { Period } from "../base/period.ts";
import type { MeasureOptions } from "../result/measure.ts";
import type { CohortCounts } from "./cohort-counts.ts";
import type { CohortOptions } from "./cohort-question.ts";
import { measureOptions } from "./collected.ts";

/** Counts of cohorts, and what to measure them with. */
export interface CohortsCollected {
  readonly counts: CohortCounts;
  readonly options: MeasureOptions & CohortOptions;
}

/** The options of stage 2 that a question of cohorts carries. */
export function cohortOptions(
  asked: CohortOptions,
  period: Period | null,
  warnings: MeasureOptions["warnings"],
): CohortsCollected["options"] {
  const { base, average } = asked;
  return {
    ...measureOptions(asked, period, warnings),
    ...(base === undefined ? {} : { base }),
    ...(average === undefined ? {} : { average }),
  };
}
