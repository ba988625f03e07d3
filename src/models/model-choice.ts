import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import type { HoldoutError } from "./holdout-error.ts";
import type { PurchaseModelKind } from "./model-words.ts";
import type { TimeUnit } from "./time-unit.ts";

/** Which model serves these data best, and why. Plain and frozen; shows itself as a page. */
export interface ModelChoice {
  readonly kind: "model-choice";
  /** The best candidate's fit, ready to be asked. */
  readonly chosen: FittedPurchaseModel;
  /** Best first. */
  readonly candidates: readonly ModelCandidate[];
  readonly notTried: readonly ModelNotTried[];
  readonly decidedBy: DecidedBy;
  /** Customers that the models were fitted to. */
  readonly customers: number;
  readonly unit: TimeUnit;
  /** Null where no hold-out was given. */
  readonly holdout: HoldoutOfChoice | null;
  /** Why, in sentences made from the numbers, the most important first. */
  readonly reasons: readonly string[];
}

/** What settled the choice. */
export type DecidedBy =
  /** Every other model foretold the hold-out demonstrably worse. */
  | "holdout"
  /** Its BIC is the lowest by 2 or more among those not ruled out by the hold-out. */
  | "bic"
  /** BIC within 2 of the lowest, and the smallest error in the hold-out among those. */
  | "holdout-among-equal-bic"
  /** The lowest BIC, though by less than 2, and no hold-out to ask. */
  | "bic-narrowly"
  /** There was no other. */
  | "only-candidate";

/** One model among the candidates. */
export interface ModelCandidate {
  readonly model: PurchaseModelKind;
  /** `BG/NBD`, `MBG/CNBD-3` and the like. */
  readonly name: string;
  readonly fit: FittedPurchaseModel;
  /** Of the fit, and 1 more for a regularity k that was looked for. */
  readonly parameters: number;
  /** Schwarz's criterion with that many parameters; smaller is better. */
  readonly bic: number;
  /** How far above the lowest. */
  readonly bicAbove: number;
  /** Of the model fitted to the time before the hold-out. */
  readonly holdout: CandidateHoldout | null;
}

/** How a candidate did in the hold-out, against the candidate with the smallest error. */
export interface CandidateHoldout extends HoldoutError {
  /** By how many standard errors its mean squared error is above the smallest; 0 for that one. */
  readonly worseByErrors: number;
  /** Above 2 standard errors: worse by more than chance would have it. */
  readonly ruledOut: boolean;
}

/** A model that is no candidate here. */
export interface ModelNotTried {
  readonly model: PurchaseModelKind;
  /** One sentence. */
  readonly reason: string;
}

/** The hold-out that the candidates were judged by. */
export interface HoldoutOfChoice {
  /** How long it lasts, in the unit. */
  readonly horizon: number;
  /** Customers who had bought before it. */
  readonly customers: number;
  /** Customers who bought for the first time within it, and are in none of the numbers. */
  readonly newCustomers: number;
  readonly purchases: number;
}
