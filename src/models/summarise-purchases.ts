import { requireArgument } from "../base/errors.ts";
import {
  type OptionCheck,
  type OptionChecks,
  oneOf,
  readOptions,
  wholeNumber,
  yesOrNo,
} from "../base/options.ts";
import { type Bucket, firstDayOfBucket } from "./bucket.ts";
import type { PurchaseColumns } from "./purchase-columns.ts";
import { type History, historiesOf } from "./purchase-histories.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { requireColumns } from "./require-columns.ts";
import { required } from "./require-question.ts";
import { daysIn, type TimeUnit, timeUnitOption } from "./time-unit.ts";

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
  const read = readOptions<SummariseOptions>(options, CHECKS);
  const { unit = "week", holdoutFrom, buckets = "day", mergeSameDay = true } = read;
  const lastDay = required(read.observedUntil, "observedUntil", "a whole day");
  requireDays({ ...read, observedUntil: lastDay });
  requireColumns(columns);
  const observedUntil = firstDayOfBucket(lastDay - 1, buckets) + 1;
  const end =
    holdoutFrom === undefined ? observedUntil : firstDayOfBucket(holdoutFrom - 1, buckets) + 1;
  const seen = columns.day.map((day) =>
    day < lastDay ? firstDayOfBucket(day, buckets) : observedUntil,
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
  if (holdoutFrom === undefined) return;
  const startsBucket = firstDayOfBucket(holdoutFrom, buckets) === holdoutFrom;
  requireArgument(
    holdoutFrom <= observedUntil && startsBucket,
    "holdoutFrom",
    `the first day of a ${buckets}, \`observedUntil\` or before`,
    holdoutFrom,
  );
}

const wholeDay: OptionCheck<number> = /* @__PURE__ */ wholeNumber(
  -Number.MAX_SAFE_INTEGER,
  "a whole day",
);

const CHECKS: OptionChecks<SummariseOptions> = {
  unit: timeUnitOption,
  ...{ observedUntil: wholeDay, holdoutFrom: wholeDay },
  buckets: /* @__PURE__ */ oneOf(["day", "week", "month"]),
  mergeSameDay: yesOrNo,
};
