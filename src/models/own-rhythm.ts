import { noPurchaseOf } from "./process-outlook.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import type { PurchaseRow } from "./purchase-summary.ts";
import { PURCHASE_KINDS, requireModel } from "./require-model.ts";
import { requireCustomer } from "./require-question.ts";
import { standingOf } from "./standing.ts";

/** How a customer's silence compares with that customer's own habit. */
export interface OwnRhythm {
  /** Time since the last purchase, in the summary's unit. */
  readonly silence: number;
  /** Mean time between the customer's purchases so far; null with a single purchase. */
  readonly usualGap: number | null;
  /** Silence in usual gaps; null where there is no gap, or all were on one day. */
  readonly gapsMissed: number | null;
  /** The chance that such a customer, still here, stays silent for so long. */
  readonly chanceOfSilence: number;
}

/**
 * A customer's silence against the customer's own rhythm.
 *
 * The chance is that of no purchase since the last one for somebody of this history who has not
 * left, ((alpha + t_x) ÷ (alpha + T))^(r + x): small where the silence is long for this customer,
 * be it short for others.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 1, alpha: 10, a: 1, b: 2 } };
 * const rhythm = ownRhythm(model, { repeatPurchases: 2, lastPurchaseAge: 10, age: 30 });
 * rhythm.usualGap; // => 5
 * rhythm.gapsMissed; // => 4
 * rhythm.chanceOfSilence.toFixed(3); // => "0.125"
 */
export function ownRhythm(model: PurchaseModel, customer: PurchaseRow): OwnRhythm {
  requireModel(model, PURCHASE_KINDS);
  requireCustomer(model, customer);
  return rhythmOf(model, customer);
}

/** The same for a model and a customer that are checked already, as those of a summary are. */
export function rhythmOf(model: PurchaseModel, customer: PurchaseRow): OwnRhythm {
  const { repeatPurchases: x, lastPurchaseAge: last, age } = customer;
  const silence = age - last;
  const usualGap = x === 0 ? null : last / x;
  return {
    silence,
    usualGap,
    gapsMissed: usualGap === null || usualGap === 0 ? null : silence / usualGap,
    chanceOfSilence: chanceOfSilence(model, customer),
  };
}

function chanceOfSilence(model: PurchaseModel, customer: PurchaseRow): number {
  const { repeatPurchases: x, lastPurchaseAge: last, age } = customer;
  if (model.kind === "mbg-cnbd-k") {
    const { process } = standingOf(model, { ...customer, age: last });
    return noPurchaseOf(process, age - last);
  }
  const { r, alpha } = model.parameters;
  return Math.exp(-(r + x) * Math.log1p((age - last) / (alpha + last)));
}
