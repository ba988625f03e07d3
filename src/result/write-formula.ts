import type { Formula } from "./formula.ts";

/** How a language writes what a formula has no sign for. */
export interface FormulaWords {
  readonly total: string;
  readonly logarithm: string;
  /** Between the parts of a list. */
  readonly between: string;
}

/** The spellings of one notation: people's signs or a machine's. */
interface Notation extends FormulaWords {
  readonly sum: string;
  readonly difference: string;
  readonly product: string;
  readonly quotient: string;
  readonly power: string;
  readonly minus: string;
}

/** English: `sum(a, b)`. */
export const ENGLISH_FORMULA: FormulaWords = { total: "sum", logarithm: "log", between: ", " };

const WRITTEN: Omit<Notation, keyof FormulaWords> = {
  sum: " + ",
  difference: " − ",
  product: " × ",
  quotient: " ÷ ",
  power: "^",
  minus: "−",
};

const MACHINE: Notation = {
  ...ENGLISH_FORMULA,
  sum: " + ",
  difference: " - ",
  product: " * ",
  quotient: " / ",
  power: " ^ ",
  minus: "-",
};

const CALL = { minimum: "min", maximum: "max", exponential: "exp" } as const;

const STRENGTH = { sum: 1, difference: 1, product: 2, quotient: 2, power: 3 } as const;
const STRONGEST = 4;

/**
 * Writes a formula for people, with the fewest parentheses that keep its meaning.
 *
 * @example
 * const share = over(minus(symbol("end"), symbol("new")), symbol("start"));
 * writeFormula(share, (name) => name); // => "(end − new) ÷ start"
 */
export function writeFormula<Name extends string>(
  formula: Formula<Name>,
  nameOf: (name: Name) => string,
  numberOf: (decimal: string) => string = (decimal) => decimal,
  words: FormulaWords = ENGLISH_FORMULA,
): string {
  return write(formula, { ...WRITTEN, ...words }, nameOf, numberOf);
}

/**
 * Writes a formula in ASCII with `+ - * / ^ sum min max exp log`, for any evaluator.
 *
 * @example
 * writeExpression(times(constant(100), symbol("net")), { net: "-0.5" }); // => "100 * (-0.5)"
 */
export function writeExpression<Name extends string>(
  formula: Formula<Name>,
  values: Readonly<Record<Name, string>>,
): string {
  return write(
    formula,
    MACHINE,
    (name) => bracketNegative(values[name]),
    (decimal) => decimal,
  );
}

function bracketNegative(decimal: string): string {
  return decimal.startsWith("-") ? `(${decimal})` : decimal;
}

function write<Name extends string>(
  formula: Formula<Name>,
  notation: Notation,
  nameOf: (name: Name) => string,
  numberOf: (decimal: string) => string,
): string {
  const inner = (part: Formula<Name>): string => write(part, notation, nameOf, numberOf);
  switch (formula.kind) {
    case "symbol":
      return nameOf(formula.name);
    case "constant":
      return numberOf(formula.value).replace("-", notation.minus);
    case "total":
    case "logarithm":
      return `${notation[formula.kind]}(${formula.parts.map(inner).join(notation.between)})`;
    case "minimum":
    case "maximum":
    case "exponential":
      return `${CALL[formula.kind]}(${formula.parts.map(inner).join(notation.between)})`;
    default: {
      const { kind } = formula;
      const [left = NOTHING, right = NOTHING] = formula.parts;
      const strength = STRENGTH[kind];
      // The right side of − and ÷, and the base of a power, need brackets even at equal strength.
      const strictLeft = kind === "power";
      const strictRight = kind === "difference" || kind === "quotient";
      const leftNeeds =
        (strictLeft && isNegative(left)) || strengthOf(left) < strength + Number(strictLeft);
      const rightNeeds = isNegative(right) || strengthOf(right) < strength + Number(strictRight);
      return [
        leftNeeds ? `(${inner(left)})` : inner(left),
        notation[kind],
        rightNeeds ? `(${inner(right)})` : inner(right),
      ].join("");
    }
  }
}

/** Never met: these operations have two parts. */
const NOTHING: Formula<never> = { kind: "constant", value: "" };

function strengthOf(formula: Formula): number {
  return formula.kind in STRENGTH
    ? STRENGTH[formula.kind as keyof typeof STRENGTH] // checked by `in` on the line above
    : STRONGEST;
}

function isNegative(formula: Formula): boolean {
  return formula.kind === "constant" && formula.value.startsWith("-");
}
