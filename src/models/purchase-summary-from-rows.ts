import {
  argumentError,
  type Faults,
  newFaults,
  requireArgument,
  throwFaults,
} from "../base/errors.ts";
import { copyOfList, type OptionCheck, type OptionChecks, readOptions } from "../base/options.ts";
import { show } from "../base/show.ts";
import type { CustomerId } from "../ledger/rows.ts";
import type { PurchaseRow, PurchaseSummary } from "./purchase-summary.ts";
import { readSummary } from "./read-summary.ts";
import { required } from "./require-question.ts";
import { type TimeUnit, timeUnitOption } from "./time-unit.ts";

/** How rows of an outside query are named and measured. */
export interface SummaryRowsOptions {
  /** What the ages in the rows are measured in. */
  readonly unit: TimeUnit;
  /** The rows' own names of these members, such as `{ repeatPurchases: "x", age: "T" }`. */
  readonly columns?: Readonly<Partial<Record<keyof PurchaseRow, string>>>;
}

const columnName: OptionCheck<string> = (value, option) => {
  if (typeof value === "string") return value;
  throw argumentError(option, "the name of a column", value, "option-wrong-type");
};

const COLUMNS: OptionChecks<NonNullable<SummaryRowsOptions["columns"]>> = {
  ...{ customerId: columnName, repeatPurchases: columnName, lastPurchaseAge: columnName },
  ...{ age: columnName, meanSpend: columnName, sumLogGaps: columnName, customers: columnName },
};

const CHECKS: OptionChecks<SummaryRowsOptions> = {
  unit: timeUnitOption,
  columns: (value, option) =>
    readOptions<NonNullable<SummaryRowsOptions["columns"]>>(value, COLUMNS, option),
};

type NumberMember = Exclude<keyof PurchaseRow, "customerId">;

const NEEDED: readonly NumberMember[] = ["repeatPurchases", "lastPurchaseAge", "age"];
const OPTIONAL: readonly NumberMember[] = ["meanSpend", "sumLogGaps", "customers"];

/**
 * Reads a summary that a database has made: rows of a customer, or of a group of like customers.
 * Numbers may come as numbers, bigints or decimal text, as drivers hand them out; null means "not
 * given".
 *
 * @throws {@link KpiError} `invalid-data` naming row, customer and field; `invalid-argument` for an
 * unknown unit.
 * @example
 * const rows = [
 *   { id: "ann", x: 2n, t_x: "4.0", T: "5.0", spend: "13.00" },
 *   { id: "bob", x: 0n, t_x: "0", T: "4.143", spend: null },
 * ];
 * const columns = { customerId: "id", repeatPurchases: "x", lastPurchaseAge: "t_x", age: "T", meanSpend: "spend" };
 * const summary = purchaseSummaryFromRows(rows, { unit: "week", columns });
 * [...summary.age]; // => [5, 4.143]
 * [...summary.meanSpend]; // => [13, 0]
 */
export function purchaseSummaryFromRows(
  rows: readonly object[],
  options: SummaryRowsOptions,
): PurchaseSummary {
  const { columns = {}, unit: asked } = readOptions<SummaryRowsOptions>(options, CHECKS);
  const unit = required(asked, "unit", '"day", "week", "month" or "year"');
  const list = copyOfList(rows, Number.POSITIVE_INFINITY);
  requireArgument(list !== null, "rows", "an array of rows", rows, "rows-not-array");
  const faults = newFaults();
  const read = list.map((row, index) => rowFrom(row, index, columns, faults));
  throwFaults("invalid-data", faults);
  return readSummary(read, unit);
}

function rowFrom(
  row: unknown,
  index: number,
  columns: NonNullable<SummaryRowsOptions["columns"]>,
  faults: Faults,
): PurchaseRow {
  const cell = (member: keyof PurchaseRow): unknown => {
    const name = columns[member] ?? member;
    try {
      const isThere = typeof row === "object" && row !== null && Object.hasOwn(row, name);
      return isThere ? Reflect.get(row, name) : undefined;
    } catch {
      return undefined; // missing, as what cannot be read is
    }
  };
  const id = cell("customerId");
  const customerId: CustomerId | undefined =
    typeof id === "string" || typeof id === "number" ? id : undefined;
  const refuse = (member: NumberMember, value: unknown): void => {
    const of = customerId === undefined ? "" : ` of customer ${show(customerId)}`;
    const field = columns[member] ?? member;
    const expected = "a number, a bigint or decimal text";
    const received = show(value);
    const message = `\`${field}\`${of} must be ${expected}; received ${received}.`;
    const code = value === undefined || value === null ? "field-missing" : "field-wrong-type";
    faults.add({ code, message, row: index, field, expected, received });
  };
  const numbers = [...NEEDED, ...OPTIONAL].flatMap((member) => {
    const value = cell(member);
    if ((value === undefined || value === null) && OPTIONAL.includes(member)) return [];
    const number = numberOf(value);
    if (number === null) refuse(member, value);
    return [[member, number ?? 0] as const];
  });
  const named = customerId === undefined ? {} : { customerId };
  // All members that a row needs are among the numbers; what was not is refused above.
  return { ...named, ...Object.fromEntries(numbers) } as unknown as PurchaseRow;
}

const DECIMAL_TEXT = /^-?\d{1,300}(\.\d{1,300})?([eE][-+]?\d{1,3})?$/;

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" && DECIMAL_TEXT.test(value) ? Number(value) : null;
}
