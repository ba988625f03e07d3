import { type OptionCheck, oneOf, readOptions, yesOrNo } from "../base/options.ts";
import { GUEST, type OrdersLedger } from "../ledger/orders.ts";
import { type Collected, measureOptions } from "./collected.ts";
import { customerSums } from "./customer-sums.ts";
import { sumOf } from "./exact-moments.ts";
import {
  ORDERS_CHECKS,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import type { GapTable, PurchaseGapCounts } from "./purchase-gap-counts.ts";
import type { Span } from "./question.ts";

/** A question of the time between purchases. */
export interface PurchaseGapQuestion extends Omit<OrdersQuestion, "countFullyRefunded"> {
  /** Whether orders of one customer on one day are one purchase. Default `true`. */
  readonly mergeSameDay?: boolean;
  /** `"mean-of-gaps"` (default): all gaps pooled; `"median"`: half of the gaps were no longer. */
  readonly method?: GapMethod;
}

/** Which middle of the gaps is asked for. */
export type GapMethod = "mean-of-gaps" | "median";

const { countFullyRefunded: _, ...CHECKS } = ORDERS_CHECKS;
const GAP_CHECKS = {
  ...CHECKS,
  mergeSameDay: yesOrNo,
  method: oneOf(["mean-of-gaps", "median"]) as OptionCheck<GapMethod>,
};

/** Stage 1 of the time between purchases: every gap between consecutive purchases within the period. */
export function collectPurchaseGaps(
  source: OrdersSource,
  question: PurchaseGapQuestion = {},
): Collected<PurchaseGapCounts> & { readonly method: GapMethod } {
  const asked = readOptions<PurchaseGapQuestion>(question, GAP_CHECKS);
  const { ledger, span, warnings } = readOrdersAsked(source, asked);
  const mergeSameDay = asked.mergeSameDay ?? true;
  const found = gapsOf(ledger, span, mergeSameDay);
  const counts: PurchaseGapCounts = {
    kind: "purchase-gaps",
    question: {
      ...{ source: "orders", period: span.asked, timeZone: ledger.timeZone },
      ...{ countFullyRefunded: true, mergeSameDay },
    },
    customers: found.gaps.length,
    oneOrderCustomers: found.oneOrderCustomers,
    gaps: Number(sumOf(found.gaps)),
    gapDays: Number(sumOf(found.days)),
    gapTable: found.table,
    customerSums: customerSums(found.gaps, found.days, 0),
  };
  const method = asked.method ?? "mean-of-gaps";
  return { counts, options: measureOptions(asked, span.shown, warnings), method };
}

interface GapsFound {
  /** Gaps and their days by customer, of those who have a gap. */
  readonly gaps: Float64Array;
  readonly days: Float64Array;
  readonly oneOrderCustomers: number;
  readonly table: GapTable;
}

const NEVER = -2_147_483_648;

function gapsOf(ledger: OrdersLedger, span: Span, mergeSameDay: boolean): GapsFound {
  const { customer, day } = ledger.sales;
  const last = new Int32Array(ledger.customers.length).fill(NEVER);
  const gaps = new Float64Array(ledger.customers.length);
  const days = new Float64Array(ledger.customers.length);
  const table = new Map<number, number>();
  for (const at of byDay(day)) {
    const when = day[at] ?? 0;
    const who = customer[at] ?? GUEST;
    if (who === GUEST || when < span.from || when >= span.until) continue;
    const before = last[who] ?? NEVER;
    last[who] = when;
    const gap = when - before;
    if (before === NEVER || (gap === 0 && mergeSameDay)) continue;
    gaps[who] = (gaps[who] ?? 0) + 1;
    days[who] = (days[who] ?? 0) + gap;
    table.set(gap, (table.get(gap) ?? 0) + 1);
  }
  let oneOrderCustomers = 0;
  for (const [who, when] of last.entries()) {
    if (when !== NEVER && gaps[who] === 0) oneOrderCustomers += 1;
  }
  return {
    gaps: gaps.filter((count) => count > 0),
    days: days.filter((_, who) => (gaps[who] ?? 0) > 0),
    oneOrderCustomers,
    table: [...table].sort(([a], [b]) => a - b),
  };
}

/** The places of a column in the order of its days: a counting sort, as there are few days. */
function byDay(day: Int32Array): Int32Array {
  let [first, last] = [Infinity, -Infinity];
  for (const when of day) {
    if (when < first) first = when;
    if (when > last) last = when;
  }
  const places = new Int32Array(day.length);
  if (day.length === 0) return places;
  const next = new Int32Array(last - first + 2);
  for (const when of day) next[when - first + 1] = (next[when - first + 1] ?? 0) + 1;
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  for (let at = 0; at < day.length; at += 1) {
    const bucket = (day[at] ?? 0) - first;
    const place = next[bucket] ?? 0;
    places[place] = at;
    next[bucket] = place + 1;
  }
  return places;
}
