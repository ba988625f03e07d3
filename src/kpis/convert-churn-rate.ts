import { argumentError } from "../base/errors.ts";
import { type OptionCheck, oneOf, readOptions } from "../base/options.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { constant, minus, symbol } from "../result/formula.ts";
import type { Interval } from "../result/interval.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { counted } from "../result/plural.ts";
import { power } from "../result/power.ts";

/** What a conversion of churn starts from. */
export interface ChurnConversionCounts {
  readonly kind: "churn-conversion";
  /** Churn of one period, 0 to 1. */
  readonly churn: number;
  /** How many such periods the new one has. */
  readonly periods: number;
  /** What the two periods are called, where they were named. */
  readonly named: { readonly from: ChurnSpan; readonly to: ChurnSpan } | null;
  /** Interval of the churn of one period, where it has one. */
  readonly churnInterval: Pick<Interval, "lower" | "upper" | "confidence"> | null;
}

export type ConvertedChurnRate = KpiResult<ChurnConversionCounts>;

/** Months in each span that churn is usually given for. */
const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

export type ChurnSpan = keyof typeof MONTHS;

/** From which period to which: a number of periods, or two names. */
export type ChurnConversion =
  | {
      /** How many of the given periods the new one has; a fraction converts to a shorter one. */
      readonly periods: number;
    }
  | { readonly from: ChurnSpan; readonly to: ChurnSpan };

/** Churn of k periods from that of one, at a constant rate. */
export const convertChurnRateCompound: KpiDefinition<ChurnConversionCounts, "churn" | "periods"> = {
  kpi: "convertChurnRate",
  variant: "compound",
  version: 1,
  unit: () => ({ kind: "share" }),
  formula: () => minus(constant(1), power(minus(constant(1), symbol("churn")), symbol("periods"))),
  symbols: ({ churn, periods }) => ({
    churn: { kind: "option", value: churn },
    periods: { kind: "option", value: periods },
  }),
  noValue: () => null,
  interval: ({ churnInterval, periods }) => {
    if (churnInterval === null) return { because: "inputs-are-exact" };
    const converted = (churn: number): number => -Math.expm1(periods * Math.log1p(-churn));
    const bounds = [converted(churnInterval.lower), converted(churnInterval.upper)] as const;
    return { method: "transformed", bounds };
  },
  warnings: () => [{ code: "constant-hazard-assumed" }],
  sources: [
    {
      citation:
        "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1), 76-90: compounding, and why churn seldom stays constant.",
    },
  ],
  english: englishOfCustomers,
  words: (core, write) => {
    const { churn, periods, named } = core.counts;
    const number = write.inUnit(periods, { kind: "count" });
    const [from, to] = named === null ? ["period", null] : [named.from, named.to];
    return {
      title: to === null ? `churn rate of ${counted(number, "period")}` : `churn rate of a ${to}`,
      symbols: {
        churn: { name: `churn of a ${from}`, meaning: `share lost within a ${from}` },
        periods: { name: "periods", meaning: `how many times a ${from} the new period is` },
      },
      sentence:
        `A churn of ${write.share(churn)} a ${from} is ${write.value(core)} ` +
        `${to === null ? `over ${counted(number, "period")}` : `a ${to}`}, if it stays the same.`,
      assumptions: [
        `Each ${from} loses the same share of those who are left, so losses compound and do not add up.`,
      ],
    };
  },
};

/**
 * Converts churn between periods: `1 − (1 − churn)^periods`.
 *
 * 5 % a month is 45.96 % a year, not 60 %: losses compound. Linear multiplication is never offered.
 *
 * @param churn - A share from 0 to 1, or a result of `churnRate`, whose interval is converted too.
 * @param conversion - `{ periods: 12 }`, or `{ from: "month", to: "year" }`.
 * @returns `no-value` with the reason of the given result when that has none.
 * @throws {@link KpiError} `invalid-argument` for a churn outside 0 to 1 or a conversion.
 * @see Fader & Hardie (2007), Journal of Interactive Marketing 21(1), 76-90.
 * @example
 * convertChurnRate(0.05, { from: "month", to: "year" }).value?.toFixed(4); // => "0.4596"
 * convertChurnRate(0.05, { periods: 12 }).explanation.steps[0]; // => "1 − (1 − 0.05)^12"
 */
export function convertChurnRate(
  churn: number | KpiResult,
  conversion: ChurnConversion,
): ConvertedChurnRate {
  const counts = readConversion(churn, readPeriods(conversion));
  const confidence = counts.churnInterval?.confidence;
  return measure(convertChurnRateCompound, counts, confidence === undefined ? {} : { confidence });
}

type Spans = Pick<ChurnConversionCounts, "periods" | "named">;

function readConversion(churn: unknown, spans: Spans): ChurnConversionCounts {
  const { value, interval } = readChurn(churn);
  if (typeof value === "number" && value >= 0 && value <= 1) {
    return { kind: "churn-conversion", churn: value, ...spans, churnInterval: interval };
  }
  const expected = "a share from 0 to 1, or a churn result that has a value";
  throw argumentError("churn", expected, value ?? churn);
}

function readChurn(churn: unknown): {
  readonly value: unknown;
  readonly interval: ChurnConversionCounts["churnInterval"];
} {
  if (typeof churn !== "object" || churn === null) return { value: churn, interval: null };
  const { value, interval } = churn as Partial<KpiResult>; // read, then checked by the caller
  if (interval === null || interval === undefined) return { value, interval: null };
  const { lower, upper, confidence } = interval;
  return { value, interval: { lower, upper, confidence } };
}

const span: OptionCheck<ChurnSpan> = /* @__PURE__ */ oneOf([
  "month",
  "quarter",
  "half-year",
  "year",
]);

const positive: OptionCheck<number> = (value, option) => {
  if (typeof value === "number" && value > 0 && value <= 100_000) return value;
  const code = typeof value === "number" ? "option-out-of-range" : "option-wrong-type";
  throw argumentError(option, "a number above 0", value, code);
};

function readPeriods(conversion: ChurnConversion): Spans {
  interface Both {
    readonly periods?: number;
    readonly from?: ChurnSpan;
    readonly to?: ChurnSpan;
  }
  const { periods, from, to } = readOptions<Both>(conversion, {
    periods: positive,
    from: span,
    to: span,
  });
  if (periods !== undefined && from === undefined && to === undefined) {
    return { periods, named: null };
  }
  if (periods === undefined && from !== undefined && to !== undefined) {
    return { periods: MONTHS[to] / MONTHS[from], named: { from, to } };
  }
  const expected = 'either `periods`, or `from` and `to`, such as { from: "month", to: "year" }';
  throw argumentError("conversion", expected, conversion, "option-missing");
}
