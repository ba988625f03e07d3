import { CES_SCALES, type CesCounts } from "../counts/ces-counts.ts";
import type { KpiDefinition, SymbolValue } from "../result/definition.ts";
import { constant, type Formula, minus, over, symbol, times } from "../result/formula.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { NoValueReason, Source } from "../result/kpi-result.ts";
import { symbolsOf } from "../result/symbols-of.ts";
import type { Unit } from "../result/unit.ts";
import { adjustedWaldInterval } from "../stats/adjusted-wald-interval.ts";
import type { CesMethod } from "./ces-form.ts";
import { type CesSymbol, cesNumber } from "./ces-symbols.ts";
import { cesWords } from "./ces-words.ts";
import { meanScoreInterval } from "./mean-score-interval.ts";
import { shareInterval } from "./share-interval.ts";
import { smallSample } from "./small-sample.ts";

type CesDefinition = KpiDefinition<CesCounts, CesSymbol>;

const SOURCES: readonly Source[] = [
  {
    citation:
      "Dixon, Freeman & Toman (2010), Stop Trying to Delight Your Customers, Harvard Business Review 88(7): version 1.0.",
  },
  { citation: "CEB (2013), Customer Effort Score 2.0: the agreement question of version 2.0." },
];

/** What all forms have in common. */
/* @__NO_SIDE_EFFECTS__ */
function cesForm(
  variant: CesMethod,
  formula: Formula<CesSymbol>,
  unit: (counts: CesCounts) => Unit,
  interval: CesDefinition["interval"],
): CesDefinition {
  return {
    kpi: "ces",
    ...{ variant, version: 1, unit, interval, sources: SOURCES },
    formula: () => formula,
    symbols: (counts) => symbolsMentioned(formula, counts),
    noValue: (counts) => noEffort(formula, counts),
    warnings: ({ answered }) => smallSample(answered),
    words: cesWords,
  };
}

/** The mean answer. */
export const cesMean: CesDefinition = /* @__PURE__ */ cesForm(
  "mean",
  /* @__PURE__ */ over(/* @__PURE__ */ symbol("scoreSum"), /* @__PURE__ */ symbol("answered")),
  ({ version }) => ({ kind: "points", ...CES_SCALES[version] }),
  ({ countsByScore, answered, scoreSum, version }, confidence) => {
    if (countsByScore === null) return { because: "counts-lack-moments" };
    const scale = CES_SCALES[version];
    const squares = countsByScore.reduce(
      (sum, count, at) => sum + count * (at + scale.min) ** 2,
      0,
    );
    return meanScoreInterval({ n: answered, sum: scoreSum, squares }, scale, confidence);
  },
);

/** Share of answers that agree: 5 to 7 of 1 to 7. */
export const cesPercentAgree: CesDefinition = /* @__PURE__ */ cesShare("percent-agree", "agreeing");

/** Share of answers that agree strongly: 6 and 7 of 1 to 7. */
export const cesTop2: CesDefinition = /* @__PURE__ */ cesShare("top-2", "topTwo");

/** The net is stated in points: a share of −1 to 1, times this. */
const POINTS = 100;

/** Percentage who found it easy (6 and 7) less percentage who found it hard (1 to 3). */
export const cesNetEasy: CesDefinition = /* @__PURE__ */ cesForm(
  "net-easy",
  /* @__PURE__ */ times(
    /* @__PURE__ */ constant(POINTS),
    /* @__PURE__ */ over(
      /* @__PURE__ */ minus(/* @__PURE__ */ symbol("topTwo"), /* @__PURE__ */ symbol("hard")),
      /* @__PURE__ */ symbol("answered"),
    ),
  ),
  () => ({ kind: "points", min: -POINTS, max: POINTS }),
  (counts, confidence) => {
    const [plus, minus] = [cesNumber(counts, "topTwo") ?? 0, cesNumber(counts, "hard") ?? 0];
    const net = { plus, minus, total: counts.answered };
    const [lower, upper] = adjustedWaldInterval(net, confidence);
    return { method: "adjusted-wald", bounds: [POINTS * lower, POINTS * upper] };
  },
);

/* @__NO_SIDE_EFFECTS__ */
function cesShare(variant: CesMethod, part: "agreeing" | "topTwo"): CesDefinition {
  const interval = (counts: CesCounts, confidence: number): IntervalFinding =>
    shareInterval(cesNumber(counts, part) ?? 0, counts.answered, confidence);
  const formula = over(symbol(part), symbol("answered"));
  return cesForm(variant, formula, () => ({ kind: "share" }), interval);
}

function symbolsMentioned(
  formula: Formula<CesSymbol>,
  counts: CesCounts,
): Readonly<Partial<Record<CesSymbol, SymbolValue>>> {
  return Object.fromEntries(
    symbolsOf(formula).map((name) => [
      name,
      { kind: "count", value: cesNumber(counts, name) ?? 0 } as const,
    ]),
  );
}

function noEffort(formula: Formula<CesSymbol>, counts: CesCounts): NoValueReason | null {
  if (symbolsOf(formula).some((name) => cesNumber(counts, name) === null)) return "missing-count";
  return counts.answered === 0 ? "no-responses" : null;
}
