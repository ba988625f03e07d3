import type { NpsCategory } from "../counts/nps-counts.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import type {
  ClvByNpsClass,
  NoRatioReason,
  NpsClassRatio,
  NpsClassWarningFact,
} from "./clv-by-nps-class-shape.ts";
import type { HistoricalClv } from "./historical-clv.ts";

/** Value by class of NPS before it is put into words. */
export type ClvByNpsClassCore = Omit<ClvByNpsClass, "sentence" | "warnings" | "assumptions">;

/** All that one language says of a table of value by class of NPS. */
export interface ClvByNpsClassTexts {
  readonly title: string;
  /** Heads of the columns; that of the interval is written with its confidence, where there is one. */
  readonly head: (confidence: string | null) => readonly string[];
  readonly classes: Readonly<Record<NpsCategory, string>>;
  readonly noValue: string;
  readonly range: (lower: string, upper: string) => string;
  readonly sentence: string;
  readonly warning: (fact: NpsClassWarningFact) => string;
  readonly assumptions: readonly string[];
  readonly labels: { readonly warnings: string; readonly assumptions: string };
}

/** English words of value by class of NPS. */
export function clvByNpsClassWords(core: ClvByNpsClassCore, write: Writer): ClvByNpsClassTexts {
  return {
    title: "Customer lifetime value by NPS class",
    head: (confidence) => [
      ...["class", "customers", "share", "mean value"],
      ...[confidence === null ? "interval" : `${confidence} interval`, "of value", "no order"],
    ],
    classes: { promoter: "promoters", passive: "passives", detractor: "detractors" },
    noValue: "no value",
    range: (lower, upper) => `${lower} to ${upper}`,
    sentence: comparison(core, write),
    warning: (fact) => warningOf(fact, write),
    assumptions: [
      "A customer's latest answer counts, of several on one day the lowest; answers without a date stand before all others.",
      "A customer who answered and did not order counts with a value of 0: to leave them out would flatter the class whose customers stay away.",
      "Shares are of the customers who answered and of their value.",
    ],
    labels: { warnings: "Warnings", assumptions: "Assumptions" },
  };
}

function comparison({ classes, ratio }: ClvByNpsClassCore, write: Writer): string {
  const worthOf = (wanted: NpsCategory): string => {
    const found = classes.find(({ npsClass }) => npsClass === wanted)?.result;
    return found === undefined ? "" : mean(found, write);
  };
  const [promoters, detractors] = [worthOf("promoter"), worthOf("detractor")];
  if (ratio.exact === null) return WITHOUT[ratio.because ?? "no-customers"];
  const times = `${write.number(ratio.exact, 2)} times`;
  return `A promoter has brought ${times} as much as a detractor${range(ratio, write)}: ${promoters} against ${detractors}.`;
}

function mean({ exact, unit }: HistoricalClv, write: Writer): string {
  return exact === null ? "" : write.inUnit(exact, unit);
}

function range({ interval, because }: NpsClassRatio, write: Writer): string {
  if (interval === null) return because === null ? "" : NO_INTERVAL[because];
  return ` (${write.confidence(interval.confidence)} interval ${write.number(interval.lower, 2)} to ${write.number(interval.upper, 2)})`;
}

const NO_INTERVAL: Readonly<Record<NoRatioReason, string>> = {
  "no-customers": "",
  "not-positive": "",
  "small-sample": " (no interval: fewer than 30 customers in a class cannot carry one)",
  "no-spread": " (no interval: the customers of each class are worth the same)",
  "not-wanted": "",
};

const WITHOUT: Readonly<Record<NoRatioReason, string>> = {
  "no-customers": "There are not both promoters and detractors, so there is nothing to compare.",
  "not-positive":
    "The mean value of promoters or of detractors is not above 0, so there is no ratio of them.",
  ...{ "small-sample": "", "no-spread": "", "not-wanted": "" },
};

function warningOf(fact: NpsClassWarningFact, write: Writer): string {
  switch (fact.code) {
    case "answers-without-customer":
      return `${counted(write.count(fact.answers), "answer names", "answers name")} no customer and ${plural(fact.answers, "is", "are")} left out.`;
    case "id-type-differs":
      return `${people(fact.customers, write)} not found because an id is text in one source and a number in the other.`;
    case "no-customer-found":
      return `No order is of ${fact.customers === 1 ? "the customer" : `any of the ${write.count(fact.customers)} customers`} who answered: are the ids the same in both sources?`;
    case "self-selected":
      return `Who answers decides that${others(fact.withoutAnswer, write)}; and a class may follow from what was bought as well as the other way round.`;
  }
}

function others(count: number, write: Writer): string {
  if (count === 0) return "";
  return `, and ${counted(write.count(count), "customer")} with orders did not`;
}

function people(count: number, write: Writer): string {
  return counted(write.count(count), "customer was", "customers were");
}
