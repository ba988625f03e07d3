import { asNumber, parseWords, readColumns } from "./parse-words.ts";
import { usageError } from "./usage-error.ts";

/** What the words after `loyalty-kpis report` say, not yet checked for meaning. */
export interface ReportWords {
  readonly orders: readonly string[];
  readonly files: {
    readonly subscriptions?: string;
    readonly answers?: string;
    readonly customers?: string;
  };
  readonly columns?: Readonly<Record<string, string>>;
  readonly layout?: string;
  readonly format: "text" | "markdown" | "json" | "html";
  readonly out?: string;
  /** Options of the question, by the names that `report` knows. */
  readonly question: Readonly<Record<string, unknown>>;
}

/** The options of the question: their word on the command line, their name, how their text is read. */
const QUESTION: readonly (readonly [
  word: string,
  option: string,
  read: (text: string, word: string) => unknown,
])[] = [
  ["period", "period", asText],
  ["compare-to", "compareTo", asText],
  ["as-of", "asOf", asText],
  ["currency", "currency", asText],
  ["time-zone", "timeZone", asText],
  ["week-starts-on", "weekStartsOn", asText],
  ["guests", "guests", asText],
  ["rows-are", "rowsAre", asText],
  ["confidence", "confidence", asNumber],
  ["margin", "margin", asNumber],
  ["discount", "annualDiscountRate", asNumber],
  ["csat-scale", "csatScale", asScale],
  ["ces-version", "cesVersion", asText],
];

const FILES = ["subscriptions", "answers", "customers"] as const;
const FORMATS = ["text", "markdown", "json", "html"] as const;
const WORDS: readonly string[] = [
  ...QUESTION.map(([word]) => word),
  ...FILES,
  ...["columns", "layout", "format", "out"],
];

/** Reads the words after `loyalty-kpis report`. */
export function readReportWords(words: readonly string[]): ReportWords {
  const { values, positionals } = parseWords(words, WORDS);
  const format = FORMATS.find((name) => name === (values["format"] ?? "text"));
  if (format === undefined) {
    throw usageError(`--format must be ${FORMATS.join(", ")}; received "${values["format"]}".`);
  }
  const entries = QUESTION.flatMap(([word, option, read]) => {
    const text = values[word];
    return text === undefined ? [] : [[option, read(text, word)] as const];
  });
  const files = FILES.flatMap((name) => {
    const file = values[name];
    return file === undefined ? [] : [[name, file] as const];
  });
  if (positionals.length === 0 && files.length === 0) {
    throw usageError("Name a file of orders, or --subscriptions or --answers with a file.");
  }
  return {
    orders: positionals,
    files: Object.fromEntries(files),
    format,
    question: Object.fromEntries(entries),
    ...(values["columns"] === undefined ? {} : { columns: readColumns(values["columns"]) }),
    ...(values["layout"] === undefined ? {} : { layout: values["layout"] }),
    ...(values["out"] === undefined ? {} : { out: values["out"] }),
  };
}

function asText(text: string): string {
  return text;
}

function asScale(text: string, word: string): { readonly min: number; readonly max: number } {
  const found = /^(\d{1,2})-(\d{1,3})$/.exec(text);
  if (found) return { min: Number(found[1]), max: Number(found[2]) };
  throw usageError(`--${word} must be two whole numbers such as 1-7; received "${text}".`);
}
