import { CES_SCALES, type CesCounts } from "../counts/ces-counts.ts";
import type { KpiDefinition, Words } from "../result/definition.ts";
import { over, symbol } from "../result/formula.ts";
import type { Source } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { meanInterval } from "../stats/t-interval.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import { smallSample } from "./small-sample.ts";
import { answersAssumptions } from "./survey-words.ts";

const SOURCES: readonly Source[] = [
  {
    citation:
      "Dixon, Freeman & Toman (2010), Stop Trying to Delight Your Customers, Harvard Business Review 88(7): version 1.0.",
  },
  { citation: "CEB (2013), Customer Effort Score 2.0: the agreement question of version 2.0." },
];

/** The mean answer. */
export const cesMean: KpiDefinition<CesCounts, "scoreSum" | "answered"> = {
  kpi: "ces",
  variant: "mean",
  version: 1,
  unit: ({ version }) => ({ kind: "points", ...CES_SCALES[version] }),
  formula: () => over(symbol("scoreSum"), symbol("answered")),
  symbols: ({ scoreSum, answered }) => ({
    scoreSum: { kind: "count", value: scoreSum },
    answered: { kind: "count", value: answered },
  }),
  noValue: ({ answered }) => (answered === 0 ? "no-responses" : null),
  interval: ({ countsByScore, answered, scoreSum, version }, confidence) => {
    if (countsByScore === null) return { because: "counts-lack-moments" };
    if (answered < 2) return { because: "no-spread" };
    const { min, max } = CES_SCALES[version];
    const squares = countsByScore.reduce((sum, count, at) => sum + count * (at + min) ** 2, 0);
    const [lower, upper] = meanInterval({ n: answered, sum: scoreSum, squares }, confidence);
    return { method: "t", bounds: [Math.max(min, lower), Math.min(max, upper)] };
  },
  warnings: ({ answered }) => smallSample(answered),
  sources: SOURCES,
  words: (core, write) => ({
    title: "Customer Effort Score (CES)",
    symbols: {
      scoreSum: { name: "sum of scores", meaning: "all answers added up" },
      answered: { name: "answers", meaning: "everyone who answered" },
    },
    ...sentence(
      core.reason === undefined
        ? `${write.count(core.counts.answered)} answers to CES ${core.counts.version} add up to ` +
            `${write.count(core.counts.scoreSum)}: a mean of ${write.value(core)} ${direction(core.counts)}.`
        : null,
      core.counts,
      write,
    ),
  }),
};

/** Share of answers that agree: 5 to 7 of 1 to 7. Only version 2.0 asks for agreement. */
export const cesPercentAgree: KpiDefinition<CesCounts, "agreeing" | "answered"> = {
  kpi: "ces",
  variant: "percent-agree",
  version: 1,
  unit: () => ({ kind: "share" }),
  formula: () => over(symbol("agreeing"), symbol("answered")),
  symbols: (counts) => ({
    agreeing: { kind: "count", value: agreeing(counts) },
    answered: { kind: "count", value: counts.answered },
  }),
  noValue: ({ answered, countsByScore, version }) => {
    if (countsByScore === null || version === "1.0") return "missing-column";
    return answered === 0 ? "no-responses" : null;
  },
  interval: (counts, confidence) => ({
    method: "wilson",
    bounds: wilsonInterval(agreeing(counts), counts.answered, confidence),
  }),
  warnings: ({ answered }) => smallSample(answered),
  sources: SOURCES,
  words: (core, write) => ({
    title: "share who found it easy (CES)",
    symbols: {
      agreeing: { name: "agreeing answers", meaning: "answers of 5 to 7 on the scale from 1 to 7" },
      answered: { name: "answers", meaning: "everyone who answered" },
    },
    ...sentence(
      core.reason === undefined
        ? `${write.count(agreeing(core.counts))} of ${write.count(core.counts.answered)} answers ` +
            `agreed that it was easy (5 to 7 on the scale from 1 to 7): ${write.value(core)}.`
        : null,
      core.counts,
      write,
    ),
  }),
};

const AGREES_FROM = 5;

function agreeing({ countsByScore }: CesCounts): number {
  return (countsByScore ?? []).slice(AGREES_FROM - 1).reduce((sum, count) => sum + count, 0);
}

function direction({ version }: CesCounts): string {
  const { min, max } = CES_SCALES[version];
  const good = version === "1.0" ? "low is good" : "high is good";
  return `on the scale from ${min} to ${max}, where ${good}`;
}

function sentence(
  measured: string | null,
  counts: CesCounts,
  write: Writer,
): Pick<Words, "sentence" | "assumptions"> {
  return {
    sentence: measured ?? "Nobody answered, so there is no Customer Effort Score.",
    assumptions: answersAssumptions(counts, write),
  };
}
