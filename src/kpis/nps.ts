import { argumentError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import {
  collectNps,
  NPS_INTERVAL_CHECKS,
  type NpsIntervalOptions,
  type NpsQuestion,
} from "../counts/collect-nps.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import type { AnswersSource } from "../counts/count-answers.ts";
import { type NpsCounts, type NpsCountsInput, readNpsCounts } from "../counts/nps-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { constant, minus, over, symbol, times } from "../result/formula.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import { counted } from "../result/plural.ts";
import { adjustedWaldInterval } from "../stats/adjusted-wald-interval.ts";
import { netShareWaldInterval } from "../stats/net-share-wald-interval.ts";
import { smallSample } from "./small-sample.ts";
import { answersAssumptions } from "./survey-words.ts";

export type Nps = KpiResult<NpsCounts>;

/** How counts are to be measured as NPS. */
export interface NpsOptions extends ConfidenceOptions, NpsIntervalOptions {}

/** What the formula of NPS mentions. */
export type NpsSymbol = "promoters" | "detractors" | "respondents";

/** NPS is stated in points: a net share of −1 to 1, times this. */
const POINTS = 100;

/** The definition behind {@link nps}. */
export const npsDefinition: KpiDefinition<NpsCounts, NpsSymbol> = {
  kpi: "nps",
  variant: "standard",
  version: 1,
  unit: () => ({ kind: "points", min: -POINTS, max: POINTS }),
  formula: () =>
    times(
      constant(POINTS),
      over(minus(symbol("promoters"), symbol("detractors")), symbol("respondents")),
    ),
  symbols: (counts) => ({
    promoters: { kind: "count", value: counts.promoters },
    detractors: { kind: "count", value: counts.detractors },
    respondents: { kind: "count", value: npsAnswered(counts) },
  }),
  noValue: (counts) => (npsAnswered(counts) === 0 ? "no-responses" : null),
  interval: (counts, confidence) => npsInterval(counts, confidence, {}),
  warnings: (counts) => smallSample(npsAnswered(counts)),
  sources: [
    {
      citation:
        "Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12).",
    },
    {
      citation:
        "Rocks (2016), Interval Estimation for the Net Promoter Score, The American Statistician 70(4), 365-372: the interval.",
      url: "https://arxiv.org/abs/1601.07235",
    },
  ],
  words: (core, write) => {
    const { counts, reason } = core;
    const all = counted(write.count(npsAnswered(counts)), "respondent");
    return {
      title: "Net Promoter Score",
      symbols: {
        promoters: { name: "promoters", meaning: "respondents who answered 9 or 10" },
        detractors: { name: "detractors", meaning: "respondents who answered 0 to 6" },
        respondents: {
          name: "respondents",
          meaning: "everyone who answered, passives (7 or 8) included",
        },
      },
      sentence:
        reason === undefined
          ? `Of ${all}, ${counted(write.count(counts.promoters), "was a promoter", "were promoters")} and ` +
            `${counted(write.count(counts.detractors), "a detractor", "detractors")}: a Net Promoter Score of ${write.value(core)}.`
          : "Nobody answered, so there is no Net Promoter Score.",
      assumptions: answersAssumptions(counts, write),
    };
  },
};

function npsInterval(
  counts: NpsCounts,
  confidence: number,
  { intervalMethod = "adjusted-wald", population }: NpsIntervalOptions,
): IntervalFinding {
  const net = { plus: counts.promoters, minus: counts.detractors, total: npsAnswered(counts) };
  const bounds = intervalMethod === "wald" ? netShareWaldInterval : adjustedWaldInterval;
  const [lower, upper] = bounds(net, confidence, population);
  if (lower === upper && population !== net.total) return { because: "no-spread" };
  return { method: intervalMethod, bounds: [POINTS * lower, POINTS * upper] };
}

/** Everyone who answered, passives included. */
export function npsAnswered({ promoters, passives, detractors }: NpsCounts): number {
  return promoters + passives + detractors;
}

/**
 * Net Promoter Score: percentage of promoters less percentage of detractors, −100 to 100.
 *
 * Every answer counts once. `null` scores (asked, not answered) are in no number. The interval is
 * the adjusted Wald of Rocks (2016), which keeps its coverage near −100 and 100.
 *
 * @param source - Whole scores from 0 to 10, answer rows, or a ledger of answers.
 * @returns `no-value` with reason `no-responses` when nobody answered.
 * @throws {@link KpiError} `invalid-data` for an answer off the scale, `invalid-argument` for an option.
 * @see Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12).
 * @example
 * const score = nps([10, 9, 7, 3]);
 * score.value; // => 25
 * score.explanation.formula; // => "Net Promoter Score = 100 × (promoters − detractors) ÷ respondents"
 */
export function nps(source: AnswersSource, question: NpsQuestion = {}): Nps {
  const { asked, counts, options } = collectNps(source, question);
  return measureNps(counts, options, asked);
}

/**
 * Stage 2 of {@link nps}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * npsFromCounts({ promoters: 70, passives: 20, detractors: 10 }).value; // => 60
 */
export function npsFromCounts(counts: NpsCountsInput, options: NpsOptions = {}): Nps {
  const asked = readOptions<NpsOptions>(options, { ...CONFIDENCE_CHECKS, ...NPS_INTERVAL_CHECKS });
  const read = readNpsCounts(counts);
  return measureNps(read, { period: read.question?.period ?? null, ...asked }, asked);
}

function measureNps(counts: NpsCounts, options: MeasureOptions, asked: NpsIntervalOptions): Nps {
  const { population = Number.POSITIVE_INFINITY } = asked;
  if (population < npsAnswered(counts)) {
    throw argumentError(
      "population",
      `at least the ${npsAnswered(counts)} who answered`,
      population,
    );
  }
  const interval = (of: NpsCounts, confidence: number): IntervalFinding =>
    npsInterval(of, confidence, asked);
  return measure({ ...npsDefinition, interval }, counts, options);
}
