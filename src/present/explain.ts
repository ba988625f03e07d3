import { argumentError } from "../base/errors.ts";
import { blocksOf } from "../result/attach-page.ts";
import { attachDisplay } from "../result/display.ts";
import type { Explanation, KpiResult } from "../result/kpi-result.ts";
import type { Locale } from "../result/language.ts";
import type { Warning } from "../result/warning.ts";
import { type LocaleOptions, readTongue } from "./locale.ts";
import { retell } from "./retell.ts";

/** The words of one result in one language. */
export interface LocalExplanation extends Explanation {
  readonly locale: Locale;
  /** The warnings of the result, their messages in this language. */
  readonly warnings: readonly Warning[];
}

/**
 * The explanation of a result in another language: formula, steps, symbols, sentence, assumptions
 * and warnings, made anew from the result's data, never translated sentence by sentence.
 *
 * The expression is the same in every language; titles of sources stay as they were published. The
 * explanation shows itself, also through `toText`, `toMarkdown` and `toHtml`. For the result itself,
 * a table or a report in another language there is {@link translate}.
 *
 * @throws {@link KpiError} `invalid-argument` for a table or report, and for a result of a definition of your own or of
 * `loyalty-kpis/models`, which speak English only.
 * @example
 * const result = retentionRateFromCounts({ customersAtStart: 1000, customersAtEnd: 1100, newCustomers: 250 });
 * const { formula, steps } = explain(result, { locale: "fr" });
 * formula; // => "taux de rétention = (clients à la fin − nouveaux clients) ÷ clients au début"
 * steps; // => ["(1100 − 250) ÷ 1000", "850 ÷ 1000", "0,85"]
 */
export function explain(result: KpiResult, options: LocaleOptions): LocalExplanation {
  const tongue = readTongue(options);
  requireOneResult(result);
  const told = retell(result, tongue);
  const { locale } = tongue.language;
  const explained = { locale, ...told.explanation, warnings: told.warnings };
  return Object.freeze(attachDisplay(explained, () => blocksOf(told) ?? []));
}

/** Tables and reports have explanations in them, and are put into a language as a whole. */
function requireOneResult(shown: unknown): asserts shown is KpiResult {
  const kind = kindOf(shown);
  if (kind === "result") return;
  const expected = WHOLE.includes(kind)
    ? "one result of a KPI; for a whole table or report call `translate`"
    : "a result, as a KPI such as `nps` gives it";
  throw argumentError("result", expected, kind ?? shown, "option-wrong-type");
}

/** What `translate` takes as a whole. */
const WHOLE: readonly unknown[] = [
  ...["variants", "cohort-retention", "series", "channel-retention", "clv-by-nps-class"],
  ...["value-by-age", "customer-value-distribution", "order-value-distribution", "report"],
];

/** A result and a report are known by their members, all else by its `kind`; JavaScript may hand in anything. */
function kindOf(shown: unknown): unknown {
  if (typeof shown !== "object" || shown === null) return null;
  if ("kind" in shown) return shown.kind;
  if ("results" in shown && "notComputed" in shown) return "report";
  return "kpi" in shown && "warnings" in shown ? "result" : null;
}
