import type { Formula } from "./formula.ts";

/**
 * The names that a formula mentions, each once, in the order of its writing.
 *
 * @example
 * symbolsOf(over(symbol("lost"), plus(symbol("start"), symbol("lost")))); // => ["lost", "start"]
 */
export function symbolsOf<Name extends string>(formula: Formula<Name>): readonly Name[] {
  return [...new Set(mentions(formula))];
}

function mentions<Name extends string>(formula: Formula<Name>): readonly Name[] {
  switch (formula.kind) {
    case "symbol":
      return [formula.name];
    case "constant":
      return [];
    case "total":
    case "minimum":
    case "maximum":
      return formula.parts.flatMap(mentions);
    case "exponential":
    case "logarithm":
      return mentions(formula.of);
    default:
      return [...mentions(formula.left), ...mentions(formula.right)];
  }
}
