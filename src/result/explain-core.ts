import { Decimal, decimalText } from "../base/decimal.ts";
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
    formula: `${words.title} = ${writeFormula(formula, (name) => words.symbols[name].name, write.plain)}`,
    steps: measured ? workOut(formula, values, write.plain).steps : [],
    expression: measured ? writeExpression(formula, values) : "",
    symbols: namesOf(symbols).map((name) => ({
      ...words.symbols[name],
      ...explainedValue(symbols[name]),
    })),
    sentence: words.sentence,
    assumptions: words.assumptions,
    sources: definition.sources,
  };
}

/** The value of every symbol as exact decimal text. */
export function symbolTexts<Name extends string>(
  symbols: Readonly<Record<Name, SymbolValue>>,
): Readonly<Record<Name, string>> {
  const texts = namesOf(symbols).map((name) => [name, exactText(symbols[name])] as const);
  return Object.fromEntries(texts) as Record<Name, string>; // the names are those of `symbols`
}

function exactText({ value }: SymbolValue): string {
  return decimalText(new Decimal(value));
}

function explainedValue(symbol: SymbolValue): Omit<ExplainedSymbol, "name" | "meaning"> {
  const exact = exactText(symbol);
  const explained = { kind: symbol.kind, value: Number(exact), exact };
  return symbol.kind === "statistic" ? { ...explained, n: symbol.n } : explained;
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(record) as Name[]; // the record's type names its keys
}
