import type { Locale } from "../result/language.ts";
import { asNumber, parseWords, readColumns } from "./parse-words.ts";
import { usageError } from "./usage-error.ts";

/** Which files the words name, and how they are to be read. */
export interface FileWords {
  readonly orders: readonly string[];
  readonly files: {
    readonly subscriptions?: string;
    readonly answers?: string;
  };
  /** Where columns are called otherwise, by kind of file. */
  readonly columns?: { readonly [Kind in keyof typeof COLUMNS]?: Readonly<Record<string, string>> };
  readonly layout?: string;
  /** Whether bad rows are left out; without it one of them ends the command. */
  readonly tolerant?: boolean;
  /** How cells are written, by the names that the readers know. */
  readonly notation: Readonly<Record<string, unknown>>;
  /** Where the rows that are left out are written to. */
  readonly rejects?: string;
  /** Options of the question, by the names that `report` knows. */
  readonly question: Readonly<Record<string, unknown>>;
}

/** What the words after `loyalty-kpis report` say, not yet checked for meaning. */
export interface ReportWords extends FileWords {
  readonly format: "text" | "markdown" | "json" | "html";
  readonly locale: Locale;
  readonly out?: string;
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

/** The words that name columns, by kind of file. */
export const COLUMNS = {
  orders: "columns",
  subscriptions: "subscription-columns",
  answers: "answers-columns",
} as const;

const FILES = ["subscriptions", "answers"] as const;
const FORMATS = ["text", "markdown", "json", "html"] as const;
const LOCALES = ["en", "fr"] as const;
const WORDS: readonly string[] = [
  ...QUESTION.map(([word]) => word),
  ...FILES,
  ...Object.values(COLUMNS),
  ...["date-order", "layout", "rejects", "format", "locale", "out"],
];

/** Reads the words after `loyalty-kpis report`. */
export function readReportWords(words: readonly string[]): ReportWords {
  const { values, positionals } = parseWords(words, WORDS, ["tolerant", "decimal-comma"]);
  const format = FORMATS.find((name) => name === (values["format"] ?? "text"));
  if (format === undefined) {
    throw usageError(`--format must be ${FORMATS.join(", ")}; received "${values["format"]}".`);
  }
  const locale = LOCALES.find((name) => name === (values["locale"] ?? "en"));
  if (locale === undefined) {
    throw usageError(`--locale must be ${LOCALES.join(" or ")}; received "${values["locale"]}".`);
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
    ...{ format, locale },
    question: Object.fromEntries(entries),
    ...{ columns: readColumnsOf(values), notation: readNotation(values) },
    ...(values["layout"] === undefined ? {} : { layout: values["layout"] }),
    ...readTolerance(values),
    ...(values["out"] === undefined ? {} : { out: values["out"] }),
  };
}

function readColumnsOf(
  values: Readonly<Record<string, string | undefined>>,
): NonNullable<FileWords["columns"]> {
  const named = Object.entries(COLUMNS).flatMap(([kind, word]) => {
    const text = values[word];
    return text === undefined ? [] : [[kind, readColumns(text, word)] as const];
  });
  return Object.fromEntries(named);
}

/** How cells are written, for every command that reads files. */
export function readNotation(
  values: Readonly<Record<string, string | undefined>>,
): FileWords["notation"] {
  const { "date-order": dateOrder, "decimal-comma": decimalComma } = values;
  return {
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimalComma === undefined ? {} : { decimalComma: true }),
  };
}

function readTolerance({
  tolerant,
  rejects,
}: Readonly<Record<string, string | undefined>>): Pick<FileWords, "tolerant" | "rejects"> {
  if (rejects === undefined) return tolerant === undefined ? {} : { tolerant: true };
  if (tolerant !== undefined) return { tolerant: true, rejects };
  throw usageError("--rejects goes with --tolerant: without it, one bad row ends the command.");
}

function asText(text: string): string {
  return text;
}

function asScale(text: string, word: string): { readonly min: number; readonly max: number } {
  const found = /^(\d{1,2})-(\d{1,3})$/.exec(text);
  if (found) return { min: Number(found[1]), max: Number(found[2]) };
  throw usageError(`--${word} must be two whole numbers such as 1-7; received "${text}".`);
}
