import { Decimal, decimalText } from "../base/decimal.ts";
import type { BinaryKind, Formula, FunctionKind, ListKind } from "./formula.ts";
import { writeFormula } from "./write-formula.ts";

/** The value of a formula and every line of its working. */
export interface Working {
  /** `null` when the formula divides by zero or has no finite value. */
  readonly value: Decimal | null;
  readonly steps: readonly string[];
}

/** Decimals with up to this many digits are shown whole; longer ones are cut to 12. */
const WHOLE_DIGITS = 20;
const SHOWN_DIGITS = 12;

/**
 * Puts numbers into a formula, then reduces innermost operations first, one line a pass.
 * The last line is the value as a number.
 *
 * @example
 * const share = over(symbol("part"), symbol("whole"));
 * workOut(share, { part: "1", whole: "4" }).steps; // => ["1 ÷ 4", "0.25"]
 */
export function workOut<Name extends string>(
  formula: Formula<Name>,
  values: Readonly<Record<Name, string>>,
  writeNumber: (decimal: string) => string = (decimal) => decimal,
): Working {
  const shown = (decimal: string): string => writeNumber(shownNumber(decimal));
  let current: Formula<never> | null = substitute(formula, values);
  const lines: string[] = [];
  while (current.kind !== "constant") {
    lines.push(writeFormula(current, String, shown));
    current = reduceOnce(current);
    if (current === null) return { value: null, steps: lines };
  }
  const value = new Decimal(current.value);
  const last = writeNumber(decimalText(new Decimal(value.toNumber()))).replace("-", "−");
  return { value, steps: [...lines, last] };
}

/** A number as it is shown in a step: whole when short, else to 12 significant digits. */
function shownNumber(decimal: string): string {
  const value = new Decimal(decimal);
  return decimalText(
    value.precision() <= WHOLE_DIGITS ? value : value.toSignificantDigits(SHOWN_DIGITS),
  );
}

function substitute<Name extends string>(
  formula: Formula<Name>,
  values: Readonly<Record<Name, string>>,
): Formula<never> {
  switch (formula.kind) {
    case "symbol":
      return { kind: "constant", value: values[formula.name] };
    case "constant":
      return formula;
    case "total":
    case "minimum":
    case "maximum":
      return { ...formula, parts: formula.parts.map((part) => substitute(part, values)) };
    case "exponential":
    case "logarithm":
      return { ...formula, of: substitute(formula.of, values) };
    default:
      return {
        ...formula,
        left: substitute(formula.left, values),
        right: substitute(formula.right, values),
      };
  }
}

/** One pass: every operation whose parts are all numbers becomes a number; `null` if one has no value. */
function reduceOnce(formula: Formula<never>): Formula<never> | null {
  switch (formula.kind) {
    case "symbol":
    case "constant":
      return formula;
    case "total":
    case "minimum":
    case "maximum": {
      const numbers = formula.parts.flatMap((part) =>
        part.kind === "constant" ? [new Decimal(part.value)] : [],
      );
      if (numbers.length === formula.parts.length) return number(list(formula.kind, numbers));
      const parts: Formula<never>[] = [];
      for (const part of formula.parts) {
        const next = reduceOnce(part);
        if (next === null) return null;
        parts.push(next);
      }
      return { kind: formula.kind, parts };
    }
    case "exponential":
    case "logarithm": {
      if (formula.of.kind === "constant") {
        return number(functionOf(formula.kind, new Decimal(formula.of.value)));
      }
      const of = reduceOnce(formula.of);
      return of && { kind: formula.kind, of };
    }
    default: {
      const { kind, left, right } = formula;
      if (left.kind === "constant" && right.kind === "constant") {
        return number(binary(kind, new Decimal(left.value), new Decimal(right.value)));
      }
      const nextLeft = reduceOnce(left);
      const nextRight = reduceOnce(right);
      return nextLeft && nextRight && { kind, left: nextLeft, right: nextRight };
    }
  }
}

function number(value: Decimal): Formula<never> | null {
  return value.isFinite() ? { kind: "constant", value: decimalText(value) } : null;
}

function binary(kind: BinaryKind, left: Decimal, right: Decimal): Decimal {
  switch (kind) {
    case "sum":
      return left.plus(right);
    case "difference":
      return left.minus(right);
    case "product":
      return left.times(right);
    case "quotient":
      return left.div(right);
    case "power":
      return left.pow(right);
  }
}

function list(kind: ListKind, numbers: readonly Decimal[]): Decimal {
  switch (kind) {
    case "total":
      return numbers.reduce((sum, next) => sum.plus(next), new Decimal(0));
    case "minimum":
      return numbers.reduce((least, next) => (next.lt(least) ? next : least));
    case "maximum":
      return numbers.reduce((most, next) => (next.gt(most) ? next : most));
  }
}

function functionOf(kind: FunctionKind, value: Decimal): Decimal {
  return kind === "exponential" ? value.exp() : value.ln();
}
