import { deepFreeze } from "../base/deep-freeze.ts";
import { argumentError } from "../base/errors.ts";
import { cohortBlocks } from "../kpis/cohort-blocks.ts";
import { explainCohorts } from "../kpis/cohort-explanation.ts";
import type { CohortRetention } from "../kpis/cohort-table.ts";
import type { Series } from "../kpis/over-periods.ts";
import { seriesBlocks } from "../kpis/series-blocks.ts";
import {
  type KpiVariants,
  tellVariants,
  type VariantsWords,
  variantsBlocks,
} from "../kpis/variants.ts";
import { behindOf } from "../result/attach-page.ts";
import { attachDisplay } from "../result/display.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { writerFor } from "../result/language.ts";
import { retell, retellWarnings } from "./retell.ts";
import type { Tongue } from "./tongue.ts";

/** A list of variants in a language. */
export function translateVariants(list: KpiVariants, tongue: Tongue): KpiVariants {
  const { language, variants: labels } = tongue;
  const without = list.notComputed.flatMap(({ result }) => (result === null ? [] : [result]));
  const refused = list.notComputed.filter(({ result }) => result === null);
  const told = tellVariants(
    {
      ...{ kpi: list.kpi, period: list.period },
      listed: list.variants.map(({ result }) => retell(result, tongue)),
      without: without.map((result) => retell(result, tongue)),
      refused: refused.map(({ variant }) => variant),
    },
    variantsWords(list.kpi, tongue),
    writerFor(language),
  );
  return deepFreeze(attachDisplay(told, () => variantsBlocks(told, language, labels)));
}

function variantsWords(kpi: string, { variantsOf }: Tongue): VariantsWords<unknown> {
  const words: unknown = Object.hasOwn(variantsOf, kpi) ? Reflect.get(variantsOf, kpi) : undefined;
  if (words !== undefined) return words as VariantsWords<unknown>; // of the counts of that KPI
  throw argumentError("shown", "variants of a KPI of this library", kpi);
}

/** A table of cohorts in a language. */
export function translateCohorts(table: CohortRetention, tongue: Tongue): CohortRetention {
  const { language, cohorts: words } = tongue;
  const { base, averageBy: average, ages, average: averages, counts } = table;
  const told: CohortRetention = {
    ...table,
    explanation: explainCohorts(counts, { base, average, ages, averages }, words, language),
    warnings: retellWarnings(table.warnings, tongue),
  };
  return deepFreeze(attachDisplay(told, () => cohortBlocks(told, words, language, tongue.result)));
}

/** A series in a language. */
export function translateSeries(series: Series, tongue: Tongue): Series {
  const named = retell(namedBy(series), tongue);
  const points = series.points.map((point) => ({
    ...point,
    result: retell(point.result, tongue),
  }));
  const told: Series = { ...series, points };
  const blocks = () => seriesBlocks(told, named, tongue.series, tongue.language);
  return deepFreeze(attachDisplay(told, blocks, { named }));
}

/** A result that tells the KPI's name: that of no rows, or the first one of a series that was cloned. */
function namedBy(series: Series): KpiResult {
  const behind = behindOf(series) as { readonly named: KpiResult } | null; // as `overPeriods` put it
  const named = behind?.named ?? series.points[0]?.result;
  if (named !== undefined) return named;
  throw argumentError("shown", "a series as `overPeriods` gives it", series);
}
