/**
 * KPI arithmetic as data.
 *
 * One tree gives the value, the written formula, the worked steps, the machine
 * expression and the LaTeX, so an explanation cannot disagree with the number it
 * explains. `Name` is the union of symbols the tree may mention.
 */
export type Formula<Name extends string = string> =
  | { readonly kind: "symbol"; readonly name: Name }
  /** A number as decimal text. */
  | { readonly kind: "constant"; readonly value: string }
  | {
      readonly kind: BinaryKind;
      readonly left: Formula<Name>;
      readonly right: Formula<Name>;
    }
  | { readonly kind: ListKind; readonly parts: readonly Formula<Name>[] }
  | { readonly kind: FunctionKind; readonly of: Formula<Name> };

export type BinaryKind = "sum" | "difference" | "product" | "quotient" | "power";
/** `total` adds a list; it is written `sum(a, b, c)`. */
export type ListKind = "total" | "minimum" | "maximum";
export type FunctionKind = "exponential" | "logarithm";

/* @__NO_SIDE_EFFECTS__ */
export function symbol<const Name extends string>(name: Name): Formula<Name> {
  return { kind: "symbol", name };
}

/* @__NO_SIDE_EFFECTS__ */
export function constant(value: number | string): Formula<never> {
  return { kind: "constant", value: String(value) };
}

/* @__NO_SIDE_EFFECTS__ */
export function plus<A extends string, B extends string>(
  left: Formula<A>,
  right: Formula<B>,
): Formula<A | B> {
  return { kind: "sum", left, right };
}

/* @__NO_SIDE_EFFECTS__ */
export function minus<A extends string, B extends string>(
  left: Formula<A>,
  right: Formula<B>,
): Formula<A | B> {
  return { kind: "difference", left, right };
}

/* @__NO_SIDE_EFFECTS__ */
export function times<A extends string, B extends string>(
  left: Formula<A>,
  right: Formula<B>,
): Formula<A | B> {
  return { kind: "product", left, right };
}

/* @__NO_SIDE_EFFECTS__ */
export function over<A extends string, B extends string>(
  left: Formula<A>,
  right: Formula<B>,
): Formula<A | B> {
  return { kind: "quotient", left, right };
}

/** `base` raised to `exponent`. */
/* @__NO_SIDE_EFFECTS__ */
export function power<A extends string, B extends string>(
  base: Formula<A>,
  exponent: Formula<B>,
): Formula<A | B> {
  return { kind: "power", left: base, right: exponent };
}

/** The sum of a list, for series of any length. */
/* @__NO_SIDE_EFFECTS__ */
export function total<Name extends string>(parts: readonly Formula<Name>[]): Formula<Name> {
  return { kind: "total", parts };
}

/* @__NO_SIDE_EFFECTS__ */
export function minimum<Name extends string>(parts: readonly Formula<Name>[]): Formula<Name> {
  return { kind: "minimum", parts };
}

/* @__NO_SIDE_EFFECTS__ */
export function maximum<Name extends string>(parts: readonly Formula<Name>[]): Formula<Name> {
  return { kind: "maximum", parts };
}

/* @__NO_SIDE_EFFECTS__ */
export function exponential<Name extends string>(of: Formula<Name>): Formula<Name> {
  return { kind: "exponential", of };
}

/** The natural logarithm. */
/* @__NO_SIDE_EFFECTS__ */
export function logarithm<Name extends string>(of: Formula<Name>): Formula<Name> {
  return { kind: "logarithm", of };
}
