import { argumentError } from "../base/errors.ts";
import {
  type OptionCheck,
  type OptionChecks,
  oneOf,
  readOptions,
  yesOrNo,
} from "../base/options.ts";
import { currencyOption } from "../ledger/currency-of-rows.ts";
import { isLedgerOf } from "../ledger/ledger-kind.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import { ordersLedger } from "../ledger/orders-ledger.ts";
import type { Transaction } from "../ledger/rows.ts";
import type { RowWarning, WarningFact } from "../result/warning.ts";
import { QUESTION_CHECKS, type Question, readSpan, type Span, spanWarnings } from "./question.ts";

/** Orders as a KPI takes them: rows, or a ledger of them. */
export type OrdersSource = readonly Transaction[] | OrdersLedger;

/** A question over orders. Options that a ledger was built with may be repeated, not changed. */
export interface OrdersQuestion extends Question {
  /** ISO 4217. Default: what the rows say. */
  readonly currency?: string;
  /** Whether a row without a customer is refused (default) or kept as a guest's. */
  readonly guests?: "refuse" | "keep";
  /** Whether a row is a whole order (default) or one line of it. */
  readonly rowsAre?: "orders" | "lines";
  /** Whether an order refunded in full counts as an order. The default depends on the KPI. */
  readonly countFullyRefunded?: boolean;
}

/** The checks of {@link OrdersQuestion}. */
export const ORDERS_CHECKS: OptionChecks<OrdersQuestion> = {
  ...QUESTION_CHECKS,
  currency: currencyOption,
  guests: oneOf(["refuse", "keep"]) as OptionCheck<"refuse" | "keep">,
  rowsAre: oneOf(["orders", "lines"]) as OptionCheck<"orders" | "lines">,
  countFullyRefunded: yesOrNo,
};

/** A question over orders, read: the ledger, the days, and what to say about them. */
export interface OrdersAnswerable {
  readonly asked: Partial<OrdersQuestion>;
  readonly ledger: OrdersLedger;
  readonly span: Span;
  readonly warnings: readonly WarningFact[];
}

/** Reads the source and the question of a KPI over orders. */
export function readOrders(source: OrdersSource, question: unknown): OrdersAnswerable {
  const asked = readOptions<OrdersQuestion>(question, ORDERS_CHECKS);
  return readOrdersAsked(source, asked);
}

/** The same for a question whose options are read already. */
export function readOrdersAsked(
  source: OrdersSource,
  asked: Partial<OrdersQuestion>,
): OrdersAnswerable {
  return readOrdersWith(source, asked, []);
}

/** The same with further columns: rows are read with them, and a ledger is taken as it is. */
export function readOrdersWith(
  source: OrdersSource,
  asked: Partial<OrdersQuestion>,
  dimensions: readonly string[],
): OrdersAnswerable {
  const ledger = isOrdersLedger(source)
    ? agreeing(source, asked)
    : ordersLedger(source, { ...ledgerOptions(asked), dimensions });
  const span = readSpan(asked, ledger);
  const warnings = [...ledger.warnings, ...laterRows(ledger, span), ...spanWarnings(span)];
  return { asked, ledger, span, warnings };
}

/** Whether a source is a ledger of orders already. */
export function isOrdersLedger(source: unknown): source is OrdersLedger {
  return isLedgerOf(source, "orders");
}

const LEDGER_OPTIONS = ["currency", "timeZone", "guests", "rowsAre"] as const;

function ledgerOptions(asked: Partial<OrdersQuestion>): Partial<OrdersQuestion> {
  const entries = LEDGER_OPTIONS.flatMap((name) =>
    asked[name] === undefined ? [] : [[name, asked[name]] as const],
  );
  return Object.fromEntries(entries);
}

/** A ledger cannot be read in another way than it was built. */
function agreeing(ledger: OrdersLedger, asked: Partial<OrdersQuestion>): OrdersLedger {
  for (const name of LEDGER_OPTIONS) {
    const wanted = asked[name];
    if (wanted === undefined || wanted === ledger[name]) continue;
    throw argumentError(name, `"${ledger[name]}", as the ledger was built with`, wanted);
  }
  return ledger;
}

/** Rows after `asOf`: left out, and said. */
function laterRows({ sales, lastDay }: OrdersLedger, { complete }: Span): readonly RowWarning[] {
  if (complete === null || lastDay === null || lastDay < complete) return [];
  let count = 0;
  let first = -1;
  for (let at = 0; at < sales.size; at += 1) {
    if ((sales.day[at] ?? 0) < complete) continue;
    count += 1;
    if (first === -1) first = at;
  }
  if (count === 0) return [];
  return [{ code: "date-in-future", count, row: sales.row[first] ?? 0, field: "date" }];
}
