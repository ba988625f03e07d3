import { attachDisplay, blocksOf } from "../result/display.ts";
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
 * @throws {@link KpiError} `invalid-argument` for a result of a definition of your own or of
 * `loyalty-kpis/models`, which speak English only.
 * @example
 * const result = retentionRateFromCounts({ customersAtStart: 1000, customersAtEnd: 1100, newCustomers: 250 });
 * const { formula, steps } = explain(result, { locale: "fr" });
 * formula; // => "taux de rétention = (clients à la fin − nouveaux clients) ÷ clients au début"
 * steps; // => ["(1100 − 250) ÷ 1000", "850 ÷ 1000", "0,85"]
 */
export function explain(result: KpiResult, options: LocaleOptions): LocalExplanation {
  const tongue = readTongue(options);
  const told = retell(result, tongue);
  const { locale } = tongue.language;
  const explained = { locale, ...told.explanation, warnings: told.warnings };
  return Object.freeze(attachDisplay(explained, () => blocksOf(told) ?? []));
}
