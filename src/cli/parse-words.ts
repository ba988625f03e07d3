import { type ParseArgsConfig, parseArgs } from "node:util";
import { closest } from "../base/closest.ts";
import { usageError } from "./usage-error.ts";

/**
 * Splits words into options with their texts, all of them known, and the rest. A flag has no text of
 * its own: it is "yes" where it stands.
 */
export function parseWords(
  words: readonly string[],
  texts: readonly string[],
  flags: readonly string[] = [],
): {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly positionals: readonly string[];
} {
  const known = [...texts, ...flags];
  const unknown = words.find((word) => isOption(word) && !known.includes(nameOf(word)));
  if (unknown !== undefined) {
    const close = closest(nameOf(unknown), known);
    const hint = close === null ? "see loyalty-kpis --help." : `did you mean --${close}?`;
    throw usageError(`There is no option --${nameOf(unknown)}; ${hint}`);
  }
  const options: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(
    known.map((word) => [word, { type: flags.includes(word) ? "boolean" : "string" }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const read = Object.entries(values).map(([word, text]) => [word, text === true ? "yes" : text]);
    return { values: Object.fromEntries(read), positionals };
  } catch (fault) {
    throw usageError(fault instanceof Error ? fault.message : "The words cannot be read.");
  }
}

function isOption(word: string): boolean {
  return word.startsWith("--") && word.length > 2;
}

function nameOf(word: string): string {
  return word.slice(2).split("=")[0] ?? "";
}

/** The text of an option as a number. */
export function asNumber(text: string, word: string): number {
  if (/^\d{0,6}\.?\d{1,12}$/.test(text)) return Number(text);
  throw usageError(`--${word} must be a number such as 0.1; received "${text}".`);
}

/** `customerId=email,date=created_at` as an object; a comma in a column's name is doubled. */
export function readColumns(text: string, word: string): Readonly<Record<string, string>> {
  const pairs = text.replaceAll(",,", "\u0000").split(",");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [field = "", ...column] = pair.replaceAll("\u0000", ",").split("=");
      if (field !== "" && column.length > 0) return [field, column.join("=")];
      throw usageError(`--${word} must be FIELD=COLUMN,…; received "${pair}".`);
    }),
  );
}
