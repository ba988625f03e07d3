import type { PurchaseRow } from "./purchase-summary.ts";

/** Somebody who has just made the first purchase. Every question may be asked about such a one. */
export const NEW_CUSTOMER: PurchaseRow = /* @__PURE__ */ Object.freeze({
  repeatPurchases: 0,
  lastPurchaseAge: 0,
  age: 0,
});
