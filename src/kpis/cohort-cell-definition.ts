import type { CohortAsked, CohortValue } from "../counts/cohort-counts.ts";
import type { CohortBase } from "../counts/cohort-question.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { over, symbol } from "../result/formula.ts";
import type { ResultCore, Source } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import { cohortAssumptions, cohortName, returnWords } from "./cohort-words.ts";
import { smallSample } from "./small-sample.ts";

/** One cohort at one age, as counts. */
export interface CohortCellCounts {
  readonly kind: "cohort-cell";
  readonly question: CohortAsked;
  readonly base: CohortBase;
  readonly currency: string | null;
  readonly cohort: string;
  /** An age such as `2`, or a bracket such as `1–3`. */
  readonly age: string;
  /** What was counted at this age: customers, orders or revenue. */
  readonly returned: CohortValue;
  /** What it is a share of. */
  readonly whole: CohortValue;
}

export type CohortSymbol = "returned" | "whole";

/** What came back over what there was. */
export const COHORT_FORMULA = /* @__PURE__ */ over(
  /* @__PURE__ */ symbol("returned"),
  /* @__PURE__ */ symbol("whole"),
);

export const COHORT_SOURCES: readonly Source[] = [
  {
    citation:
      "Mixpanel, Retention (product documentation): cohorts by first event, on and on-or-after.",
    url: "https://github.com/mixpanel/docs/blob/main/docs/reports/retention.mdx",
  },
  { citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval." },
];

/** The words chosen on each axis, which name the variant. */
export function cohortVariant(question: CohortAsked, base: CohortBase): string {
  return [question.cohortBy, question.return, question.clock, base, question.measure].join();
}

/** The definition of one cell; a variant for every combination of axes. */
export function cohortCellDefinition(
  question: CohortAsked,
  base: CohortBase,
): KpiDefinition<CohortCellCounts, CohortSymbol> {
  return {
    kpi: "cohortRetention",
    variant: cohortVariant(question, base),
    version: 1,
    unit: () => ({ kind: "share" }),
    formula: () => COHORT_FORMULA,
    symbols: ({ returned, whole }) => ({
      returned: { kind: "count", value: returned },
      whole: { kind: "count", value: whole },
    }),
    noValue: ({ whole }) => {
      if (Number(whole) !== 0) return null;
      return question.measure === "revenue" ? "no-revenue" : "no-customers";
    },
    interval: ({ returned, whole }, confidence) =>
      isShareOfCustomers(question, base)
        ? {
            method: "wilson",
            bounds: wilsonInterval(Number(returned), Number(whole), confidence),
          }
        : { because: "not-a-share" },
    warnings: ({ whole }) => (question.measure === "customers" ? smallSample(Number(whole)) : []),
    sources: COHORT_SOURCES,
    words: (core, write) => ({
      title: "cohort retention",
      symbols: cohortSymbols(question, base),
      sentence: sentence(core, write),
      assumptions: cohortAssumptions(question, base),
    }),
  };
}

/** Whether every customer of the numerator is one of the denominator. */
export function isShareOfCustomers(question: CohortAsked, base: CohortBase): boolean {
  if (question.measure !== "customers") return false;
  return base === "cohort" || question.return === "on-or-after" || question.return === "streak";
}

const COUNTED = { customers: "customers", orders: "orders", revenue: "revenue" } as const;

/** What the two symbols of the formula stand for. */
export function cohortSymbols(
  { measure }: CohortAsked,
  base: CohortBase,
): Readonly<Record<CohortSymbol, { readonly name: string; readonly meaning: string }>> {
  const counted = COUNTED[measure];
  const back = measure === "customers" ? "customers back" : `${counted} at this age`;
  const all = measure === "customers" ? "customers of the cohort" : `${counted} at age 0`;
  return {
    returned: { name: back, meaning: `${counted} of the cohort that count as back at this age` },
    whole:
      base === "cohort"
        ? { name: all, meaning: `${counted} that the cohort started with` }
        : { name: `${back} one age before`, meaning: `the same one age before` },
  };
}

function sentence(core: ResultCore<CohortCellCounts>, write: Writer): string {
  const { question, age, returned, whole, currency, cohort, base } = core.counts;
  const who = cohortName(question, cohort);
  if (core.reason !== undefined)
    return `There is nothing to share in: no ${question.measure} of those ${who}.`;
  const amount = (value: CohortValue): string =>
    question.measure === "revenue"
      ? write.inUnit(value, moneyUnit({ currency }))
      : write.count(Number(value));
  const back = returnWords(question, age);
  const before = base === "cohort" ? "" : ", set against the age before";
  return question.measure === "customers"
    ? `Of ${amount(whole)} customers ${who}${before}, ${amount(returned)} ${back}: ${write.value(core)}.`
    : `Customers ${who} made ${amount(returned)} of ${question.measure} at age ${age}, against ${amount(whole)}${before || " at age 0"}: ${write.value(core)}.`;
}
