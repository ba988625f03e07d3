import { collectPurchaseGaps, type PurchaseGapsQuestion } from "../counts/collect-gaps.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import { quantileOfGaps } from "../counts/purchase-gap-counts.ts";

/** Nine gaps of ten are no longer than the window that is suggested. */
const SHARE = 0.9;

/**
 * A window for `inactiveAfterDays` from the data: the 90th percentile of the gaps between purchases,
 * so that of ten customers who will come back nine do so before they count as lost.
 *
 * @returns Days, at least 1; `null` where nobody bought twice.
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @example
 * const orders = ["2025-01-01", "2025-01-11", "2025-02-20"].map((date) => ({
 *   customerId: "ann",
 *   date,
 *   amount: 1,
 * }));
 * suggestInactiveAfterDays(orders); // => 40
 */
export function suggestInactiveAfterDays(
  source: OrdersSource,
  question: PurchaseGapsQuestion = {},
): number | null {
  const { gaps, gapTable } = collectPurchaseGaps(source, question).counts;
  if (gaps === 0) return null;
  return Math.max(1, quantileOfGaps(gapTable ?? [], Math.ceil(gaps * SHARE) - 1));
}
