import type { SubscriptionEntries } from "./subscription-entries.ts";
import type { WarningLog } from "./warning-log.ts";

/** Warns about spans that start while another span of the same customer is still running. */
export function warnOverlaps(
  { customer, start, end, row }: SubscriptionEntries,
  customers: number,
  warnings: WarningLog,
): void {
  const { order, from } = byCustomer(customer, customers);
  for (let code = 0; code < customers; code += 1) {
    const spans = order.subarray(from[code], from[code + 1]);
    if (spans.length < 2) continue;
    spans.sort((left, right) => (start[left] ?? 0) - (start[right] ?? 0) || left - right);
    let longest = -1;
    for (const span of spans) {
      if ((end[span] ?? 0) <= (start[span] ?? 0)) continue; // of no length
      if (longest >= 0 && (start[span] ?? 0) < (end[longest] ?? 0)) {
        const [here, there] = [row[span] ?? 0, row[longest] ?? 0];
        const [later, earlier] = [Math.max(here, there), Math.min(here, there)];
        warnings.add("subscription-overlap", later, "start", undefined, earlier);
      }
      if (longest < 0 || (end[span] ?? 0) > (end[longest] ?? 0)) longest = span;
    }
  }
}

/** The spans of each customer next to one another: those of `code` from `from[code]` on. */
function byCustomer(
  customer: Int32Array,
  customers: number,
): { readonly order: Int32Array; readonly from: Int32Array } {
  const from = new Int32Array(customers + 1);
  for (const code of customer) from[code + 1] = (from[code + 1] ?? 0) + 1;
  for (let code = 0; code < customers; code += 1) {
    from[code + 1] = (from[code + 1] ?? 0) + (from[code] ?? 0);
  }
  const next = from.slice();
  const order = new Int32Array(customer.length);
  for (const [span, code] of customer.entries()) {
    const place = next[code] ?? 0;
    order[place] = span;
    next[code] = place + 1;
  }
  return { order, from };
}
