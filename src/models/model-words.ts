import type { PurchaseModel } from "./purchase-model.ts";
import { PURCHASE_KINDS, requireModel } from "./require-model.ts";

/** Which purchase model. */
export type PurchaseModelKind = PurchaseModel["kind"];

/** The purchase models, the simplest first. */
export const PURCHASE_MODELS: readonly PurchaseModelKind[] = [
  "bg-nbd",
  "mbg-nbd",
  "mbg-cnbd-k",
  "pareto-nbd",
];

/**
 * What the literature calls a model.
 *
 * @example
 * const parameters = { r: 1, alpha: 2, a: 1, b: 2 };
 * modelName({ kind: "mbg-cnbd-k", k: 3, parameters }); // => "MBG/CNBD-3"
 */
export function modelName(model: PurchaseModel): string {
  requireModel(model, PURCHASE_KINDS);
  return model.kind === "mbg-cnbd-k" ? `MBG/CNBD-${model.k}` : KIND_NAMES[model.kind];
}

/** What the literature calls the models of a kind. */
export const KIND_NAMES: Readonly<Record<PurchaseModelKind, string>> = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "mbg-cnbd-k": "MBG/CNBD-k",
  "pareto-nbd": "Pareto/NBD",
};

/**
 * How customers are taken to behave, in one sentence.
 *
 * @example
 * const model = { kind: "pareto-nbd", parameters: { r: 1, alpha: 2, s: 1, beta: 2 } };
 * modelIdea(model).includes("at any moment"); // => true
 */
export function modelIdea(model: PurchaseModel): string {
  requireModel(model, PURCHASE_KINDS);
  switch (model.kind) {
    case "bg-nbd":
      return "Customers buy at random, each at a rate of their own, and may leave for good after any repeat purchase; who never bought again counts as still here.";
    case "mbg-nbd":
      return "Customers buy at random, each at a rate of their own, and may leave for good after any purchase, the first included.";
    case "mbg-cnbd-k":
      return `Customers buy with some regularity (${model.k} where 1 is pure chance), each at a rate of their own, and may leave for good after any purchase, the first included.`;
    case "pareto-nbd":
      return "Customers buy at random, each at a rate of their own, and may leave for good at any moment, purchase or not.";
  }
}
