import { type OptionChecks, readOptions } from "../base/options.ts";
import { periodDays } from "../base/period.ts";
import { collectReadOrders, guestWarnings, ordersMeasureOptions } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { customerSums, powerSums } from "./customer-sums.ts";
import { sumOf } from "./exact-moments.ts";
import { NEVER, type OrderHistory, orderHistory } from "./order-history.ts";
import {
  type OrdersAnswerable,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import type { PurchaseFrequencyCounts } from "./purchase-frequency-counts.ts";
import type { Span } from "./question.ts";

/** Counts of purchase frequency with the options of their stage 2, and the question as read. */
export interface FrequencyCollected<Asked> extends Collected<PurchaseFrequencyCounts> {
  readonly asked: Partial<Asked>;
}

/**
 * Stage 1 of purchase frequency. Fully refunded orders count unless asked otherwise.
 *
 * @param needsEverybody - Whether a form asks for customers who did not order in the period, too.
 */
export function collectPurchaseFrequency<Asked extends OrdersQuestion>(
  source: OrdersSource,
  question: Asked,
  checks: OptionChecks<Asked>,
  needsEverybody: (asked: Partial<Asked>) => boolean = () => true,
): FrequencyCollected<Asked> {
  const asked = readOptions<Asked>(question, checks);
  const answerable = readOrdersAsked(source, asked);
  return { asked, ...purchaseFrequencyOf(answerable, needsEverybody(asked)) };
}

function purchaseFrequencyOf(
  answerable: OrdersAnswerable,
  everybody: boolean,
): Collected<PurchaseFrequencyCounts> {
  const { span } = answerable;
  const { asked, totals } = collectReadOrders(answerable, true, "exclude");
  const orders = totals.orders.filter((count) => count > 0);
  const powers = powerSums(orders, 0);
  const { countFullyRefunded } = asked;
  const counts: PurchaseFrequencyCounts = {
    kind: "purchase-frequency",
    question: asked,
    customers: orders.length,
    orders: Number(sumOf(orders)),
    ordersSquared: powers.squares,
    ordersCubed: powers.cubes,
    periodDays: span.shown === null ? null : periodDays(span.shown),
    ...(everybody
      ? exposed(orderHistory(answerable.ledger, { ...span, countFullyRefunded }), span)
      : { allCustomers: null, repeatOrders: null, customerDays: null, exposureSums: null }),
  };
  return { counts, options: ordersMeasureOptions(answerable, guestWarnings(totals)) };
}

/** How long each customer was known within the period, and how often they came back in it. */
function exposed(
  { first, orders }: OrderHistory,
  span: Span,
): Pick<
  PurchaseFrequencyCounts,
  "allCustomers" | "repeatOrders" | "customerDays" | "exposureSums"
> {
  const end = Number.isFinite(span.until) ? span.until : (span.complete ?? 0);
  let allCustomers = 0;
  for (const day of first) if (day !== NEVER) allCustomers += 1;
  const days = new Float64Array(allCustomers);
  const repeat = new Float64Array(allCustomers);
  let next = 0;
  for (let who = 0; who < first.length; who += 1) {
    const from = first[who] ?? NEVER;
    if (from === NEVER) continue;
    days[next] = end - Math.max(from, span.from);
    repeat[next] = (orders[who] ?? 0) - (from >= span.from ? 1 : 0);
    next += 1;
  }
  return {
    allCustomers,
    repeatOrders: Number(sumOf(repeat)),
    customerDays: Number(sumOf(days)),
    exposureSums: customerSums(days, repeat, 0),
  };
}
