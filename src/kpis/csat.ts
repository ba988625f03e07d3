import { type AnswersSource, type CsatQuestion, collectCsat } from "../counts/collect-answers.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import {
  type CsatCounts,
  type CsatCountsInput,
  readCsatCounts,
  satisfiedFrom,
} from "../counts/csat-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { over, symbol } from "../result/formula.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import { smallSample } from "./small-sample.ts";
import { answersAssumptions } from "./survey-words.ts";

export type Csat = KpiResult<CsatCounts>;

/** Share of answers in the top box: 4 and 5 of 1 to 5. */
export const csatTopBox: KpiDefinition<CsatCounts, "satisfied" | "answered"> = {
  kpi: "csat",
  variant: "top-box",
  version: 1,
  unit: () => ({ kind: "share" }),
  formula: () => over(symbol("satisfied"), symbol("answered")),
  symbols: ({ satisfied, answered }) => ({
    satisfied: { kind: "count", value: satisfied },
    answered: { kind: "count", value: answered },
  }),
  noValue: ({ answered }) => (answered === 0 ? "no-responses" : null),
  interval: ({ satisfied, answered }, confidence) => ({
    method: "wilson",
    bounds: wilsonInterval(satisfied, answered, confidence),
  }),
  warnings: ({ answered }) => smallSample(answered),
  sources: [
    {
      citation:
        "Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 2: customer satisfaction, top box.",
    },
    { citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval." },
  ],
  words: (core, write) => {
    const { counts, reason } = core;
    return {
      title: "customer satisfaction (CSAT)",
      symbols: {
        satisfied: { name: "satisfied answers", meaning: `answers ${topBox(counts)}` },
        answered: { name: "answers", meaning: "everyone who answered" },
      },
      sentence:
        reason === undefined
          ? `${write.count(counts.satisfied)} of ${write.count(counts.answered)} answers were ` +
            `${topBox(counts)}: customer satisfaction of ${write.value(core)}.`
          : "Nobody answered, so there is no customer satisfaction.",
      assumptions: answersAssumptions(counts, write),
    };
  },
};

function topBox({ scale }: CsatCounts): string {
  if (scale === null) return "satisfied";
  const from = satisfiedFrom(scale);
  const box = from === scale.max ? `${from}` : `${from} to ${scale.max}`;
  return `${box} on the scale from ${scale.min} to ${scale.max}`;
}

/**
 * Customer satisfaction: share of answers in the top box (4 and 5 of 1 to 5, 6 and 7 of 1 to 7,
 * 9 and 10 of 0 to 10).
 *
 * @param question - `scale` if it is not 1 to 5.
 * @returns `no-value` with reason `no-responses` when nobody answered.
 * @throws {@link KpiError} `invalid-data` for an answer off the scale, `invalid-argument` for an option.
 * @see Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 2.
 * @example
 * csat([5, 4, 3, 5]).value; // => 0.75
 */
export function csat(source: AnswersSource, question: CsatQuestion = {}): Csat {
  const { counts, options } = collectCsat(source, question);
  return measure(csatTopBox, counts, options);
}

/**
 * Stage 2 of {@link csat}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * csatFromCounts({ satisfied: 60, answered: 100 }).value; // => 0.6
 * csatFromCounts({ scale: { min: 1, max: 5 }, countsByScore: [14, 9, 10, 32, 42] }).counts.satisfied; // => 74
 */
export function csatFromCounts(counts: CsatCountsInput, options: ConfidenceOptions = {}): Csat {
  const read = readCsatCounts(counts);
  const period = read.question?.period ?? null;
  return measure(csatTopBox, read, { period, ...readConfidence(options) });
}
