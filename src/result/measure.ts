import { deepFreeze } from "../base/deep-freeze.ts";
import { attachPage } from "./attach-page.ts";
import type { KpiDefinition } from "./definition.ts";
import { resultBlocks } from "./document.ts";
import { english } from "./english.ts";
import { explainCore, symbolTexts } from "./explain-core.ts";
import {
  DEFAULT_CONFIDENCE,
  type Interval,
  type IntervalFinding,
  requireConfidence,
  roundStatistic,
} from "./interval.ts";
import type { KpiResult, NoValueReason, ResultCore, ResultPeriod } from "./kpi-result.ts";
import { type Language, writerFor } from "./language.ts";
import { WITHOUT_TABLES } from "./render.ts";
import type { Warning, WarningFact } from "./warning.ts";
import { workOut } from "./work-out.ts";

/** How a result is to be measured, beside its counts. */
export interface MeasureOptions {
  /** Confidence of the interval, strictly between 0 and 1. Defaults to 0.95. */
  readonly confidence?: number;
  /** `false`: no interval, as for a census whose sampling error is of no interest. */
  readonly interval?: false;
  /** The period that was asked about. */
  readonly period?: ResultPeriod | null;
  /** What was noticed while the rows were read. */
  readonly warnings?: readonly WarningFact[];
}

/** Works a definition's formula out on counts and assembles the frozen result. */
export function measure<Counts, Name extends string>(
  definition: KpiDefinition<Counts, Name>,
  counts: Counts,
  options: MeasureOptions = {},
): KpiResult<Counts> {
  const confidence = options.confidence ?? DEFAULT_CONFIDENCE;
  requireConfidence(confidence);
  const { kpi, variant, version } = definition;
  const worked = workedOut(definition, counts);
  const facts = [...(options.warnings ?? []), ...definition.warnings(counts)];
  let interval: Interval | null = null;
  if (worked.status === "measured" && options.interval !== false) {
    const finding = definition.interval(counts, confidence);
    if ("because" in finding) facts.push({ code: "no-interval", because: finding.because });
    else interval = intervalOf(finding, worked.value, confidence);
  }
  const core: ResultCore<Counts> = {
    ...{ kpi, variant, version },
    ...worked,
    unit: definition.unit(counts),
    interval,
    period: options.period ?? null,
    counts,
    warnings: facts.map((fact) => withMessage(fact, definition.english ?? english)),
  };
  const explanation = explainCore(definition, core, english, definition.words);
  // `core` has the members of one of the two kinds of result, by its status.
  return displayed({ ...core, explanation } as KpiResult<Counts>);
}

/** Freezes a result and gives it the members that notebooks and consoles show it by. */
export function displayed<Result extends KpiResult>(result: Result): Result {
  return deepFreeze(attachPage(result, () => resultBlocks(result), WITHOUT_TABLES));
}

type Worked =
  | { readonly status: "measured"; readonly value: number; readonly exact: string }
  | {
      readonly status: "no-value";
      readonly reason: NoValueReason;
      readonly value: null;
      readonly exact: null;
    };

function workedOut<Counts, Name extends string>(
  definition: KpiDefinition<Counts, Name>,
  counts: Counts,
): Worked {
  const without = (reason: NoValueReason): Worked => ({
    status: "no-value",
    ...{ reason, value: null, exact: null },
  });
  const reason = definition.noValue(counts);
  if (reason !== null) return without(reason);
  const { exact } = workOut(definition.formula(counts), symbolTexts(definition.symbols(counts)));
  if (exact === null) return without("diverges");
  return { status: "measured", value: Number(exact), exact };
}

/** Bounds are rounded, but one that is the value itself stays so: rounding must not leave it out. */
function intervalOf(
  { method, bounds: [lower, upper] }: Extract<IntervalFinding, { readonly method: unknown }>,
  value: number,
  confidence: number,
): Interval {
  const kept = (bound: number): number => {
    const rounded = roundStatistic(bound);
    return rounded === roundStatistic(value) ? value : rounded;
  };
  return { lower: kept(lower), upper: kept(upper), confidence, method };
}

function withMessage(fact: WarningFact, language: Language): Warning {
  return { ...fact, message: language.warning(fact, writerFor(language)) };
}
