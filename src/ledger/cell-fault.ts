import { type Faults, MAX_ISSUES } from "../base/errors.ts";
import type { Issue, IssueCode } from "../base/issue.ts";
import { shorten, show } from "../base/show.ts";

/** The issue of one refused cell: what was expected, what came, what to do. */
export function cellFault(
  code: IssueCode,
  row: number,
  field: string,
  value: unknown,
  expected: string,
): Issue {
  const received = show(value);
  const name = `Row ${row}: \`${shorten(field, 60)}\``;
  const missing = code === "field-missing" || code === "currency-missing";
  const message = missing
    ? `${name} is missing (${received}); expected ${expected}.`
    : `${name} must be ${expected}; received ${received}.${hint(code, value)}`;
  return { code, message, row, field, expected, received };
}

/** Adds the issue of a refused cell. Those that are only counted get no message. */
export function refuseCell(
  faults: Faults,
  code: IssueCode,
  row: number,
  field: string,
  value: unknown,
  expected: string,
): void {
  const isListed = faults.count() < MAX_ISSUES;
  const issue = isListed
    ? cellFault(code, row, field, value, expected)
    : { code, row, field, message: "" };
  faults.add(issue);
}

/** What to do about it, where the expectation alone does not say. */
function hint(code: IssueCode, value: unknown): string {
  switch (code) {
    case "number-format":
      return numberHint(value);
    case "number-not-finite":
      return " Leave the row out if the amount is not known.";
    case "number-not-safe-integer":
      return " A number of this size is not exact: hand it in as text.";
    case "number-too-precise":
      return " Round it where it was computed.";
    case "number-out-of-range":
      return " It is too large to be held exactly.";
    case "negative-amount":
      return " A refund has the type `refund`, or a negative amount and no type.";
    case "id-empty":
      return " All rows without a customer would become one.";
    case "score-out-of-scale":
      return " Scores are not clamped.";
    default:
      return "";
  }
}

function numberHint(value: unknown): string {
  if (typeof value !== "string") return "";
  const text = value.slice(0, 80);
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    if (point > 126)
      return ` U+${point.toString(16).toUpperCase().padStart(4, "0")} is no digit 0 to 9.`;
  }
  if (/[,\s'_]/.test(text))
    return " Leave out thousands separators and blanks, and write a point for the decimals.";
  return " Leave out signs, units and exponents.";
}
