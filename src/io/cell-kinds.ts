import { type Amount, readAmount } from "../base/amount.ts";
import { currencyFault, expectedCurrency } from "../base/currency.ts";
import type { Faults } from "../base/errors.ts";
import type { IssueCode } from "../base/issue.ts";
import { refuseCell } from "../ledger/cell-fault.ts";
import { EXPECTED_ID, idFault, isId } from "../ledger/id-fault.ts";
import { refuseMoney } from "../ledger/money-cells.ts";
import type { CellKind } from "./cell-kind.ts";
import { withPoint } from "./notation.ts";

export const idCell: CellKind = {
  read(value, _context, into) {
    if (!isId(value)) return idFault(value);
    into.value = value;
    return null;
  },
  refuse: (faults, code, row, field, value) =>
    refuseCell(faults, code, row, field, value, EXPECTED_ID),
};

/** The customer of a transaction, which must have one. */
export const customerCell: CellKind = {
  read: idCell.read,
  refuse(faults, code, row, field, value) {
    const isAbsent = code === "field-missing" || code === "id-empty";
    const expected = isAbsent ? `${EXPECTED_ID}, or the option guests: "keep"` : EXPECTED_ID;
    refuseCell(faults, code, row, field, value, expected);
  },
};

/** The customer of a transaction, or blanks for a guest. */
export const guestCell: CellKind = {
  read(value, context, into) {
    const code = idCell.read(value, context, into);
    if (code !== "id-empty") return code;
    into.value = null;
    return null;
  },
  refuse: idCell.refuse,
};

/** An amount; text stays text, so that no digit is lost. */
export const amountCell: CellKind = {
  read(given, { decimalComma }, into) {
    const value = decimalComma && typeof given === "string" ? withPoint(given) : given;
    if (value === null && given !== null) return "number-format";
    const code = readAmount(value, 0, amount);
    if (code === null) into.value = value;
    return code;
  },
  refuse: refuseAmount,
};

/** An amount that cannot be below zero. */
export const amountFromZeroCell: CellKind = {
  read(value, context, into) {
    const code = amountCell.read(value, context, into);
    return code === null && amount.units < 0 ? "negative-amount" : code;
  },
  refuse: refuseAmount,
};

/** Names the option by which the amount could be read, where there is one. */
function refuseAmount(
  faults: Faults,
  code: IssueCode,
  row: number,
  field: string,
  value: unknown,
): void {
  const hasComma = typeof value === "string" && /^-?\d{1,15},\d{1,6}$/.test(value);
  if (code !== "number-format" || !hasComma) refuseMoney(faults, code, row, field, value);
  else refuseCell(faults, code, row, field, value, WITH_COMMA);
}

const WITH_COMMA = 'a number or text such as "12.50", or the option `decimalComma`';

/** Filled anew by each reading: nothing in it outlives a call. */
const amount: Amount = { units: 0, big: null, decimals: 0 };

export const currencyCell: CellKind = {
  read(value, _context, into) {
    const code = currencyFault(value);
    if (code === null) into.value = value;
    return code;
  },
  refuse: (faults, code, row, field, value) =>
    refuseCell(faults, code, row, field, value, expectedCurrency(value)),
};

/** One of a few words. */
/* @__NO_SIDE_EFFECTS__ */
export function wordCell(words: readonly string[]): CellKind {
  return {
    read(value, _context, into) {
      if (typeof value !== "string" || !words.includes(value)) return "field-wrong-type";
      into.value = value;
      return null;
    },
    refuse(faults, code, row, field, value) {
      const expected = words.map((word) => `"${word}"`).join(" or ");
      refuseCell(faults, code, row, field, value, expected);
    },
  };
}

/** Yes or no; in text `true` or `false`, in small or capital letters. */
export const truthCell: CellKind = {
  read(value, { fromText }, into) {
    const word = fromText ? String(value).toLowerCase() : value;
    const truth = fromText ? word === "true" : word;
    if (typeof truth !== "boolean" || (fromText && !truth && word !== "false")) {
      return "field-wrong-type";
    }
    into.value = truth;
    return null;
  },
  refuse: (faults, code, row, field, value) =>
    refuseCell(faults, code, row, field, value, "true or false"),
};

/** A whole number, or none. Which scale it belongs to is looked at when the row is whole. */
export const scoreCell: CellKind = {
  read(value, { fromText }, into) {
    const score = fromText && typeof value === "string" ? numberIn(value) : value;
    if (score === undefined) return "field-missing";
    if (typeof score !== "number") return fromText ? "number-format" : "field-wrong-type";
    if (!Number.isFinite(score)) return "number-not-finite";
    if (!Number.isInteger(score)) return "score-not-integer";
    into.value = score;
    return null;
  },
  refuse: (faults, code, row, field, value) =>
    refuseCell(faults, code, row, field, value, "a whole number, or nothing for no answer"),
};

/** The number that a text of digits means; null for any other text. */
function numberIn(text: string): number | null {
  return text.length <= LONGEST_SCORE && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

const LONGEST_SCORE = 20;
