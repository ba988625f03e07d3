import {
  addExact,
  compareExact,
  digitsOf,
  divideExact,
  type Exact,
  multiplyExact,
  readExact,
  subtractExact,
  toDigits,
  WORKING_DIGITS,
  writeExact,
} from "../base/exact.ts";
import type { Formula, Operation } from "./formula.ts";
import { type FormulaWords, writeFormula } from "./write-formula.ts";

/** The value of a formula and every line of its working. */
export interface Working {
  /** Decimal text of 40 significant digits; `null` when the formula divides by zero or has no finite value. */
  readonly exact: string | null;
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
  words?: FormulaWords,
): Working {
  const shown = (decimal: string): string => writeNumber(shownNumber(decimal));
  let current: Formula<never> | null = substitute(formula, values);
  const lines: string[] = [];
  while (current.kind !== "constant") {
    lines.push(writeFormula(current, String, shown, words));
    current = reduceOnce(current);
    if (current === null) return { exact: null, steps: lines };
  }
  const exact = writeExact(readExact(current.value));
  const last = writeNumber(writeExact(readExact(Number(exact)))).replace("-", "−");
  return { exact, steps: [...lines, last] };
}

/** A number as it is shown in a step: whole when short, else to 12 significant digits. */
function shownNumber(decimal: string): string {
  const value = readExact(decimal);
  return writeExact(digitsOf(value) <= WHOLE_DIGITS ? value : toDigits(value, SHOWN_DIGITS));
}

function substitute<Name extends string>(
  formula: Formula<Name>,
  values: Readonly<Record<Name, string>>,
): Formula<never> {
  if (formula.kind === "symbol") return { kind: "constant", value: values[formula.name] };
  if (formula.kind === "constant") return formula;
  return { ...formula, parts: formula.parts.map((part) => substitute(part, values)) };
}

/** One pass: every operation whose parts are all numbers becomes a number; `null` if one has no value. */
function reduceOnce(formula: Formula<never>): Formula<never> | null {
  if (formula.kind === "symbol" || formula.kind === "constant") return formula;
  const numbers: string[] = [];
  const parts: Formula<never>[] = [];
  for (const part of formula.parts) {
    if (part.kind === "constant") numbers.push(part.value);
    const next = reduceOnce(part);
    if (next === null) return null;
    parts.push(next);
  }
  if (numbers.length < parts.length) return { ...formula, parts };
  const value = formula.evaluate ? formula.evaluate(numbers) : arithmetic(formula, numbers);
  return value === null ? null : { kind: "constant", value };
}

/** The four operations and lists, on decimal texts; `null` for a division by zero. */
function arithmetic({ kind }: Operation<never>, texts: readonly string[]): string | null {
  const numbers = texts.map(readExact);
  const [left = ZERO, right = ZERO] = numbers;
  if (kind === "quotient" && right.units === 0n) return null;
  return writeExact(
    numbers.length === 2 ? pair(kind, left, right) : list(kind, numbers),
    WORKING_DIGITS,
  );
}

function pair(kind: Operation["kind"], left: Exact, right: Exact): Exact {
  switch (kind) {
    case "difference":
      return subtractExact(left, right);
    case "product":
      return multiplyExact(left, right);
    case "quotient":
      return divideExact(left, right);
    case "sum":
      return addExact(left, right);
    default:
      return list(kind, [left, right]);
  }
}

function list(kind: Operation["kind"], numbers: readonly Exact[]): Exact {
  if (kind === "total") return numbers.reduce(addExact, ZERO);
  const sign = kind === "maximum" ? 1 : -1;
  return numbers.reduce((best, next) => (sign * compareExact(next, best) > 0 ? next : best));
}

const ZERO: Exact = { units: 0n, scale: 0 };
