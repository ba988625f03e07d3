import { argumentError } from "../base/errors.ts";
import {
  type OptionCheck,
  type OptionChecks,
  oneOf,
  readOptions,
  wholeNumber,
} from "../base/options.ts";
import { collectReadOrders, guestWarnings, ordersMeasureOptions } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { NEVER, type OrderHistory, orderHistory } from "./order-history.ts";
import {
  ORDERS_CHECKS,
  type OrdersAnswerable,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import type { Span } from "./question.ts";
import type { RepeatCustomerCounts, RepeatMethod } from "./repeat-customer-counts.ts";

/** A question of the repeat-customer rate. */
export interface RepeatCustomerQuestion extends OrdersQuestion {
  /**
   * `"in-period"` (default): of the customers of the period, those with two orders in it;
   * `"returning"`: of the same, those with two orders by its end, the first at any time before;
   * `"lifetime"`: of all customers up to the period's end, those with two orders;
   * `"cohort"`: of those whose first order is in the period, those who ordered again within
   * `windowDays`.
   */
  readonly method?: RepeatMethod;
  /** With `"cohort"`, which has no default for it: how many days the second order may follow. */
  readonly windowDays?: number;
}

/** The checks of {@link RepeatCustomerQuestion}. */
export const REPEAT_CHECKS: OptionChecks<RepeatCustomerQuestion> = {
  ...ORDERS_CHECKS,
  method: oneOf(["in-period", "returning", "lifetime", "cohort"]) as OptionCheck<RepeatMethod>,
  windowDays: wholeNumber(1, "a whole number of days from 1 on") as OptionCheck<number>,
};

/** Stage 1 of the repeat-customer rate. Fully refunded orders do not count unless asked for. */
export function collectRepeatCustomers(
  source: OrdersSource,
  question: RepeatCustomerQuestion = {},
): Collected<RepeatCustomerCounts> {
  const asked = readOptions<RepeatCustomerQuestion>(question, REPEAT_CHECKS);
  const { method = "in-period", windowDays } = asked;
  if (method !== "cohort" && windowDays !== undefined) {
    throw argumentError("windowDays", 'absent unless `method` is "cohort"', windowDays);
  }
  if (method === "cohort" && windowDays === undefined) {
    const expected = 'given for `method` "cohort", such as 90';
    throw argumentError("windowDays", expected, undefined, "option-missing");
  }
  return repeatCustomersOf(readOrdersAsked(source, asked), method, windowDays ?? 0);
}

/** The same for a question that is read already. */
export function repeatCustomersOf(
  answerable: OrdersAnswerable,
  method: RepeatMethod,
  windowDays: number,
): Collected<RepeatCustomerCounts> {
  if (method === "in-period") return inPeriod(answerable);
  const { asked, ledger, span } = answerable;
  const { countFullyRefunded = false } = asked;
  // A cohort is followed past its period, up to where the data are complete.
  const until = method === "cohort" ? (span.complete ?? span.until) : span.until;
  const history = orderHistory(ledger, { from: span.from, until, countFullyRefunded });
  const found = method === "cohort" ? inCohort(history, span, windowDays) : among(history, method);
  const counts: RepeatCustomerCounts = {
    kind: "repeat-customers",
    question: {
      ...{ source: "orders", period: span.asked, timeZone: ledger.timeZone, countFullyRefunded },
      method,
      ...(method === "cohort" ? { windowDays } : {}),
    },
    ...found,
  };
  return { counts, options: ordersMeasureOptions(answerable, guestWarnings(history)) };
}

/** The default needs no order before the period. */
function inPeriod(answerable: OrdersAnswerable): Collected<RepeatCustomerCounts> {
  const { asked, totals } = collectReadOrders(answerable, false, "exclude");
  let [customers, repeatCustomers] = [0, 0];
  for (const orders of totals.orders) {
    if (orders > 0) customers += 1;
    if (orders > 1) repeatCustomers += 1;
  }
  const counts: RepeatCustomerCounts = {
    kind: "repeat-customers",
    question: asked,
    ...{ customers, repeatCustomers, youngCustomers: null },
  };
  return { counts, options: ordersMeasureOptions(answerable, guestWarnings(totals)) };
}

type Found = Pick<RepeatCustomerCounts, "customers" | "repeatCustomers" | "youngCustomers">;

function among({ orders, first, second }: OrderHistory, method: "returning" | "lifetime"): Found {
  let [customers, repeatCustomers] = [0, 0];
  for (let who = 0; who < first.length; who += 1) {
    if (method === "lifetime" ? first[who] === NEVER : orders[who] === 0) continue;
    customers += 1;
    if (second[who] !== NEVER) repeatCustomers += 1;
  }
  return { customers, repeatCustomers, youngCustomers: null };
}

function inCohort({ first, second }: OrderHistory, span: Span, windowDays: number): Found {
  const { from, until, complete } = span;
  let [customers, repeatCustomers, youngCustomers] = [0, 0, 0];
  for (const [who, day] of first.entries()) {
    if (day === NEVER || day < from || day >= until) continue;
    if (day + windowDays >= (complete ?? until)) {
      youngCustomers += 1;
      continue;
    }
    customers += 1;
    const next = second[who] ?? NEVER;
    if (next !== NEVER && next - day <= windowDays) repeatCustomers += 1;
  }
  return { customers, repeatCustomers, youngCustomers };
}
