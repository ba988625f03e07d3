import { readExact, writeExact } from "../base/exact.ts";
import type { ResultCore } from "./kpi-result.ts";
import { type NumberStyle, styleNumber, writeNumber } from "./number-style.ts";
import type { Unit } from "./unit.ts";
import type { WarningFact } from "./warning.ts";
import type { FormulaWords } from "./write-formula.ts";

/** A language that results can be put into. */
export type Locale = "en" | "fr";

/** What a language must supply besides the words of each KPI. */
export interface Language {
  readonly locale: Locale;
  readonly style: NumberStyle;
  readonly formula: FormulaWords;
  /** The interval after a value, such as `95% interval 20.6% to 24.0%`. */
  readonly interval: (confidence: string, lower: string, upper: string) => string;
  readonly days: (count: string) => string;
  readonly money: (amount: string, currency: string) => string;
  readonly warning: (fact: WarningFact, write: Writer) => string;
}

/** Writes the numbers of one language. */
export interface Writer {
  /** A whole number, grouped: `2,357` is written `2357`, from five digits on `12,345`. */
  readonly count: (value: number) => string;
  readonly number: (value: number | string, decimals: number) => string;
  /** A share from 0 to 1 as a percentage with one decimal. */
  readonly share: (value: number | string) => string;
  readonly money: (value: number | string, unit: Extract<Unit, { kind: "money" }>) => string;
  readonly days: (value: number | string) => string;
  /** A value in its unit. */
  readonly inUnit: (value: number | string, unit: Unit) => string;
  /** The value of a result with its interval; an empty text without a value. */
  readonly value: (core: ResultCore) => string;
  /** A confidence as a percentage with all its digits, such as `97.5%`. */
  readonly confidence: (share: number) => string;
  /** Decimal text as it stands, with the language's separators and no grouping. */
  readonly plain: (decimal: string) => string;
}

/** The writer of a language. */
export function writerFor(language: Language): Writer {
  const { style } = language;
  const number: Writer["number"] = (value, decimals) => writeNumber(value, decimals, style);
  const share: Writer["share"] = (value) => `${number(percentOf(value), 1)}${style.percentGap}%`;
  const confidence: Writer["confidence"] = (value) => {
    const percent = percentOf(value);
    return `${number(percent, percent.split(".")[1]?.length ?? 0)}${style.percentGap}%`;
  };
  const money: Writer["money"] = (value, unit) =>
    language.money(number(value, unit.decimals), unit.currency);
  const days: Writer["days"] = (value) => language.days(number(value, 1));
  const inUnit: Writer["inUnit"] = (value, unit) => {
    switch (unit.kind) {
      case "share":
        return share(value);
      case "points":
        return unit.min < 0 ? signed(number(value, 1)) : number(value, 2);
      case "money":
        return money(value, unit);
      case "count":
        return number(value, Number.isInteger(Number(value)) ? 0 : 1);
      case "days":
        return days(value);
      case "ratio":
        return number(value, 2);
    }
  };
  return {
    count: (value) => number(value, 0),
    number,
    share,
    money,
    days,
    inUnit,
    confidence,
    plain: (decimal) => styleNumber(decimal, style, false),
    value({ exact, unit, interval }) {
      if (exact === null) return "";
      const written = inUnit(exact, unit);
      if (interval === null) return written;
      const limits = [interval.lower, interval.upper].map((limit) => inUnit(limit, unit));
      return `${written} (${language.interval(confidence(interval.confidence), limits[0] ?? "", limits[1] ?? "")})`;
    },
  };
}

function signed(written: string): string {
  return written.startsWith("−") || /^0([.,]0+)?$/.test(written) ? written : `+${written}`;
}

/** A hundred times a share, as decimal text. */
export function percentOf(share: number | string): string {
  const { units, scale } = readExact(share);
  return writeExact({ units: units * 100n, scale });
}
