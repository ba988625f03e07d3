import { requireArgument } from "../base/errors.ts";
import type { PurchaseRow } from "./purchase-summary.ts";

/** Refuses a horizon that is not a time. */
export function requireHorizon(horizon: number): void {
  const isTime = horizon >= 0 && horizon < Number.POSITIVE_INFINITY;
  requireArgument(isTime, "horizon", "a number, 0 or more", horizon);
}

/** Refuses a purchase history that cannot be. */
export function requireCustomer({ repeatPurchases, lastPurchaseAge, age }: PurchaseRow): void {
  requireArgument(
    Number.isSafeInteger(repeatPurchases) && repeatPurchases >= 0,
    "customer.repeatPurchases",
    "a whole number, 0 or more",
    repeatPurchases,
  );
  requireArgument(
    age >= 0 && age < Number.POSITIVE_INFINITY,
    "customer.age",
    "a number, 0 or more",
    age,
  );
  requireArgument(
    lastPurchaseAge >= 0 &&
      lastPurchaseAge <= age &&
      (repeatPurchases > 0 || lastPurchaseAge === 0),
    "customer.lastPurchaseAge",
    repeatPurchases > 0 ? `from 0 to the age, ${age}` : "0 without repeat purchases",
    lastPurchaseAge,
  );
}
