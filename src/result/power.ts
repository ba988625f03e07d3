import { Decimal, decimalText } from "../base/decimal.ts";
import type { Formula } from "./formula.ts";

/** `base` raised to `exponent`. */
/* @__NO_SIDE_EFFECTS__ */
export function power<A extends string, B extends string>(
  base: Formula<A>,
  exponent: Formula<B>,
): Formula<A | B> {
  const evaluate = ([left = "", right = ""]: readonly string[]): string | null =>
    finite(new Decimal(left).pow(right));
  return { kind: "power", parts: [base, exponent], evaluate };
}

/** e raised to a formula. */
/* @__NO_SIDE_EFFECTS__ */
export function exponential<Name extends string>(of: Formula<Name>): Formula<Name> {
  const evaluate = ([value = ""]: readonly string[]): string | null =>
    finite(new Decimal(value).exp());
  return { kind: "exponential", parts: [of], evaluate };
}

/** The natural logarithm. */
/* @__NO_SIDE_EFFECTS__ */
export function logarithm<Name extends string>(of: Formula<Name>): Formula<Name> {
  const evaluate = ([value = ""]: readonly string[]): string | null =>
    finite(new Decimal(value).ln());
  return { kind: "logarithm", parts: [of], evaluate };
}

function finite(value: Decimal): string | null {
  return value.isFinite() ? decimalText(value) : null;
}
