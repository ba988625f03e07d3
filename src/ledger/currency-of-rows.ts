import { MOST_DECIMALS } from "../base/amount.ts";
import { currencyDecimals, currencyFault, expectedCurrency } from "../base/currency.ts";
import { argumentError, type Faults } from "../base/errors.ts";
import type { OptionCheck } from "../base/options.ts";
import { cellFault, refuseCell } from "./cell-fault.ts";

/** A check that an option is a currency in use. */
export const currencyOption: OptionCheck<string> = (value, option) => {
  const code = currencyFault(value);
  if (code === null) return String(value);
  throw argumentError(
    option,
    expectedCurrency(value),
    value,
    code === "field-wrong-type" ? "option-wrong-type" : code,
  );
};

/** Sees to it that all rows have one currency. */
export interface CurrencyOfRows {
  /** Checks the currency of a row. */
  readonly check: (value: unknown, row: number) => void;
  /** The decimals of the currency, or as many as a ledger can hold while it is not known. */
  readonly decimals: () => number;
  /** The currency, once all rows were seen; null if no row has one. */
  readonly settle: () => string | null;
}

/** @param wanted The currency that the caller named, or undefined. */
export function newCurrencyOfRows(wanted: string | undefined, faults: Faults): CurrencyOfRows {
  let currency = wanted ?? null;
  let decimals = decimalsOf(currency);
  let firstRow = -1;
  let firstWithout = -1;
  return {
    check(value, row) {
      if (value === undefined || value === null) {
        if (firstWithout < 0) firstWithout = row;
        return;
      }
      if (value === currency && firstRow >= 0) return;
      const code = currencyFault(value);
      if (code !== null) {
        refuseCell(faults, code, row, "currency", value, expectedCurrency(value));
        return;
      }
      if (currency === null) {
        currency = String(value);
        decimals = decimalsOf(currency);
      }
      if (firstRow < 0) firstRow = row;
      if (value !== currency) {
        const where =
          wanted === undefined ? `as in row ${firstRow}` : "the `currency` that was asked for";
        const fault = cellFault("currency-mixed", row, "currency", value, `${currency}, ${where}`);
        faults.add(wanted === undefined ? { ...fault, otherRow: firstRow } : fault);
      }
    },
    decimals: () => decimals,
    settle() {
      if (wanted === undefined && currency !== null && firstWithout >= 0) {
        const expected = `${currency} as in row ${firstRow}, or the option \`currency\``;
        const fault = cellFault("currency-missing", firstWithout, "currency", undefined, expected);
        faults.add({ ...fault, otherRow: firstRow });
      }
      return currency;
    },
  };
}

function decimalsOf(currency: string | null): number {
  return (currency === null ? null : currencyDecimals(currency)) ?? MOST_DECIMALS;
}
