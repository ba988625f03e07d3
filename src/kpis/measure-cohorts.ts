import { deepFreeze } from "../base/deep-freeze.ts";
import { argumentError } from "../base/errors.ts";
import type { CohortCounts, CohortRowCounts } from "../counts/cohort-counts.ts";
import type { CohortBase, CohortOptions } from "../counts/cohort-question.ts";
import { attachDisplay } from "../result/display.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { DEFAULT_CONFIDENCE } from "../result/interval.ts";
import { writerFor } from "../result/language.ts";
import type { MeasureOptions } from "../result/measure.ts";
import type { WarningFact } from "../result/warning.ts";
import { averagesOf } from "./cohort-average.ts";
import { cohortBlocks } from "./cohort-blocks.ts";
import { cohortVariant } from "./cohort-cell-definition.ts";
import { type CellMeasure, cellsOf } from "./cohort-cells.ts";
import { explainCohorts } from "./cohort-explanation.ts";
import type { CohortRetention } from "./cohort-table.ts";
import { smallSample } from "./small-sample.ts";

/** Stage 2 of cohort retention: rates, intervals, averages and words of counted cohorts. */
export function measureCohorts(
  counts: CohortCounts,
  options: MeasureOptions & CohortOptions,
): CohortRetention {
  const { question } = counts;
  const { base = "cohort", average = "pooled", confidence = DEFAULT_CONFIDENCE } = options;
  requirePrevious(base, counts);
  const measure: CellMeasure = {
    ...{ question, base },
    confidence: options.interval === false ? null : confidence,
  };
  const ages = agesOf(counts);
  const averages = averagesOf(counts, ages.length, measure, average);
  const facts = [...(options.warnings ?? []), ...smallCohorts(counts.cohorts)];
  const table: CohortRetention = {
    ...{ kind: "cohort-retention", kpi: "cohortRetention" },
    variant: cohortVariant(question, base),
    version: 1,
    period: options.period ?? question.period,
    ...{ base, confidence: measure.confidence, ages },
    cohorts: counts.cohorts.map((row) => ({
      ...{ cohort: row.cohort, period: row.period, size: row.size },
      cells: cellsOf(row, measure),
    })),
    averageBy: average,
    average: averages,
    explanation: explainCohorts(counts, { base, average, ages, averages }),
    warnings: facts.map((fact) => ({
      ...fact,
      message: englishOfCustomers.warning(fact, writerFor(englishOfCustomers)),
    })),
    counts,
  };
  return deepFreeze(attachDisplay(table, () => cohortBlocks(table)));
}

/** Rates against the age before need one row of ages of the same customers. */
function requirePrevious(base: CohortBase, { question }: CohortCounts): void {
  if (base === "cohort" || (question.brackets === null && question.cohortBy !== "attribute"))
    return;
  const other = question.brackets === null ? '`cohortBy` is "attribute"' : "there are `brackets`";
  throw argumentError("base", `"cohort" where ${other}`, base);
}

function agesOf({ cohorts, question }: CohortCounts): readonly string[] {
  const { brackets } = question;
  if (brackets !== null) {
    return brackets.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  }
  const length = Math.max(0, ...cohorts.map(({ values }) => values.length));
  return Array.from({ length }, (_, age) => String(age));
}

function smallCohorts(cohorts: readonly CohortRowCounts[]): readonly WarningFact[] {
  const sizes = cohorts.map(({ size }) => size).filter((size) => size > 0);
  return sizes.length === 0 ? [] : smallSample(Math.min(...sizes));
}
