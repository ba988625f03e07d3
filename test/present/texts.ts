import { readFileSync } from "node:fs";
import type { Locale } from "../../src/index.ts";

const MONTHS = [
  ...["janvier", "février", "mars", "avril", "mai", "juin", "juillet"],
  ...["août", "septembre", "octobre", "novembre", "décembre"],
];

const SHORT = [
  ...["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill."],
  ...["août", "sept.", "oct.", "nov.", "déc."],
];

const MONTH = [...MONTHS, ...SHORT].join("|").replaceAll(".", "\\.");

const ENGLISH =
  "January|February|March|April|May|June|July|August|September|October|November|December";

/** The numbers and dates of a text, each once, sorted: `0.355`, `2025-Q2`, `2025-04-01`. */
export function numbersIn(text: string, locale: Locale): readonly string[] {
  const plain = locale === "en" ? plainEnglish(text) : plainFrench(text);
  const found = plain.match(/\d{4}-(?:Q\d|W\d\d|\d\d-\d\d|\d\d)|\d+(?:\.\d+)?/g) ?? [];
  return [...new Set(found)].sort();
}

function plainEnglish(text: string): string {
  return text
    .replace(new RegExp(`(\\d+) (${ENGLISH}) (\\d{4})`, "g"), (_, day, name, year) =>
      [year, two(ENGLISH.split("|").indexOf(name) + 1), two(day)].join("-"),
    )
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
}

function two(number: string | number): string {
  return String(number).padStart(2, "0");
}

/** Dates as ISO writes them and numbers as English does. */
function plainFrench(text: string): string {
  const month = (name: string): string =>
    two(Math.max(MONTHS.indexOf(name), SHORT.indexOf(name)) + 1);
  return text
    .replace(
      new RegExp(`(\\d+)(?:er)?[ \u00a0](${MONTH})[ \u00a0](\\d{4})`, "g"),
      (_, day, name, year) => [year, month(name), two(day)].join("-"),
    )
    .replace(/\bT(\d)\u00a0(\d{4})/g, "$2-Q$1")
    .replace(/\bS(\d\d)\u00a0(\d{4})/g, "$2-W$1")
    .replace(/(\d)er? trimestre (\d{4})/g, "$2-Q$1")
    .replace(/semaine (\d+) de (\d{4})/g, (_, week, year) => `${year}-W${two(week)}`)
    .replace(
      new RegExp(`(${MONTH})[ \u00a0](\\d{4})`, "g"),
      (_, name, year) => `${year}-${month(name)}`,
    )
    .replace(/(?<=\d)\u202f(?=\d{3})/g, "")
    .replace(/(?<=\d),(?=\d)/g, ".");
}

/** The words of a text in small letters, without code in backticks and what rows hold. */
export function wordsIn(text: string): ReadonlySet<string> {
  const spoken = text.replace(/`[^`]*`(?:\u00a0?: .*)?/g, " ").replace(/\\u[0-9a-f]{4}/g, " ");
  return new Set((spoken.match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase()));
}

/** Words that English and French texts have in common, and names. */
export function sharedWords(): readonly string[] {
  return linesOf("shared-words.txt");
}

/** Every word of the French texts, proofread. */
export function frenchWords(): readonly string[] {
  return linesOf("french-words.txt");
}

function linesOf(name: string): readonly string[] {
  return readFileSync(new URL(name, import.meta.url), "utf8")
    .trim()
    .split("\n");
}
