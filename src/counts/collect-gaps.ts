import type { Day } from "../base/day.ts";
import {
  type OptionCheck,
  type OptionChecks,
  oneOf,
  readOptions,
  yesOrNo,
} from "../base/options.ts";
import { periodDays } from "../base/period.ts";
import { GUEST, type OrdersLedger } from "../ledger/orders.ts";
import { byDay } from "./by-day.ts";
import { type Collected, measureOptions } from "./collected.ts";
import { customerSums } from "./customer-sums.ts";
import { sumOf } from "./exact-moments.ts";
import { NEVER } from "./order-history.ts";
import {
  ORDERS_CHECKS,
  type OrdersAnswerable,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import type { GapTable, PurchaseGapCounts } from "./purchase-gap-counts.ts";
import type { Span } from "./question.ts";

/** A question of the time between purchases, whichever middle is asked for. */
export interface PurchaseGapsQuestion extends Omit<OrdersQuestion, "countFullyRefunded"> {
  /** Whether orders of one customer on one day are one purchase. Default `true`. */
  readonly mergeSameDay?: boolean;
}

/** A question of the time between purchases. */
export interface PurchaseGapQuestion extends PurchaseGapsQuestion {
  /**
   * `"mean-of-gaps"` (default): all gaps pooled; `"mean-of-customers"`: every customer's mean counts
   * once; `"median"`: half of the gaps were no longer; `"period-over-frequency"`: days of the period
   * over purchases per buyer; `"kaplan-meier"`: by when half of all purchases are followed by
   * another, with regard to those not followed yet.
   */
  readonly method?: GapMethod;
}

/** Which middle of the gaps is asked for. */
export type GapMethod =
  | "mean-of-gaps"
  | "mean-of-customers"
  | "median"
  | "period-over-frequency"
  | "kaplan-meier";

const { countFullyRefunded: _, ...CHECKS } = ORDERS_CHECKS;

/** The checks of {@link PurchaseGapsQuestion}. */
export const GAPS_CHECKS: OptionChecks<PurchaseGapsQuestion> = { ...CHECKS, mergeSameDay: yesOrNo };

/** The check of the method. */
export const gapMethod: OptionCheck<GapMethod> = /* @__PURE__ */ oneOf([
  ...["mean-of-gaps", "mean-of-customers", "median", "period-over-frequency", "kaplan-meier"],
]) as OptionCheck<GapMethod>;

/** Stage 1 of the time between purchases: every gap between consecutive purchases within the period. */
export function collectPurchaseGaps(
  source: OrdersSource,
  question: PurchaseGapQuestion = {},
): Collected<PurchaseGapCounts> & { readonly method: GapMethod } {
  const asked = readOptions<PurchaseGapQuestion>(question, { ...GAPS_CHECKS, method: gapMethod });
  const { method = "mean-of-gaps", mergeSameDay = true } = asked;
  return { ...purchaseGapsOf(readOrdersAsked(source, asked), mergeSameDay), method };
}

/** The same for a question that is read already. */
export function purchaseGapsOf(
  { asked, ledger, span, warnings }: OrdersAnswerable,
  mergeSameDay: boolean,
): Collected<PurchaseGapCounts> {
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
    gapTable: found.gapTable,
    daysByGaps: tableOf(found.gaps, found.days),
    openGaps: found.openGaps,
    periodDays: span.shown === null ? null : periodDays(span.shown),
    customerSums: customerSums(found.gaps, found.days, 0),
  };
  return { counts, options: measureOptions(asked, span.shown, warnings) };
}

interface GapsFound {
  /** Gaps and their days by customer, of those who have a gap. */
  readonly gaps: Float64Array;
  readonly days: Float64Array;
  readonly oneOrderCustomers: number;
  readonly gapTable: GapTable;
  readonly openGaps: GapTable;
}

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
  const lastDay = Math.min(span.until, span.complete ?? span.until) - 1;
  const bought = last.filter((when) => when !== NEVER);
  return {
    gaps: gaps.filter((count) => count > 0),
    days: days.filter((_, who) => (gaps[who] ?? 0) > 0),
    oneOrderCustomers: last.filter((when, who) => when !== NEVER && gaps[who] === 0).length,
    gapTable: sorted(table),
    openGaps: openGapsOf(bought, lastDay),
  };
}

/** How long the last purchases have been without a next one, up to the last day that is known. */
function openGapsOf(last: Int32Array, lastDay: Day): GapTable {
  const table = new Map<number, number>();
  for (const when of last) table.set(lastDay - when, (table.get(lastDay - when) ?? 0) + 1);
  return sorted(table);
}

/** Adds up the second column by the first. */
function tableOf(keys: Float64Array, values: Float64Array): GapTable {
  const table = new Map<number, number>();
  for (const [at, key] of keys.entries()) {
    table.set(key, (table.get(key) ?? 0) + (values[at] ?? 0));
  }
  return sorted(table);
}

function sorted(table: ReadonlyMap<number, number>): GapTable {
  return [...table].sort(([a], [b]) => a - b);
}
