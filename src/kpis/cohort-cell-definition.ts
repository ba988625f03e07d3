import type { CohortAsked, CohortValue } from "../counts/cohort-counts.ts";
import type { CohortBase } from "../counts/cohort-question.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { type Formula, over, symbol } from "../result/formula.ts";
import type { ResultCore, Source } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { cohortAssumptions, cohortName, returnWords } from "./cohort-words.ts";
import { shareInterval } from "./share-interval.ts";
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
  /** What was counted at this age: customers, orders or revenue; `null`: not over yet. */
  readonly returned: CohortValue | null;
  /** What it is a share of. */
  readonly whole: CohortValue | null;
}

export type CohortSymbol = "returned" | "whole";

/** What came back over what there was. */
export const COHORT_FORMULA: Formula<CohortSymbol> = /* @__PURE__ */ over(
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
      returned: { kind: "count", value: returned ?? 0 },
      whole: { kind: "count", value: whole ?? 0 },
    }),
    noValue: ({ returned, whole }) => {
      if (returned === null || whole === null) return "not-reached";
      if (Number(whole) !== 0) return null;
      return question.measure === "revenue" ? "no-revenue" : "no-customers";
    },
    interval: ({ returned, whole }, confidence) =>
      isShareOfCustomers(question, base)
        ? shareInterval(Number(returned), Number(whole), confidence)
        : { because: "not-a-share" },
    warnings: ({ whole }) => (question.measure === "customers" ? smallSample(Number(whole)) : []),
    sources: COHORT_SOURCES,
    english: englishOfCustomers,
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
        : {
            name: `${measure === "customers" ? "customers back" : counted} one age before`,
            meaning: `${counted} of the cohort that counted as back one age before`,
          },
  };
}

function sentence(core: ResultCore<CohortCellCounts>, write: Writer): string {
  const { question, age, currency, cohort, base } = core.counts;
  const { measure } = question;
  const those = cohortName(question, cohort);
  if (core.reason === "not-reached") {
    return `For customers ${those}, age ${age} was not over when the data end.`;
  }
  if (core.reason !== undefined) return `There are no ${measure} to take a share of: ${those}.`;
  const amount = (value: CohortValue | null): string =>
    measure === "revenue"
      ? write.inUnit(value ?? 0, moneyUnit({ currency }))
      : write.count(Number(value));
  const [returned, whole] = [amount(core.counts.returned), amount(core.counts.whole)];
  if (measure !== "customers") {
    const before = base === "cohort" ? "at age 0" : "at the age before";
    return `Customers ${those} made ${returned} of ${measure} at age ${age}, against ${whole} ${before}: ${write.value(core)}.`;
  }
  const who = `${whole} ${whole === "1" ? "customer" : "customers"} ${those}`;
  const before = base === "cohort" ? "" : " and who were back at the age before";
  return `Of ${who}${before}, ${returned} ${returnWords(question, age)}: ${write.value(core)}.`;
}
