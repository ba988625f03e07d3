import { argumentError } from "../base/errors.ts";
import { type Moment, readMoment } from "../base/moment.ts";
import {
  type OptionCheck,
  type OptionChecks,
  oneOf,
  readOptions,
  yesOrNo,
} from "../base/options.ts";
import { zoneOf } from "../base/zone.ts";
import {
  ORDERS_CHECKS,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "../counts/orders-source.ts";
import { momentOption } from "../ledger/as-of-option.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import type { CustomerId, DateInput } from "../ledger/rows.ts";
import type { RowWarning } from "../result/warning.ts";
import type { Bucket } from "./bucket.ts";
import { purchasesOf } from "./purchases-of-orders.ts";
import { type CustomerSummary, summarisePurchases } from "./summarise-purchases.ts";
import { type TimeUnit, timeUnitOption } from "./time-unit.ts";

/** What to make of rows of orders; options of reading that a ledger was built with may be repeated. */
export interface PurchaseSummaryQuestion
  extends Pick<
    OrdersQuestion,
    "currency" | "timeZone" | "guests" | "rowsAre" | "countFullyRefunded"
  > {
  /** What ages are measured in. Default `"week"`. */
  readonly unit?: TimeUnit;
  /** The first day that is not observed any more. Default: the day after the last row. */
  readonly observedUntil?: DateInput;
  /** The first day of a hold-out: the summary ends there, and what follows is kept in `holdout`. */
  readonly holdoutFrom?: DateInput;
  /** Whether orders of one customer on one day are one purchase. Default `true`. */
  readonly mergeSameDay?: boolean;
  /** Whether days are taken as they are (default) or by calendar weeks or months. */
  readonly buckets?: Bucket;
}

/** A summary of orders: one place a customer, and what a reader of it should know. */
export interface OrdersSummary extends CustomerSummary {
  readonly customerIds: readonly CustomerId[];
  /** ISO 4217; null where the rows name none. */
  readonly currency: string | null;
  /** What was noticed while the rows were read. */
  readonly warnings: readonly RowWarning[];
}

const { currency, timeZone, guests, rowsAre, countFullyRefunded } = ORDERS_CHECKS;

/** The checks of {@link PurchaseSummaryQuestion}. */
export const PURCHASE_SUMMARY_CHECKS: OptionChecks<PurchaseSummaryQuestion> = {
  ...{ currency, timeZone, guests, rowsAre, countFullyRefunded },
  unit: timeUnitOption,
  observedUntil: momentOption,
  holdoutFrom: momentOption,
  mergeSameDay: yesOrNo,
  buckets: oneOf(["day", "week", "month"]) as OptionCheck<Bucket>,
};

/**
 * Sums orders up to what the models need of each customer: repeat purchases, age at the last one,
 * age, and the mean value of the repeat purchases. The first purchase starts the clock.
 *
 * Ages are exact days divided by the unit. Orders of one day are one purchase. Refunds are taken off
 * their order, those that name none off the customer's latest order so far; an order refunded in
 * full is still a purchase, worth nothing. Guests are left out.
 *
 * @returns one place a customer, named in `customerIds`; the fits join those that are alike.
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-06", amount: 30 },
 *   { customerId: "bob", date: "2025-01-12", amount: 20 },
 *   { customerId: "ann", date: "2025-01-20", amount: 12 },
 *   { customerId: "ann", date: "2025-02-03", amount: 14 },
 * ];
 * const summary = purchaseSummary(orders, { observedUntil: "2025-02-11" });
 * summary.customerIds; // => ["ann", "bob"]
 * [...summary.repeatPurchases]; // => [2, 0]
 * [summary.lastPurchaseAge[0], summary.age[0], summary.meanSpend[0]]; // => [4, 5, 13]
 */
export function purchaseSummary(
  source: OrdersSource,
  question: PurchaseSummaryQuestion = {},
): OrdersSummary {
  const { unit, observedUntil, holdoutFrom, mergeSameDay, buckets, ...reading } =
    readOptions<PurchaseSummaryQuestion>(question, PURCHASE_SUMMARY_CHECKS);
  const { ledger } = readOrdersAsked(source, reading);
  const until =
    observedUntil === undefined
      ? (ledger.lastDay ?? -1) + 1
      : dayOf(observedUntil, "observedUntil", ledger);
  const summary = summarisePurchases(purchasesOf(ledger, until, reading.countFullyRefunded), {
    observedUntil: until,
    ...(unit === undefined ? {} : { unit }),
    ...(holdoutFrom === undefined
      ? {}
      : { holdoutFrom: dayOf(holdoutFrom, "holdoutFrom", ledger) }),
    ...(mergeSameDay === undefined ? {} : { mergeSameDay }),
    ...(buckets === undefined ? {} : { buckets }),
  });
  return {
    ...summary,
    meanSpend: summary.meanSpend?.map(notNegative) ?? null,
    customerIds: Array.from(summary.customer, (code) => ledger.customers[code] ?? ""),
    currency: ledger.currency,
    warnings: ledger.warnings,
  };
}

/** Where refunds outweigh purchases, a mean is of no use to a model of spend, which leaves out 0. */
function notNegative(value: number): number {
  return Math.max(0, value);
}

/** The day of a date given as an option, in the ledger's zone. */
export function dayOf(value: DateInput, option: string, { timeZone: zone }: OrdersLedger): number {
  const moment: Moment = { day: 0, instant: Number.NaN };
  const code = readMoment(value, zoneOf(zone), moment);
  if (code === null) return moment.day;
  const expected = 'a day such as "2025-03-01", an instant with its offset, or a Date';
  throw argumentError(option, expected, value, code);
}
