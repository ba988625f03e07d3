import type { CsatCounts } from "../counts/csat-counts.ts";
import type { KpiDefinition, SymbolValue } from "../result/definition.ts";
import { constant, type Formula, minus, over, plus, symbol } from "../result/formula.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { NoValueReason, Source } from "../result/kpi-result.ts";
import { symbolsOf } from "../result/symbols-of.ts";
import type { Unit } from "../result/unit.ts";
import type { CsatVariant } from "./csat-form.ts";
import { type CsatSymbol, csatNumber, scoreSquares } from "./csat-symbols.ts";
import { csatWords } from "./csat-words.ts";
import { meanScoreInterval } from "./mean-score-interval.ts";
import { shareInterval } from "./share-interval.ts";
import { smallSample } from "./small-sample.ts";

type CsatDefinition = KpiDefinition<CsatCounts, CsatSymbol>;
type CsatFormula = Formula<CsatSymbol>;

const FARRIS: Source = {
  citation:
    "Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 2: customer satisfaction, top box.",
};
const WILSON: Source = {
  citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval.",
};
const STUDENT: Source = {
  citation: "Student (1908), The Probable Error of a Mean, Biometrika 6(1), 1-25: the interval.",
};

/** What all forms have in common. */
/* @__NO_SIDE_EFFECTS__ */
function csatForm(
  variant: CsatVariant,
  formula: (counts: CsatCounts) => CsatFormula,
  unit: (counts: CsatCounts) => Unit,
  interval: CsatDefinition["interval"],
  sources: readonly Source[],
): CsatDefinition {
  return {
    kpi: "csat",
    ...{ variant, version: 1, unit, formula, interval, sources },
    symbols: (counts) => symbolsMentioned(formula(counts), counts),
    noValue: (counts) => noSatisfaction(formula(counts), counts),
    warnings: (counts) => smallSample(sampleOf(formula(counts), counts)),
    words: csatWords,
  };
}

/** A share `part ÷ (whole added up)`, with Wilson's interval. */
/* @__NO_SIDE_EFFECTS__ */
function csatShare(
  variant: CsatVariant,
  part: CsatSymbol,
  whole: readonly [CsatSymbol] | readonly [CsatSymbol, CsatSymbol],
): CsatDefinition {
  const [first, second] = whole;
  const denominator = second === undefined ? symbol(first) : plus(symbol(first), symbol(second));
  const formula = over(symbol(part), denominator);
  const interval: CsatDefinition["interval"] = (counts, confidence) =>
    shareInterval(csatNumber(counts, part) ?? 0, sampleOf(formula, counts), confidence);
  return csatForm(
    variant,
    () => formula,
    () => ({ kind: "share" }),
    interval,
    [FARRIS, WILSON],
  );
}

/** Share of answers in the top box: 4 and 5 of 1 to 5. */
export const csatTopBox: CsatDefinition = /* @__PURE__ */ csatShare("top-box", "satisfied", [
  "answered",
]);

/** Share of answers of the highest score. */
export const csatTop1: CsatDefinition = /* @__PURE__ */ csatShare("top-1", "highest", ["answered"]);

/** Share of the satisfied among those who were not neutral. */
export const csatExcludeNeutral: CsatDefinition = /* @__PURE__ */ csatShare(
  "exclude-neutral",
  "satisfied",
  ["satisfied", "dissatisfied"],
);

/** The same as help desks say it: good of good and bad. */
export const csatGoodBad: CsatDefinition = /* @__PURE__ */ csatShare("good-bad", "satisfied", [
  "satisfied",
  "dissatisfied",
]);

/** Good of good and bad, where all that is not good is bad. */
export const csatGoodBadNeutralIsBad: CsatDefinition = /* @__PURE__ */ csatShare(
  "good-bad-neutral-is-bad",
  "satisfied",
  ["satisfied", "notSatisfied"],
);

/** Share of answers in the bottom box (DSAT): 1 and 2 of 1 to 5. */
export const csatDissatisfied: CsatDefinition = /* @__PURE__ */ csatShare(
  "dissatisfied",
  "dissatisfied",
  ["answered"],
);

/** Share of answers below the top box: one minus CSAT. */
export const csatDissatisfiedNeutralIsBad: CsatDefinition = /* @__PURE__ */ csatShare(
  "dissatisfied-neutral-is-bad",
  "notSatisfied",
  ["answered"],
);

const mean: CsatFormula = /* @__PURE__ */ over(
  /* @__PURE__ */ symbol("scoreSum"),
  /* @__PURE__ */ symbol("answered"),
);

/** The mean score. */
export const csatMean: CsatDefinition = /* @__PURE__ */ csatForm(
  "mean",
  () => mean,
  ({ scale }) => ({ kind: "points", min: scale?.min ?? 1, max: scale?.max ?? 5 }),
  meanFinding,
  [FARRIS, STUDENT],
);

/** Where the mean lies between the ends of the scale: 0 at the lowest score, 1 at the highest. */
export const csatNormalised: CsatDefinition = /* @__PURE__ */ csatForm(
  "normalised",
  ({ scale }) => {
    const [min, max] = [constant(scale?.min ?? 1), constant(scale?.max ?? 5)];
    return over(minus(mean, min), minus(max, min));
  },
  () => ({ kind: "share" }),
  (counts, confidence) => {
    const finding = meanFinding(counts, confidence);
    if ("because" in finding || counts.scale === null) return finding;
    const { min, max } = counts.scale;
    const [lower, upper] = finding.bounds;
    return { method: "t", bounds: [(lower - min) / (max - min), (upper - min) / (max - min)] };
  },
  [FARRIS, STUDENT],
);

function meanFinding(counts: CsatCounts, confidence: number): IntervalFinding {
  const { answered, countsByScore, scale } = counts;
  if (countsByScore === null || scale === null) return { because: "counts-lack-moments" };
  const sum = csatNumber(counts, "scoreSum") ?? 0;
  const squares = scoreSquares(countsByScore, scale.min);
  return meanScoreInterval({ n: answered, sum, squares }, scale, confidence);
}

function symbolsMentioned(
  formula: CsatFormula,
  counts: CsatCounts,
): Readonly<Partial<Record<CsatSymbol, SymbolValue>>> {
  return Object.fromEntries(
    symbolsOf(formula).map((name) => [
      name,
      { kind: "count", value: csatNumber(counts, name) ?? 0 } as const,
    ]),
  );
}

function noSatisfaction(formula: CsatFormula, counts: CsatCounts): NoValueReason | null {
  if (symbolsOf(formula).some((name) => csatNumber(counts, name) === null)) return "missing-count";
  return sampleOf(formula, counts) === 0 ? "no-responses" : null;
}

/** How many answers are in the denominator: all, or the satisfied and the dissatisfied. */
function sampleOf(formula: CsatFormula, counts: CsatCounts): number {
  const mentioned = symbolsOf(formula);
  if (mentioned.includes("answered")) return counts.answered;
  return mentioned.reduce((sum, name) => sum + (csatNumber(counts, name) ?? 0), 0);
}
