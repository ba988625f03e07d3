import { readExact, writeExact } from "../base/exact.ts";
import type { KpiDefinition, SymbolValue, Wording } from "./definition.ts";
import type { ExplainedSymbol, Explanation, ResultCore } from "./kpi-result.ts";
import { type Language, writerFor } from "./language.ts";
import { workOut } from "./work-out.ts";
import { writeExpression, writeFormula } from "./write-formula.ts";

/** Puts a result into the words of a language; the numbers come from the definition's tree. */
export function explainCore<Counts, Name extends string>(
  definition: KpiDefinition<Counts, Name>,
  core: ResultCore<Counts>,
  language: Language,
  wording: Wording<Counts, Name>,
): Explanation {
  const write = writerFor(language);
  const words = wording(core, write);
  const formula = definition.formula(core.counts);
  const symbols = definition.symbols(core.counts);
  const values = symbolTexts(symbols);
  const measured = core.status === "measured";
  return {
    formula: `${words.title} = ${writeFormula(formula, (name) => words.symbols[name].name, write.plain, language.formula)}`,
    steps: measured ? workOut(formula, values, write.plain, language.formula).steps : [],
    expression: measured ? writeExpression(formula, values) : "",
    symbols: entriesOf(symbols).map(([name, symbol]) => ({
      ...words.symbols[name],
      ...explainedValue(symbol),
    })),
    sentence: words.sentence,
    assumptions: words.assumptions,
    sources: definition.sources,
  };
}

/** The value of every symbol that is there, as exact decimal text. */
export function symbolTexts<Name extends string>(
  symbols: Readonly<Partial<Record<Name, SymbolValue>>>,
): Readonly<Record<Name, string>> {
  const texts = entriesOf(symbols).map(([name, symbol]) => [name, exactText(symbol)] as const);
  return Object.fromEntries(texts) as Record<Name, string>; // all that the formula mentions
}

function exactText({ value }: SymbolValue): string {
  return writeExact(readExact(value), Number.POSITIVE_INFINITY);
}

function explainedValue(symbol: SymbolValue): Omit<ExplainedSymbol, "name" | "meaning"> {
  const exact = exactText(symbol);
  const explained = { kind: symbol.kind, value: Number(exact), exact };
  return symbol.kind === "statistic" ? { ...explained, n: symbol.n } : explained;
}

function entriesOf<Name extends string>(
  symbols: Readonly<Partial<Record<Name, SymbolValue>>>,
): readonly (readonly [Name, SymbolValue])[] {
  return Object.entries(symbols) as [Name, SymbolValue][]; // the record's type names its keys
}
