import type { Subscription, Transaction } from "../../src/index.ts";

/** Orders of 10 each, written `"ann 2025-01-09"`. */
export function ordersOf(...lines: readonly string[]): readonly Transaction[] {
  return lines.map((line, at) => {
    const [customerId = "", date = ""] = line.split(" ");
    return { orderId: `o${at}`, customerId, date, amount: 10 };
  });
}

/** Subscriptions, written `"ann 2025-01-01 2025-04-01"`, or without an end. */
export function subscriptionsOf(...lines: readonly string[]): readonly Subscription[] {
  return lines.map((line) => {
    const [customerId = "", start = "", end] = line.split(" ");
    return { customerId, start, mrr: 10, end: end ?? null };
  });
}
