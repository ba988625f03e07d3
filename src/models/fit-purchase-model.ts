import { oneOf } from "../base/options.ts";
import { fitBgNbd } from "./bg-nbd.ts";
import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { fitMbgCnbdK } from "./mbg-cnbd-k.ts";
import { fitMbgNbd } from "./mbg-nbd.ts";
import type { PurchaseModelKind } from "./model-words.ts";
import { fitParetoNbd } from "./pareto-nbd.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { PURCHASE_KINDS } from "./require-model.ts";

/**
 * Fits the model of this kind; the regularity of MBG/CNBD-k is looked for unless it is given.
 *
 * @throws KpiError `invalid-data` for a summary that cannot be, naming row and field.
 * @example
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 60 },
 *   { repeatPurchases: 4, lastPurchaseAge: 28, age: 30, customers: 40 },
 * ];
 * fitPurchaseModel("pareto-nbd", rows).kind; // => "pareto-nbd"
 */
export function fitPurchaseModel(
  kind: PurchaseModelKind,
  data: PurchaseData,
  k?: number,
): FittedPurchaseModel {
  oneOf(PURCHASE_KINDS)(kind, "kind");
  switch (kind) {
    case "bg-nbd":
      return fitBgNbd(data);
    case "mbg-nbd":
      return fitMbgNbd(data);
    case "mbg-cnbd-k":
      return fitMbgCnbdK(data, k === undefined ? {} : { k });
    case "pareto-nbd":
      return fitParetoNbd(data);
  }
}
