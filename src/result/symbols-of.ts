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
  if (formula.kind === "symbol") return [formula.name];
  return formula.kind === "constant" ? [] : formula.parts.flatMap(mentions);
}
