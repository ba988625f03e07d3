import { NO_SALE, type OrdersLedger } from "../ledger/orders.ts";
import { moneyAdder, roomForSums } from "./money-sums.ts";
import type { Span } from "./question.ts";

/** Marks the sales of which everything was paid back before the span's end. */
export function fullyRefunded(
  { sales, refunds }: OrdersLedger,
  span: Pick<Span, "until">,
): Uint8Array {
  const marks = new Uint8Array(sales.size);
  if (refunds.size === 0) return marks;
  const back = roomForSums({ sales, refunds }, sales.size);
  const giveBack = moneyAdder(back, refunds.amount.values, 1);
  for (let at = 0; at < refunds.size; at += 1) {
    const sale = refunds.sale[at] ?? NO_SALE;
    if (sale !== NO_SALE && (refunds.day[at] ?? 0) < span.until) giveBack(sale, at);
  }
  for (let at = 0; at < sales.size; at += 1) {
    const [paid, returned] = [sales.amount.values[at] ?? 0, back[at] ?? 0];
    if (returned > 0 && returned >= paid) marks[at] = 1;
  }
  return marks;
}
