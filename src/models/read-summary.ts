import { type Faults, newFaults, requireArgument, throwFaults } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import { copyOfList, isRecord } from "../base/options.ts";
import { show } from "../base/show.ts";
import { isDoubles } from "./doubles.ts";
import type { PurchaseData, PurchaseRow, PurchaseSummary } from "./purchase-summary.ts";
import { memberOf } from "./require-model.ts";
import { columnsOfRows } from "./summary-columns.ts";
import { isTimeUnit, type TimeUnit } from "./time-unit.ts";

/**
 * Rows as a summary in columns, each row checked; a summary is checked and given back.
 *
 * @throws KpiError `invalid-data`, each fault naming its row, customer and field: a repeat count that is not
 *   whole or below 0, an age at the last purchase that is above the age or that comes without a
 *   repeat purchase, a negative mean spend, a number that is not finite, no rows at all.
 * @example
 * const summary = readSummary([{ repeatPurchases: 2, lastPurchaseAge: 9, age: 12 }], "month");
 * [summary.unit, summary.age[0]]; // => ["month", 12]
 */
export function readSummary(data: PurchaseData, unit: TimeUnit = "week"): PurchaseSummary {
  const summary = isList(data) ? columnsOfRows(data, unit) : data;
  requireArgument(isSummary(summary), "summary", EXPECTED_SUMMARY, data, "option-wrong-type");
  if (summary.age.length > 0 && allSound(summary)) return summary;
  const faults = newFaults();
  if (summary.age.length === 0) faults.add(EMPTY);
  for (let row = 0; row < summary.age.length; row += 1) checkRow(summary, row, faults);
  throwFaults("invalid-data", faults);
  return summary;
}

const EXPECTED_SUMMARY = "a summary of purchases, as `purchaseSummary` makes it, or its rows";

/** Whether something has the columns of a summary, all equally long. */
function isSummary(data: unknown): data is PurchaseSummary {
  const column = (name: string): unknown => memberOf(data, name, "summary");
  const age = column("age");
  if (!isDoubles(age) || !isTimeUnit(column("unit"))) return false;
  const fits = (values: unknown): boolean => isDoubles(values) && values.length === age.length;
  const ids = column("customerIds");
  if (ids !== undefined && copyOfList(ids, age.length)?.length !== age.length) return false;
  return (
    ["repeatPurchases", "lastPurchaseAge", "customers"].every((name) => fits(column(name))) &&
    ["meanSpend", "sumLogGaps"].every(
      (name) => (column(name) ?? null) === null || fits(column(name)),
    )
  );
}

function isList(data: unknown): data is readonly unknown[] {
  return typeof data === "object" && data !== null && !isRecord(data);
}

/** One place of a summary as a row. */
export function rowOf(summary: PurchaseSummary, row: number): PurchaseRow {
  return {
    repeatPurchases: summary.repeatPurchases[row] ?? 0,
    lastPurchaseAge: summary.lastPurchaseAge[row] ?? 0,
    age: summary.age[row] ?? 0,
  };
}

const EMPTY: Issue = {
  code: "number-out-of-range",
  message: "A summary must hold at least one customer; it is empty.",
  field: "customers",
  expected: "at least one customer",
};

/** Whether nothing is wrong with any row: the usual case, looked at quickly. */
function allSound(summary: PurchaseSummary): boolean {
  const { repeatPurchases, lastPurchaseAge, age, customers, meanSpend, sumLogGaps } = summary;
  for (let row = 0; row < age.length; row += 1) {
    const x = repeatPurchases[row] ?? Number.NaN;
    const last = lastPurchaseAge[row] ?? Number.NaN;
    const T = age[row] ?? Number.NaN;
    const n = customers[row] ?? Number.NaN;
    const isHistory = x >= 0 && Number.isSafeInteger(x) && last >= 0 && last <= T;
    if (!isHistory || (x === 0 && last > 0)) return false;
    if (!(T < Number.POSITIVE_INFINITY && n > 0 && n < Number.POSITIVE_INFINITY)) return false;
    if (meanSpend && !Number.isFinite(meanSpend[row])) return false;
    if (sumLogGaps && !Number.isFinite(sumLogGaps[row])) return false;
  }
  return true;
}

function checkRow(summary: PurchaseSummary, row: number, faults: Faults): void {
  const x = summary.repeatPurchases[row] ?? Number.NaN;
  const last = summary.lastPurchaseAge[row] ?? Number.NaN;
  const age = summary.age[row] ?? Number.NaN;
  const customers = summary.customers[row] ?? Number.NaN;
  const spend = summary.meanSpend?.[row] ?? 0;
  const gaps = summary.sumLogGaps?.[row] ?? 0;
  const refuse = (field: string, expected: string, received: number): void => {
    faults.add(issueOf(summary, row, field, expected, received));
  };
  if (!Number.isSafeInteger(x) || x < 0) {
    refuse("repeatPurchases", "a whole number, 0 or more", x);
  } else if (!(age >= 0 && age < Number.POSITIVE_INFINITY)) {
    refuse("age", "a number, 0 or more", age);
  } else if (!(last >= 0 && last <= age)) {
    refuse("lastPurchaseAge", `from 0 to the age, ${show(age)}`, last);
  } else if (x === 0 && last !== 0) {
    const expected = "0 for a customer without repeat purchases";
    refuse("lastPurchaseAge", expected, last);
  } else if (!(customers > 0 && customers < Number.POSITIVE_INFINITY)) {
    refuse("customers", "a number above 0", customers);
  } else if (!Number.isFinite(spend)) {
    refuse("meanSpend", "a number", spend);
  } else if (!Number.isFinite(gaps)) {
    refuse("sumLogGaps", "a number", gaps);
  }
}

function issueOf(
  { customerIds }: PurchaseSummary,
  row: number,
  field: string,
  expected: string,
  received: number,
): Issue {
  const shown = show(received);
  const of = customerIds ? ` of customer ${show(customerIds[row])}` : "";
  const message = `\`${field}\`${of} must be ${expected}; received ${shown}.`;
  return { code: "number-out-of-range", message, row, field, expected, received: shown };
}
