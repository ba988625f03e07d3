import type { OrderEntries } from "./order-entries.ts";
import { NO_SALE } from "./orders.ts";
import type { UniqueOrders } from "./unique-orders.ts";
import type { WarningLog } from "./warning-log.ts";

/**
 * Finds the sale of each refund by its order id. Warns about refunds of unknown sales, and about
 * sales of which more was refunded than they were worth.
 */
export function linkRefunds(
  { entries: sales, find }: UniqueOrders,
  refunds: OrderEntries,
  warnings: WarningLog,
): Int32Array {
  const sale = new Int32Array(refunds.size).fill(NO_SALE);
  if (refunds.refundOf === null) return sale;
  for (const [index, id] of refunds.refundOf.entries()) {
    if (id === undefined) continue;
    const found = find(id);
    sale[index] = found;
    if (found < 0) warnings.add("refund-without-sale", refunds.row[index] ?? 0, "refundOf", id);
  }
  warnAboveSale(sales, refunds, sale, warnings);
  return sale;
}

function warnAboveSale(
  sales: OrderEntries,
  refunds: OrderEntries,
  sale: Int32Array,
  warnings: WarningLog,
): void {
  const refunded = new Map<number, { sum: bigint; row: number }>();
  for (const [index, found] of sale.entries()) {
    if (found === NO_SALE) continue;
    const units = BigInt(refunds.money[0]?.[index] ?? 0);
    const row = refunds.row[index] ?? 0;
    const before = refunded.get(found);
    if (before === undefined) refunded.set(found, { sum: units, row });
    else before.sum += units;
  }
  for (const [found, { sum, row }] of refunded) {
    if (sum <= BigInt(sales.money[0]?.[found] ?? 0)) continue;
    warnings.add("refund-above-sale", row, "amount", undefined, sales.row[found]);
  }
}
