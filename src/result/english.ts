import type { Language, Writer } from "./language.ts";
import { counted } from "./plural.ts";
import type { NoIntervalReason, RowWarning, RowWarningCode, WarningFact } from "./warning.ts";
import { ENGLISH_FORMULA } from "./write-formula.ts";

/**
 * English: number style, and the words of intervals and of the warnings that any KPI may have. A KPI over
 * customers has more of them, which a survey need not ship: `english-of-customers.ts`.
 */
export const english: Language = {
  locale: "en",
  style: { decimal: ".", group: ",", percentGap: "" },
  formula: ENGLISH_FORMULA,
  interval: (confidence, lower, upper) => `${confidence} interval ${lower} to ${upper}`,
  days: (count) => counted(count, "day"),
  money: (amount, currency) => `${amount} ${currency}`,
  warning: commonWarning,
};

const NO_INTERVAL: Readonly<Record<NoIntervalReason, string>> = {
  "small-sample": "fewer than 30 customers cannot carry one",
  "counts-lack-moments": "the counts lack the sums of squares that it needs",
  "inputs-are-exact": "the inputs are numbers without sampling error",
  "not-a-share": "the figure is not a share of a whole",
  "no-method": "this statistic has none yet",
  "no-spread": "all units are alike, so the data show no spread",
  "limit-not-reached": "its upper limit lies beyond what was observed so far",
  "parameters-not-told": "the data do not tell all parameters of the model",
  "not-wanted": "none was asked for",
};

/** Words of what may be noticed in rows of any kind. */
const ROW_WARNING: Readonly<Record<CommonRowCode, (rows: string) => string>> = {
  "id-lookalike": (rows) =>
    `${rows} had an id that looks like another one; they count as different customers`,
  "id-whitespace": (rows) => `${rows} had an id with blanks at an end; kept as it is`,
  "id-control-char": (rows) => `${rows} had an id with control characters; kept as it is`,
  "id-placeholder": (rows) => `${rows} had a placeholder such as "null" as an id`,
  "id-not-safe-integer": (rows) => `${rows} had a number as id that a double cannot hold exactly`,
  "date-implausible": (rows) => `${rows} had a placeholder date`,
  "date-in-future": (rows) => `${rows} lay after the reporting moment`,
  "duplicate-respondent": (rows) =>
    `${rows} came from a respondent who had answered already; every answer counts`,
};

export type RowWords = Readonly<Partial<Record<RowWarningCode, (rows: string) => string>>>;
/** What may be noticed in rows of any kind. */
export type CommonRowCode = Extract<
  RowWarningCode,
  `id-${string}` | `date-${string}` | "duplicate-respondent"
>;

function commonWarning(fact: WarningFact, write: Writer): string {
  switch (fact.code) {
    case "small-sample":
      return `Only ${counted(write.count(fact.size), "observation")} behind this figure; from ${write.count(fact.advised)} on it is steadier.`;
    case "no-interval":
      return `No interval: ${NO_INTERVAL[fact.because]}.`;
    case "period-incomplete":
      return `The period runs until ${fact.end} but the data end before ${fact.asOf} (neither day included).`;
    default:
      return "row" in fact ? rowWarning(fact, ROW_WARNING, write) : fact.code;
  }
}

/** The sentence on rows: how many, what, and where the first is. */
export function rowWarning(fact: RowWarning, words: RowWords, write: Writer): string {
  const rows = counted(write.count(fact.count), "row");
  const first = `first ${fact.line === undefined ? "at" : "in"} ${placeOf(fact.row, fact, write)}`;
  const other = { file: fact.otherFile, line: fact.otherLine };
  const clash =
    fact.otherRow === undefined ? "" : ` (compare ${placeOf(fact.otherRow, other, write)})`;
  const value = fact.received === undefined ? "" : `: ${fact.received}`;
  return `${words[fact.code]?.(rows) ?? `${rows}: ${fact.code}`}; ${first}, \`${fact.field}\`${value}${clash}.`;
}

/** `line 4 of orders.csv`, or `row 2` where rows came from no file. */
function placeOf(
  row: number,
  { file, line }: { readonly file?: string | undefined; readonly line?: number | undefined },
  write: Writer,
): string {
  if (line === undefined) return `row ${write.plain(String(row))}`;
  const of = file === undefined ? "" : ` of ${file}`;
  return `line ${write.plain(String(line))}${of}`;
}
