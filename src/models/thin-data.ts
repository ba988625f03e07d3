import { counted } from "../result/plural.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";

/** Fewer customers, or repeat purchases, than these tell little of how customers differ. */
export const ADVISED_CUSTOMERS = 100;

/**
 * What to say before anything else where a model stands on few customers or few repeat purchases;
 * `null` where it stands on enough of both.
 *
 * @example
 * const summary = { repeatPurchases: Float64Array.of(1, 0), customers: Float64Array.of(1, 80) };
 * thinData(summary); // => "Handle with care: the data are 81 customers with 1 repeat purchase, and below 100 of either a model is little more than a guess."
 */
export function thinData({
  customers,
  repeatPurchases,
}: Pick<PurchaseSummary, "customers" | "repeatPurchases">): string | null {
  const all = customers.reduce((sum, count) => sum + count, 0);
  const repeats = repeatPurchases.reduce((sum, count, at) => sum + count * (customers[at] ?? 0), 0);
  if (all >= ADVISED_CUSTOMERS && repeats >= ADVISED_CUSTOMERS) return null;
  const data = `${counted(String(all), "customer")} with ${counted(String(repeats), "repeat purchase")}`;
  return `Handle with care: the data are ${data}, and below ${ADVISED_CUSTOMERS} of either a model is little more than a guess.`;
}
