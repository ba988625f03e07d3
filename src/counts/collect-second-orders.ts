import { guestWarnings, ordersMeasureOptions } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { NEVER, orderHistory } from "./order-history.ts";
import { type OrdersQuestion, type OrdersSource, readOrders } from "./orders-source.ts";
import type { GapTable } from "./purchase-gap-counts.ts";
import type { SecondOrderCounts } from "./second-order-counts.ts";

/**
 * Stage 1 of the time to the second order: customers whose first order is in the period, followed
 * past its end to where the data are complete. Fully refunded orders do not count unless asked for.
 */
export function collectSecondOrders(
  source: OrdersSource,
  question: OrdersQuestion = {},
): Collected<SecondOrderCounts> {
  const answerable = readOrders(source, question);
  const { asked, ledger, span } = answerable;
  const { countFullyRefunded = false } = asked;
  const until = span.complete ?? span.until;
  const history = orderHistory(ledger, { from: span.from, until, countFullyRefunded });
  const [secondOrders, oneOrder] = [new Map<number, number>(), new Map<number, number>()];
  for (const [who, first] of history.first.entries()) {
    if (first === NEVER || first < span.from || first >= span.until) continue;
    const second = history.second[who] ?? NEVER;
    const [table, days] =
      second === NEVER ? [oneOrder, until - 1 - first] : [secondOrders, second - first];
    table.set(days, (table.get(days) ?? 0) + 1);
  }
  const counts: SecondOrderCounts = {
    kind: "second-orders",
    question: {
      ...{ source: "orders", period: span.asked, timeZone: ledger.timeZone, countFullyRefunded },
    },
    secondOrders: sorted(secondOrders),
    oneOrder: sorted(oneOrder),
  };
  return { counts, options: ordersMeasureOptions(answerable, guestWarnings(history)) };
}

function sorted(table: ReadonlyMap<number, number>): GapTable {
  return [...table].sort(([a], [b]) => a - b);
}
