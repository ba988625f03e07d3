import { type Faults, newFaults, requireArgument, throwFaults } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import { show } from "../base/show.ts";
import type { PurchaseData, PurchaseRow, PurchaseSummary } from "./purchase-summary.ts";
import type { TimeUnit } from "./time-unit.ts";

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
  const summary = isRows(data) ? columnsOf(data, unit) : data;
  const isSummary = typeof summary === "object" && summary !== null && "age" in summary;
  requireArgument(isSummary, "summary", EXPECTED_SUMMARY, data, "option-wrong-type");
  if (summary.age.length > 0 && allSound(summary)) return summary;
  const faults = newFaults();
  if (summary.age.length === 0) faults.add(EMPTY);
  for (let row = 0; row < summary.age.length; row += 1) checkRow(summary, row, faults);
  throwFaults("invalid-data", faults);
  return summary;
}

const EXPECTED_SUMMARY = "a summary of purchases, as `purchaseSummary` makes it, or its rows";

/** One place of a summary as a row. */
export function rowOf(summary: PurchaseSummary, row: number): PurchaseRow {
  return {
    repeatPurchases: summary.repeatPurchases[row] ?? 0,
    lastPurchaseAge: summary.lastPurchaseAge[row] ?? 0,
    age: summary.age[row] ?? 0,
  };
}

function isRows(data: PurchaseData): data is readonly PurchaseRow[] {
  return Array.isArray(data);
}

const EMPTY: Issue = {
  code: "number-out-of-range",
  message: "A summary must hold at least one customer; it is empty.",
  field: "customers",
  expected: "at least one customer",
};

function columnsOf(rows: readonly PurchaseRow[], unit: TimeUnit): PurchaseSummary {
  const column = (read: (row: PurchaseRow) => number | undefined, absent: number): Float64Array => {
    const values = new Float64Array(rows.length);
    let index = 0;
    for (const row of rows) {
      values[index] = read(row) ?? absent;
      index += 1;
    }
    return values;
  };
  const withIds = rows.some(({ customerId }) => customerId !== undefined);
  const withSpend = rows.some(({ meanSpend }) => meanSpend !== undefined);
  const withGaps = rows.some(({ sumLogGaps }) => sumLogGaps !== undefined);
  return {
    unit,
    ...(withIds ? { customerIds: rows.map(({ customerId = "" }) => customerId) } : {}),
    repeatPurchases: column((row) => row.repeatPurchases, Number.NaN),
    lastPurchaseAge: column((row) => row.lastPurchaseAge, Number.NaN),
    age: column((row) => row.age, Number.NaN),
    customers: column((row) => row.customers, 1),
    meanSpend: withSpend ? column((row) => row.meanSpend, 0) : null,
    sumLogGaps: withGaps ? column((row) => row.sumLogGaps, 0) : null,
  };
}

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
