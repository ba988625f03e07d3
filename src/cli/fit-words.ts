import { KIND_NAMES, PURCHASE_MODELS, type PurchaseModelKind } from "../models/model-words.ts";
import type { TimeUnit } from "../models/time-unit.ts";
import { FIT_PARTS, type FitPart } from "./fit-blocks.ts";
import { asNumber, parseWords, readColumns } from "./parse-words.ts";
import { type FileWords, readNotation } from "./report-words.ts";
import { usageError } from "./usage-error.ts";

/** What the words after `loyalty-kpis fit` say. */
export interface FitWords {
  /** The files and how to read them, as for a report. */
  readonly reading: FileWords;
  /** Null to choose one. */
  readonly model: PurchaseModelKind | null;
  readonly unit: TimeUnit;
  /** In units. */
  readonly horizon: number;
  readonly value: {
    readonly annualDiscountRate?: number;
    readonly margin?: number;
    readonly confidence?: number;
  };
  /** Options on orders, by the names that `purchaseSummary` knows. */
  readonly question: Readonly<Record<string, string>>;
  readonly format: "text" | "markdown" | "html";
  /** What of the report is wanted. */
  readonly parts: readonly FitPart[];
  /** Where the customers go, as CSV. */
  readonly out?: string;
}

/** Options whose text is handed on, and their names. */
const QUESTION: readonly (readonly [word: string, option: string])[] = [
  ["as-of", "observedUntil"],
  ["holdout-from", "holdoutFrom"],
  ["currency", "currency"],
  ["time-zone", "timeZone"],
  ["guests", "guests"],
  ["rows-are", "rowsAre"],
];

const VALUE: readonly (readonly [word: string, option: string])[] = [
  ["discount", "annualDiscountRate"],
  ["margin", "margin"],
  ["confidence", "confidence"],
];

const WORDS: readonly string[] = [
  ...[...QUESTION, ...VALUE].map(([word]) => word),
  ...["model", "horizon", "parts", "columns", "date-order", "layout", "format", "out"],
];

const FORMATS = ["text", "markdown", "html"] as const;

/** Reads the words after `loyalty-kpis fit`. */
export function readFitWords(words: readonly string[]): FitWords {
  const { values, positionals } = parseWords(words, WORDS, ["decimal-comma"]);
  if (positionals.length === 0) throw usageError("Name a file of orders.");
  const format = FORMATS.find((name) => name === (values["format"] ?? "text"));
  if (format === undefined) {
    throw usageError(`--format must be ${FORMATS.join(", ")}; received "${values["format"]}".`);
  }
  const question = Object.fromEntries(
    QUESTION.flatMap(([word, option]) => {
      const text = values[word];
      return text === undefined ? [] : [[option, text] as const];
    }),
  );
  const value = Object.fromEntries(
    VALUE.flatMap(([word, option]) => {
      const text = values[word];
      return text === undefined ? [] : [[option, asNumber(text, word)] as const];
    }),
  );
  const { timeZone, guests } = question;
  return {
    reading: {
      ...{ orders: positionals, files: {}, notation: readNotation(values) },
      question: {
        ...(timeZone === undefined ? {} : { timeZone }),
        ...(guests === undefined ? {} : { guests }),
      },
      ...(values["columns"] === undefined
        ? {}
        : { columns: { orders: readColumns(values["columns"], "columns") } }),
      ...(values["layout"] === undefined ? {} : { layout: values["layout"] }),
    },
    model: values["model"] === undefined ? null : asModel(values["model"]),
    ...asHorizon(values["horizon"] ?? "52w"),
    ...{ value, question, format, parts: asParts(values["parts"]) },
    ...(values["out"] === undefined ? {} : { out: values["out"] }),
  };
}

/** `bg-nbd`, or as the literature writes it. */
function asModel(text: string): PurchaseModelKind {
  const found = PURCHASE_MODELS.find(
    (kind) => kind === text.toLowerCase() || KIND_NAMES[kind].toLowerCase() === text.toLowerCase(),
  );
  if (found !== undefined) return found;
  throw usageError(`--model must be ${PURCHASE_MODELS.join(", ")}; received "${text}".`);
}

/** `answers,risk`; all parts if not given. */
function asParts(text: string | undefined): readonly FitPart[] {
  const named = text?.split(",") ?? FIT_PARTS;
  const wrong = named.find((name) => !FIT_PARTS.some((part) => part === name));
  if (wrong === undefined) return FIT_PARTS.filter((part) => named.includes(part));
  throw usageError(`--parts must be some of ${FIT_PARTS.join(",")}; received "${wrong}".`);
}

/** `52w`, `365d`, `12m` or `2y`: the letter is also the unit of the fit, save that years are months. */
function asHorizon(text: string): { readonly unit: TimeUnit; readonly horizon: number } {
  const [, digits = "", letter = ""] = /^([1-9]\d{0,3})([dwmy])$/.exec(text) ?? [];
  const horizon = Number(digits);
  switch (letter) {
    case "d":
      return { unit: "day", horizon };
    case "w":
      return { unit: "week", horizon };
    case "m":
      return { unit: "month", horizon };
    case "y":
      return { unit: "month", horizon: 12 * horizon };
    default:
      throw usageError(`--horizon must be such as 52w, 365d, 12m or 2y; received "${text}".`);
  }
}
