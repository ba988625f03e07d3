import { argumentError } from "../base/errors.ts";
import { copyOfList, type OptionCheck, readOptions } from "../base/options.ts";
import { chooseAmong } from "./choose-among.ts";
import type { ModelChoice } from "./model-choice.ts";
import {
  MODEL_SOURCE_CHECKS,
  type ModelSource,
  type ModelSourceQuestion,
  readModelSource,
} from "./model-source.ts";
import { PURCHASE_MODELS, type PurchaseModelKind } from "./model-words.ts";

/** Between which models, and what they are to be judged by. */
export interface ChooseModelQuestion extends ModelSourceQuestion {
  /** Default: BG/NBD, MBG/NBD, MBG/CNBD-k and Pareto/NBD. */
  readonly candidates?: readonly PurchaseModelKind[];
}

const candidatesCheck: OptionCheck<readonly PurchaseModelKind[]> = (value, option) => {
  const expected = `a list of ${PURCHASE_MODELS.map((kind) => `"${kind}"`).join(", ")}`;
  const kinds = copyOfList(value, MOST_CANDIDATES);
  if (kinds === null) throw argumentError(option, expected, value, "option-wrong-type");
  const known: readonly unknown[] = PURCHASE_MODELS;
  const wrong = kinds.findIndex((kind) => !known.includes(kind));
  if (wrong !== -1) throw argumentError(option, expected, kinds[wrong]);
  if (kinds.length === 0) throw argumentError(option, expected, "an empty list");
  return PURCHASE_MODELS.filter((kind) => kinds.includes(kind));
};

/**
 * Fits the purchase models and says which of them serves these customers best, and why.
 *
 * Each is fitted to the time before a hold-out and asked to foretell it. Who does so demonstrably
 * worse than the best (mean squared error per customer, by more than 2 standard errors of the paired
 * difference) is out. Of the others the lowest BIC wins; among those within 2 of it, the smallest
 * error in the hold-out. The fits that are handed out are made from all the time given.
 *
 * @param source - Orders or a ledger, of which the last third is held out unless `holdoutFrom` says
 *   otherwise; or a summary, judged by BIC alone if it has no hold-out, and its fits are then those
 *   of the time before the hold-out.
 * @throws KpiError `invalid-argument` for an option, `invalid-data` for data that cannot be.
 * @see Kass & Raftery (1995), Bayes Factors, Journal of the American Statistical Association 90(430),
 *   773-795. Diebold & Mariano (1995), Comparing Predictive Accuracy, Journal of Business & Economic
 *   Statistics 13(3), 253-263.
 * @example
 * const model = { kind: "mbg-cnbd-k", k: 4, parameters: { r: 1, alpha: 2, a: 0.8, b: 3 } };
 * const summary = simulateSummary(model, new Float64Array(500).fill(40), { seed: 1 });
 * const choice = chooseModel(summary);
 * choice.chosen.kind; // => "mbg-cnbd-k"
 * choice.decidedBy; // => "bic"
 */
export function chooseModel(source: ModelSource, question: ChooseModelQuestion = {}): ModelChoice {
  const checks = { ...MODEL_SOURCE_CHECKS, candidates: candidatesCheck };
  const { candidates = PURCHASE_MODELS, ...asked } = readOptions<ChooseModelQuestion>(
    question,
    checks,
  );
  return chooseAmong(readModelSource(source, asked), candidates);
}

const MOST_CANDIDATES = 100;
