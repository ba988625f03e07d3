import { type Faults, newFaults, requireArgument, throwFaults } from "../base/errors.ts";
import { show } from "../base/show.ts";
import { type Bucket, firstDayOfBucket } from "./bucket.ts";
import { type History, historiesOf } from "./purchase-histories.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { daysIn, type TimeUnit } from "./time-unit.ts";

/** Purchases in columns. Days are whole numbers since 1970-01-01, customers codes from 0 on. */
export interface PurchaseColumns {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** What each was worth; without it the summary has no spend. */
  readonly amount?: Float64Array;
}

/** What to make of them. */
export interface SummariseOptions {
  /** What ages are to be measured in; `"week"` if not given. */
  readonly unit?: TimeUnit;
  /** First day that is not observed any more. Ages end on the day before it. */
  readonly observedUntil: number;
  /** First day of a hold-out: the summary ends there, and what follows is kept to check a model by. */
  readonly holdoutFrom?: number;
  /**
   * Whether days are taken as they are (`"day"`, if not given) or as the first day of their week,
   * from Monday, or month: ages are then counted by calendar weeks or months, and the purchases of
   * one week or month are one. Some programs do so; models lose by it.
   */
  readonly buckets?: Bucket;
  /** Whether the purchases of one day count as one, as the models' authors have it; true if not given. */
  readonly mergeSameDay?: boolean;
}

/** A summary of purchases, one place for each customer who had bought by its end. */
export interface CustomerSummary extends PurchaseSummary {
  /** The customers' codes, ascending. */
  readonly customer: Int32Array;
  /** What the first purchase was worth, which `meanSpend` leaves out. Null where no amounts were given. */
  readonly firstSpend: Float64Array | null;
  /** Null unless asked for. */
  readonly holdout: Holdout | null;
  /** Customers who first bought in the hold-out: no place is kept for them. */
  readonly newInHoldout: number;
}

/** What the customers of a summary did after its end. */
export interface Holdout {
  /** How long the hold-out lasts, in the summary's unit. */
  readonly horizon: number;
  readonly purchases: Float64Array;
  /** Mean value of those purchases; 0 without any. Null where no amounts were given. */
  readonly meanSpend: Float64Array | null;
}

/**
 * Sums purchases up to what the models need of each customer: repeat purchases, age at the last
 * one, age, and their mean value. The first purchase starts the clock and its value is left out.
 *
 * Ages are exact days divided by the unit; purchases from `observedUntil` on are not looked at.
 *
 * @throws KpiError `invalid-argument` for days out of order, `invalid-data` for columns of unequal
 *   length, or a customer, day or amount that is no such number, naming row and field.
 * @example
 * const columns = {
 *   customer: Int32Array.of(0, 0, 1, 0),
 *   day: Int32Array.of(100, 107, 110, 121),
 *   amount: Float64Array.of(9, 10, 20, 30),
 * };
 * const summary = summarisePurchases(columns, { observedUntil: 129 });
 * [summary.repeatPurchases[0], summary.lastPurchaseAge[0], summary.age[0], summary.meanSpend[0]]; // => [2, 3, 4, 20]
 */
export function summarisePurchases(
  columns: PurchaseColumns,
  options: SummariseOptions,
): CustomerSummary {
  const { unit = "week", holdoutFrom, buckets = "day", mergeSameDay = true } = options;
  requireDays(options);
  requireColumns(columns);
  const observedUntil = firstDayOfBucket(options.observedUntil - 1, buckets) + 1;
  const end =
    holdoutFrom === undefined ? observedUntil : firstDayOfBucket(holdoutFrom - 1, buckets) + 1;
  const seen = columns.day.map((day) =>
    day < options.observedUntil ? firstDayOfBucket(day, buckets) : observedUntil,
  );
  const all = historiesOf({ ...columns, day: seen }, { end, observedUntil, mergeSameDay });
  const histories = all.filter(({ started }) => started);
  const days = daysIn(unit);
  const column = (read: (history: History) => number): Float64Array =>
    Float64Array.from(histories, read);
  const meanOf = (total: number, count: number): number => (count === 0 ? 0 : total / count);
  const hasSpend = columns.amount !== undefined;
  return {
    unit,
    customer: Int32Array.from(histories, ({ customer }) => customer),
    repeatPurchases: column(({ repeats }) => repeats),
    lastPurchaseAge: column(({ first, last }) => (last - first) / days),
    age: column(({ first }) => (end - 1 - first) / days),
    customers: column(() => 1),
    meanSpend: hasSpend ? column(({ repeatSpend, repeats }) => meanOf(repeatSpend, repeats)) : null,
    firstSpend: hasSpend ? column(({ firstSpend }) => firstSpend) : null,
    sumLogGaps: mergeSameDay
      ? column(({ logGaps, repeats }) => logGaps - repeats * Math.log(days))
      : null,
    holdout:
      holdoutFrom === undefined
        ? null
        : {
            horizon: (observedUntil - holdoutFrom) / days,
            purchases: column(({ later }) => later),
            meanSpend: hasSpend
              ? column(({ laterSpend, later }) => meanOf(laterSpend, later))
              : null,
          },
    newInHoldout: all.length - histories.length,
  };
}

function requireDays({ observedUntil, holdoutFrom, buckets = "day" }: SummariseOptions): void {
  requireArgument(Number.isInteger(observedUntil), "observedUntil", "a whole day", observedUntil);
  if (holdoutFrom === undefined) return;
  const startsBucket = firstDayOfBucket(holdoutFrom, buckets) === holdoutFrom;
  requireArgument(
    Number.isInteger(holdoutFrom) && holdoutFrom <= observedUntil && startsBucket,
    "holdoutFrom",
    `the first day of a ${buckets}, \`observedUntil\` or before`,
    holdoutFrom,
  );
}

function requireColumns({ customer, day, amount }: PurchaseColumns): void {
  const faults: Faults = newFaults();
  const refuse = (field: string, expected: string, received: unknown, row?: number): void => {
    const message = `\`${field}\` must be ${expected}; received ${show(received)}.`;
    const code = "number-out-of-range";
    const where = row === undefined ? {} : { row };
    faults.add({ code, message, ...where, field, expected, received: show(received) });
  };
  const rows = `as long as \`customer\`, ${customer.length}`;
  if (day.length !== customer.length) refuse("day", rows, day.length);
  if (amount && amount.length !== customer.length) refuse("amount", rows, amount.length);
  for (let row = 0; row < customer.length; row += 1) {
    if ((customer[row] ?? 0) < 0) refuse("customer", "a code, 0 or more", customer[row], row);
    if (amount && !Number.isFinite(amount[row])) refuse("amount", "a number", amount[row], row);
  }
  throwFaults("invalid-data", faults);
}
