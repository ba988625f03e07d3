import { argumentError } from "../base/errors.ts";
import type { ChannelRetention } from "../kpis/channel-retention-shape.ts";
import type { ClvByNpsClass } from "../kpis/clv-by-nps-class-shape.ts";
import type { CohortRetention } from "../kpis/cohort-table.ts";
import type { OrderValueDistribution } from "../kpis/order-value-distribution-shape.ts";
import type { Series } from "../kpis/over-periods.ts";
import type { Report } from "../kpis/report-shape.ts";
import type { HistoricalClvByAge } from "../kpis/value-by-age.ts";
import type { CustomerValueDistribution } from "../kpis/value-distribution.ts";
import type { KpiVariants } from "../kpis/variants.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type LocaleOptions, readTongue } from "./locale.ts";
import { retell } from "./retell.ts";
import type { Tongue } from "./tongue.ts";
import { translateChannels, translateNpsClasses } from "./translate-groups.ts";
import { translateReport } from "./translate-report.ts";
import { translateCohorts, translateSeries, translateVariants } from "./translate-tables.ts";
import {
  translateCustomerValues,
  translateOrderValues,
  translateValueByAge,
} from "./translate-values.ts";

/** What can be put into another language: results, and tables and reports of them. */
export type Translatable =
  | KpiResult
  | KpiVariants
  | CohortRetention
  | ChannelRetention
  | ClvByNpsClass
  | HistoricalClvByAge
  | CustomerValueDistribution
  | OrderValueDistribution
  | Series
  | Report;

/**
 * The same result, table or report in another language: numbers and data stay, every text is made
 * anew from them. It shows itself in that language, also through `toText`, `toMarkdown`, `toHtml`.
 *
 * @param shown - A result, a list of variants, a table of cohorts, a series or a report.
 * @throws {@link KpiError} `invalid-argument` for anything else, and for a result of a definition of
 * your own or of `loyalty-kpis/models`, which speak English only.
 * @example
 * const french = translate(nps([10, 9, 7, 3]), { locale: "fr" });
 * french.explanation.formula; // => "Net Promoter Score = 100 × (promoteurs − détracteurs) ÷ répondants"
 * toText(translate(french, { locale: "en" })) === toText(nps([10, 9, 7, 3])); // => true
 */
export function translate<Shown extends Translatable>(shown: Shown, options: LocaleOptions): Shown {
  const tongue = readTongue(options);
  return translated(shown, tongue) as Shown; // of the same kind as it was
}

function translated(shown: Translatable, tongue: Tongue): Translatable {
  if (typeof shown === "object" && shown !== null) {
    if ("kind" in shown) {
      switch (shown.kind) {
        case "variants":
          return translateVariants(shown, tongue);
        case "cohort-retention":
          return translateCohorts(shown, tongue);
        case "series":
          return translateSeries(shown, tongue);
        case "channel-retention":
          return translateChannels(shown, tongue);
        case "clv-by-nps-class":
          return translateNpsClasses(shown, tongue);
        case "value-by-age":
          return translateValueByAge(shown, tongue);
        case "customer-value-distribution":
          return translateCustomerValues(shown, tongue);
        case "order-value-distribution":
          return translateOrderValues(shown, tongue);
      }
    }
    if ("kpi" in shown && "explanation" in shown && "warnings" in shown) {
      return retell(shown as KpiResult, tongue); // a table of cohorts has a `kind`
    }
    if ("results" in shown && "notComputed" in shown) return translateReport(shown, tongue);
  }
  throw argumentError(
    "shown",
    "a result, table or report of this library",
    shown,
    "option-wrong-type",
  );
}
