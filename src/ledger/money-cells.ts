import { type Amount, readAmount } from "../base/amount.ts";
import type { Faults } from "../base/errors.ts";
import type { Issue, IssueCode } from "../base/issue.ts";
import { refuseCell } from "./cell-fault.ts";
import type { CurrencyOfRows } from "./currency-of-rows.ts";
import type { WarningLog } from "./warning-log.ts";

/** Reads amounts of money, and notes what is wrong or odd about them. */
export interface MoneyReader {
  /** Reads one cell into `into`; returns whether it could be read. */
  readonly read: (value: unknown, row: number, field: string, into: Amount) => boolean;
  /** The currency and the scale of all that was read. */
  readonly settle: () => { readonly currency: string | null; readonly scale: number };
}

export function newMoneyReader(
  currency: CurrencyOfRows,
  faults: Faults,
  warnings: WarningLog,
): MoneyReader {
  let scale = 0;
  return {
    read(value, row, field, into) {
      const allowed = currency.decimals();
      const code = readAmount(value, Math.min(scale, allowed), into);
      if (code !== null) {
        refuseMoney(faults, code, row, field, value);
        return false;
      }
      if (into.decimals > scale) scale = into.decimals;
      if (into.decimals > allowed) warnings.add("number-too-precise", row, field, value);
      return true;
    },
    settle() {
      const known = currency.settle();
      return {
        currency: known,
        scale: known === null ? scale : Math.max(scale, currency.decimals()),
      };
    },
  };
}

/** Adds the issue of a refused amount. */
export function refuseMoney(
  faults: Faults,
  code: IssueCode,
  row: number,
  field: string,
  value: unknown,
): void {
  refuseCell(faults, code, row, field, value, EXPECTED[code] ?? 'a number or text such as "12.50"');
}

/** The issue of an amount, or a sum of lines, that grew too large at the scale that all rows need. */
export function tooLargeAt(row: number, field: string): Issue {
  const expected = "an amount that 64 bits hold with the decimals that all rows together need";
  const message = `Row ${row}: \`${field}\` must be ${expected}; received a larger one.`;
  return { code: "number-out-of-range", message, row, field, expected };
}

const EXPECTED: Partial<Record<IssueCode, string>> = {
  "number-too-precise": "an amount of at most 6 decimals",
  "number-not-safe-integer": "an amount that a number holds exactly",
  "number-out-of-range": "an amount below 2^63 in units of its last decimal",
  "negative-amount": "an amount from 0",
};
