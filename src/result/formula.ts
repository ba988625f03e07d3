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
  | Operation<Name>;

/** An operation on parts: two for the four operations and powers, one for functions, any number for lists. */
export interface Operation<Name extends string = string> {
  readonly kind: OperationKind;
  readonly parts: readonly Formula<Name>[];
  /**
   * How a power or function is worked out on decimal texts, `null` where it has no finite value.
   * Carried by the node, so that only formulas that need it bring the code for it.
   */
  readonly evaluate?: (parts: readonly string[]) => string | null;
}

export type OperationKind =
  | "sum"
  | "difference"
  | "product"
  | "quotient"
  | "power"
  /** Adds a list; it is written `sum(a, b, c)`. */
  | "total"
  | "minimum"
  | "maximum"
  | "exponential"
  | "logarithm";

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
  return { kind: "sum", parts: [left, right] };
}

/* @__NO_SIDE_EFFECTS__ */
export function minus<A extends string, B extends string>(
  left: Formula<A>,
  right: Formula<B>,
): Formula<A | B> {
  return { kind: "difference", parts: [left, right] };
}

/* @__NO_SIDE_EFFECTS__ */
export function times<A extends string, B extends string>(
  left: Formula<A>,
  right: Formula<B>,
): Formula<A | B> {
  return { kind: "product", parts: [left, right] };
}

/* @__NO_SIDE_EFFECTS__ */
export function over<A extends string, B extends string>(
  left: Formula<A>,
  right: Formula<B>,
): Formula<A | B> {
  return { kind: "quotient", parts: [left, right] };
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
