import { deepFreeze } from "../base/deep-freeze.ts";
import { argumentError } from "../base/errors.ts";
import { type OptionCheck, readOptions } from "../base/options.ts";
import { attachDisplay } from "../result/display.ts";
import { DEFAULT_CONFIDENCE, requireConfidence } from "../result/interval.ts";
import { concordance } from "../stats/concordance.ts";
import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { calibrationByFrequency } from "./calibration-by-frequency.ts";
import { expectedPurchasesOfAll } from "./expected-purchases.ts";
import { fitPurchaseModel } from "./fit-purchase-model.ts";
import { holdoutByFrequency } from "./holdout-by-frequency.ts";
import { holdoutMisses, type SplitSummary } from "./holdout-error.ts";
import { modelFindings } from "./model-findings.ts";
import { modelMeaning, parameterMeanings } from "./model-meaning.ts";
import { modelReportBlocks } from "./model-report-blocks.ts";
import type { ModelReport, ReportedHoldout, ReportedParameter } from "./model-report-shape.ts";
import {
  MODEL_SOURCE_CHECKS,
  type ModelData,
  type ModelSource,
  type ModelSourceQuestion,
  readModelSource,
} from "./model-source.ts";
import { modelName } from "./model-words.ts";
import { parameterIntervals } from "./parameter-intervals.ts";
import { PURCHASE_KINDS, requireFit } from "./require-model.ts";
import { type TrackedWeek, trackPurchases } from "./track-purchases.ts";

/** How orders are summed up and split, and how sure intervals are to be. */
export interface ModelReportQuestion extends ModelSourceQuestion {
  /** Of the intervals of parameters. Default 0.95. */
  readonly confidence?: number;
}

const confidenceCheck: OptionCheck<number> = (value) => {
  requireConfidence(value);
  return value;
};

/**
 * How a fitted model does on its data: parameters and what they mean, customers by frequency
 * (counted and expected), purchases week by week, the hold-out by frequency, and how well customers
 * are put in order.
 *
 * The hold-out and the weeks are those of the same model fitted to the time before the hold-out, so
 * that nothing is foretold that the fit has seen.
 *
 * @param fit - A model fitted to this source.
 * @param source - Orders or a ledger, of which the last third is held out unless `holdoutFrom` says
 *   otherwise; or a summary. A summary with a hold-out is what the fit was made from; weeks need orders.
 * @throws KpiError `invalid-argument` for an option, `invalid-data` for data that cannot be.
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, figures 2 to 4.
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.8, alpha: 6, a: 0.9, b: 3 } };
 * const summary = simulateSummary(model, new Float64Array(500).fill(40), { seed: 1 });
 * const report = modelReport(fitBgNbd(summary), summary);
 * report.name; // => "BG/NBD"
 * report.calibration.reduce((sum, { actual }) => sum + actual, 0); // => 500
 */
export function modelReport(
  fit: FittedPurchaseModel,
  source: ModelSource,
  question: ModelReportQuestion = {},
): ModelReport {
  const { confidence = DEFAULT_CONFIDENCE, ...asked } = readOptions<ModelReportQuestion>(question, {
    ...MODEL_SOURCE_CHECKS,
    confidence: confidenceCheck,
  });
  requireFit(fit, PURCHASE_KINDS);
  const data = readModelSource(source, asked);
  if (data.whole.unit !== fit.unit) {
    throw argumentError("unit", `"${fit.unit}", as the model was fitted in`, data.whole.unit);
  }
  const { whole, split } = data;
  const early = split === null || split === whole ? fit : sameModel(fit, split);
  const facts = {
    kind: "model-report" as const,
    ...{ name: modelName(fit), unit: fit.unit, fit, confidence },
    parameters: parametersOf(fit, confidence),
    meaning: modelMeaning(fit),
    calibration: calibrationByFrequency(fit, whole),
    tracking: trackingOf(early, data),
    holdout: split && holdoutOf(early, split),
  };
  const report: ModelReport = { ...facts, findings: modelFindings(facts, whole) };
  return deepFreeze(attachDisplay(report, () => modelReportBlocks(report)));
}

function sameModel(fit: FittedPurchaseModel, split: SplitSummary): FittedPurchaseModel {
  return fitPurchaseModel(fit.kind, split, fit.kind === "mbg-cnbd-k" ? fit.k : undefined);
}

function parametersOf(fit: FittedPurchaseModel, confidence: number): readonly ReportedParameter[] {
  const meanings = parameterMeanings(fit);
  const intervals = new Map(Object.entries(parameterIntervals<string>(fit, confidence)));
  const errors = new Map(Object.entries<number | null>(fit.standardErrors));
  return Object.entries<number>(fit.parameters).map(([name, value]) => ({
    ...{ name, value, standardError: errors.get(name) ?? null },
    interval: intervals.get(name) ?? null,
    meaning: meanings[name] ?? "",
  }));
}

function trackingOf(
  model: FittedPurchaseModel,
  { tracked }: ModelData,
): readonly TrackedWeek[] | null {
  if (tracked === null) return null;
  return trackPurchases(model, tracked.summary, tracked.purchases, tracked.span);
}

function holdoutOf(model: FittedPurchaseModel, split: SplitSummary): ReportedHoldout {
  const { purchases, horizon } = split.holdout;
  const { actual, expected, rootMeanSquare } = holdoutMisses(model, split);
  const guesses = expectedPurchasesOfAll(model, split, horizon);
  return {
    ...{ actual, expected, rootMeanSquare, horizon },
    customers: split.customers.reduce((sum, weight) => sum + weight, 0),
    newCustomers: split.newInHoldout,
    byFrequency: holdoutByFrequency(model, split),
    concordance: concordance(guesses, purchases, split.customers),
  };
}
