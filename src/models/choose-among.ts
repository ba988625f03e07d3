import { deepFreeze } from "../base/deep-freeze.ts";
import { argumentError } from "../base/errors.ts";
import { attachDisplay } from "../result/display.ts";
import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { choiceBlocks } from "./choice-blocks.ts";
import { choiceReasons } from "./choice-reasons.ts";
import { LONGEST } from "./counting.ts";
import { fitPurchaseModel } from "./fit-purchase-model.ts";
import {
  type HoldoutMisses,
  holdoutMisses,
  type SplitSummary,
  worseByErrors,
} from "./holdout-error.ts";
import type {
  CandidateHoldout,
  ModelCandidate,
  ModelChoice,
  ModelNotTried,
} from "./model-choice.ts";
import { KIND_NAMES, modelName, type PurchaseModelKind } from "./model-words.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { rankModels } from "./rank-models.ts";

/** What the candidates are fitted to and judged by. */
export interface ChoiceData {
  /** What the fits that are handed out are made from. */
  readonly whole: PurchaseSummary;
  /** The same customers up to a hold-out; null to do without. */
  readonly split: SplitSummary | null;
}

/** Above so many standard errors, a larger error in the hold-out is taken for more than chance. */
const RULED_OUT = 2;

/** Fits the candidates, judges them by the hold-out and by BIC, and says why. */
export function chooseAmong(
  { whole, split }: ChoiceData,
  kinds: readonly PurchaseModelKind[],
): ModelChoice {
  const notTried: ModelNotTried[] = [];
  const tried = kinds.flatMap((kind) => {
    const one = tryModel(kind, { whole, split }, kinds);
    if (typeof one !== "string") return [one];
    notTried.push({ model: kind, reason: one });
    return [];
  });
  const candidates = candidatesOf(tried, split);
  const [first, ...others] = candidates;
  if (first === undefined) {
    throw argumentError("candidates", "a model that these data can be fitted to", kinds);
  }
  const ranking = rankModels([first, ...others]);
  const [best] = ranking.candidates;
  const facts = {
    kind: "model-choice",
    ...{ chosen: best.fit, ...ranking, notTried },
    customers: best.fit.customers,
    unit: whole.unit,
    holdout: split && {
      horizon: split.holdout.horizon,
      customers: split.customers.reduce((sum, weight) => sum + weight, 0),
      newCustomers: split.newInHoldout,
      purchases: best.holdout?.actual ?? 0,
    },
  } as const;
  const choice: ModelChoice = { ...facts, reasons: choiceReasons(facts) };
  return deepFreeze(attachDisplay(choice, () => choiceBlocks(choice)));
}

/** A model fitted, and what it missed in the hold-out. */
interface Tried {
  readonly fit: FittedPurchaseModel;
  readonly misses: HoldoutMisses | null;
}

/** A fit and its misses, or why there is nothing worth comparing. */
function tryModel(
  kind: PurchaseModelKind,
  { whole, split }: ChoiceData,
  kinds: readonly PurchaseModelKind[],
): Tried | string {
  if (kind === "mbg-cnbd-k" && whole.sumLogGaps === null) {
    return "Regularity cannot be told without the gaps between purchases (`sumLogGaps`).";
  }
  const fit = fitPurchaseModel(kind, whole);
  if (fit.kind === "mbg-cnbd-k" && fit.k === 1 && kinds.includes("mbg-nbd")) {
    return "The gaps between purchases show no regularity (the likeliest k is 1), and with k = 1 it is MBG/NBD.";
  }
  if (split === null) return { fit, misses: null };
  const early = split === whole ? fit : fitPurchaseModel(kind, split);
  if (early.kind === "mbg-cnbd-k" && split.holdout.horizon > LONGEST * early.parameters.alpha) {
    return `${KIND_NAMES[kind]} cannot be asked so far ahead: the hold-out is too long for its alpha.`;
  }
  return { fit, misses: holdoutMisses(early, split) };
}

function candidatesOf(
  tried: readonly Tried[],
  split: SplitSummary | null,
): readonly ModelCandidate[] {
  const all = tried.map(({ misses }) => misses);
  const lowest = Math.min(...tried.map(({ fit }) => bicOf(fit)));
  return tried.map(({ fit, misses }) => ({
    ...{ model: fit.kind, name: modelName(fit), fit, parameters: parametersOf(fit) },
    bic: bicOf(fit),
    bicAbove: bicOf(fit) - lowest,
    holdout: judged(misses, all, split),
  }));
}

function judged(
  own: HoldoutMisses | null,
  all: readonly (HoldoutMisses | null)[],
  split: SplitSummary | null,
): CandidateHoldout | null {
  if (own === null || split === null) return null;
  const least = all.reduce<HoldoutMisses>(
    (best, next) => (next !== null && next.rootMeanSquare < best.rootMeanSquare ? next : best),
    own,
  );
  const worse = worseByErrors(own, least, split.customers);
  const { actual, expected, rootMeanSquare } = own;
  return { actual, expected, rootMeanSquare, worseByErrors: worse, ruledOut: worse > RULED_OUT };
}

/** A k that was looked for is one more thing that was fitted. */
function parametersOf(fit: FittedPurchaseModel): number {
  return Object.keys(fit.parameters).length + (fit.kind === "mbg-cnbd-k" ? 1 : 0);
}

function bicOf(fit: FittedPurchaseModel): number {
  return parametersOf(fit) * Math.log(fit.customers) - 2 * fit.logLikelihood;
}
