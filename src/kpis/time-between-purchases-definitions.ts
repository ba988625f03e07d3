import { type PurchaseGapCounts, quantileOfGaps } from "../counts/purchase-gap-counts.ts";
import type { KpiDefinition, Words } from "../result/definition.ts";
import { constant, over, plus, symbol } from "../result/formula.ts";
import type { ResultCore, Source } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import type { WarningFact } from "../result/warning.ts";
import { gapInterval } from "./customer-intervals.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";
import { smallSample } from "./small-sample.ts";

const SOURCES: readonly Source[] = [
  {
    citation:
      "Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24(2): purchases of one day are one transaction.",
  },
];

/** All gaps pooled: days of all gaps over gaps. */
export const gapsMean: KpiDefinition<PurchaseGapCounts, "gapDays" | "gaps"> = {
  kpi: "timeBetweenPurchases",
  variant: "mean-of-gaps",
  version: 1,
  unit: () => ({ kind: "days" }),
  formula: () => over(symbol("gapDays"), symbol("gaps")),
  symbols: ({ gapDays, gaps }) => ({
    gapDays: { kind: "count", value: gapDays },
    gaps: { kind: "count", value: gaps },
  }),
  noValue: ({ gaps }) => (gaps === 0 ? "no-repeat-purchases" : null),
  interval: gapInterval,
  warnings: gapWarnings,
  sources: SOURCES,
  words: (core, write) => ({
    ...words(
      core,
      write,
      (count) => `between ${count} consecutive purchases ${write.value(core)} passed on average`,
    ),
    title: "time between purchases",
    symbols: {
      gapDays: {
        name: "days of all gaps",
        meaning: "days between consecutive purchases, added up",
      },
      gaps: { name: "gaps", meaning: "pairs of consecutive purchases of one customer" },
    },
  }),
};

/** The middle gap; halfway between the two middle ones where their number is even. */
export const gapsMedian: KpiDefinition<PurchaseGapCounts, "lowerMiddle" | "upperMiddle"> = {
  kpi: "timeBetweenPurchases",
  variant: "median",
  version: 1,
  unit: () => ({ kind: "days" }),
  formula: () => over(plus(symbol("lowerMiddle"), symbol("upperMiddle")), constant(2)),
  symbols: (counts) => {
    const [lower, upper] = middles(counts);
    return {
      lowerMiddle: { kind: "statistic", value: lower, n: counts.gaps },
      upperMiddle: { kind: "statistic", value: upper, n: counts.gaps },
    };
  },
  noValue: ({ gaps, gapTable }) => {
    if (gaps === 0) return "no-repeat-purchases";
    return gapTable === null ? "missing-column" : null;
  },
  interval: () => ({ because: "no-method" }),
  warnings: gapWarnings,
  sources: SOURCES,
  words: (core, write) => ({
    ...words(
      core,
      write,
      (count) =>
        `of ${count} gaps between consecutive purchases, half were shorter than or equal to ${write.value(core)}`,
    ),
    title: "median time between purchases",
    symbols: {
      lowerMiddle: { name: "lower middle gap", meaning: "in days, the gaps sorted by length" },
      upperMiddle: {
        name: "upper middle gap",
        meaning: "the next one, or the same if their number is odd",
      },
    },
  }),
};

function middles({ gaps, gapTable }: PurchaseGapCounts): readonly [lower: number, upper: number] {
  const table = gapTable ?? [];
  return [
    quantileOfGaps(table, Math.floor((gaps - 1) / 2)),
    quantileOfGaps(table, Math.floor(gaps / 2)),
  ];
}

function gapWarnings(counts: PurchaseGapCounts): readonly WarningFact[] {
  const { gaps, customers, oneOrderCustomers } = counts;
  if (gaps === 0) return [];
  const censored: readonly WarningFact[] =
    oneOrderCustomers > 0
      ? [{ code: "right-censored", customers, oneOrder: oneOrderCustomers }]
      : [];
  return [...smallSample(customers), ...censored];
}

function words(
  core: ResultCore<PurchaseGapCounts>,
  write: Writer,
  measured: (gaps: string) => string,
): Pick<Words, "sentence" | "assumptions"> {
  const when = inPeriod(core);
  const asked = core.counts.question;
  const sameDay =
    asked === null
      ? []
      : [
          asked.mergeSameDay
            ? "Orders of one customer on one day are one purchase."
            : "Orders of one customer on one day are purchases of their own, with a gap of 0 days.",
        ];
  return {
    sentence:
      core.reason === undefined
        ? `${when === "" ? "" : `Purchases${when}: `}${measured(write.count(core.counts.gaps))}.`.replace(
            /^[a-z]/,
            (letter) => letter.toUpperCase(),
          )
        : `No customer bought twice${when}, so there is no time between purchases.`,
    assumptions: [...sameDay, ...ordersAssumptions(core)],
  };
}
