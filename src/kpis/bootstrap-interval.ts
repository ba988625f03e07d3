import { deepFreeze } from "../base/deep-freeze.ts";
import { argumentError } from "../base/errors.ts";
import {
  type OptionCheck,
  type OptionChecks,
  oneOf,
  ownMembers,
  readOptions,
} from "../base/options.ts";
import { CONFIDENCE_CHECKS } from "../counts/confidence.ts";
import { ledgerOf } from "../counts/ledger-of.ts";
import { resampleLedger } from "../ledger/resample-ledger.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import { attachDisplay } from "../result/display.ts";
import { DEFAULT_CONFIDENCE, roundStatistic } from "../result/interval.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import {
  accelerationOf,
  bcaLimits,
  bootstrapReplicates,
  percentileLimits,
  type Replicates,
} from "../stats/bootstrap.ts";
import { bootstrapBlocks } from "./bootstrap-blocks.ts";
import type {
  BootstrapInterval,
  BootstrapLimits,
  BootstrapMethod,
  NoBootstrapReason,
} from "./bootstrap-result.ts";
import { requireKpi } from "./require-kpi.ts";

/** How a bootstrap is to be done. */
export interface BootstrapOptions {
  /** How often all customers are drawn anew, 100 to 100,000. Default 2000. */
  readonly replicates?: number;
  /** A whole number; the same seed gives the same interval. Default 1. */
  readonly seed?: number;
  /**
   * `"bca"` (default): limits corrected for bias and for a spread that changes with the value;
   * `"percentile"`: as many replicates left out at each end.
   */
  readonly bootstrap?: BootstrapMethod;
  /** Confidence of the interval, strictly between 0 and 1. Defaults to 0.95. */
  readonly confidence?: number;
}

/** The question of a KPI, with how its bootstrap is to be done. */
export type BootstrapQuestion<Asked> = Asked extends object
  ? Omit<Asked, "confidence" | "interval"> & BootstrapOptions
  : never;

const wholeWithin =
  (least: number, most: number, expected: string): OptionCheck<number> =>
  (value, option) => {
    if (typeof value !== "number") {
      throw argumentError(option, expected, value, "option-wrong-type");
    }
    if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
    throw argumentError(option, expected, value);
  };

const FEWEST = 100;
const MOST = 100_000;

const CHECKS: OptionChecks<BootstrapOptions> = {
  replicates: (value, option) =>
    wholeWithin(FEWEST, MOST, `a whole number from ${FEWEST} to ${MOST}`)(value, option),
  seed: (value, option) =>
    wholeWithin(0, Number.MAX_SAFE_INTEGER, "a whole number from 0 on")(value, option),
  bootstrap: oneOf(["bca", "percentile"]),
  confidence: CONFIDENCE_CHECKS.confidence,
};

/**
 * An interval of any KPI over orders, subscriptions or answers by the bootstrap: customers are drawn
 * with replacement, as many as there are, each with all of its rows, and the KPI is asked again.
 *
 * It assumes of a customer only that one says nothing about another. Answers are drawn by respondent,
 * where rows name one, and else one by one; a guest's order is a customer of its own. The days of the
 * data stay as they are. The same seed and the same rows give the same interval, whatever their order;
 * only guests' orders equal in day and amount keep the order of the rows. Below 30 customers no
 * bootstrap keeps its confidence.
 *
 * @param kpi - Any KPI of this library that takes rows, such as `retentionRate`.
 * @param question - What the KPI may be asked, and `replicates`, `seed`, `bootstrap`, `confidence`.
 * @returns `interval` is `null`, with the reason, where there is no value, no spread, or the
 * replicates cannot judge the value.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` for rows.
 * @see Efron (1987), Journal of the American Statistical Association 82(397), 171-185; Efron &
 * Tibshirani (1993), An Introduction to the Bootstrap, chapters 13 and 14.
 * @example
 * const scores = [...Array(60).fill(10), ...Array(20).fill(8), ...Array(20).fill(3)];
 * const { value, interval, withoutValue } = bootstrapInterval(nps, scores, { seed: 1 });
 * [value, interval?.lower, interval?.upper]; // => [40, 24, 55]
 * withoutValue; // => 0
 */
export function bootstrapInterval<Source, Asked, Result extends KpiResult>(
  kpi: (source: Source, question: Asked) => Result,
  source: Source,
  question: BootstrapQuestion<Asked>,
): BootstrapInterval {
  requireKpi(kpi);
  const { replicates, seed, bootstrap, confidence, ...asked } = Object.fromEntries(
    ownMembers(question ?? {}),
  );
  const options = readOptions<BootstrapOptions>(
    { replicates, seed, bootstrap, confidence },
    CHECKS,
  );
  const ask = (rows: unknown): Result =>
    // Every KPI takes a ledger where it takes rows, and has checks of its own for its question.
    kpi(rows as Source, { ...asked, interval: false } as Asked);
  refuseCohorts(source);
  const ledger = ledgerOf(source, asked, () => ask([]).kpi);
  const { drawn, size, ledgerOf: ledgerOfDraws } = resampleLedger(ledger);
  // No rows are of any kind, so the KPI is asked of them as they are.
  const whole = ask(ledger.rows === 0 ? source : ledger);
  const { kpi: name, variant, value, exact, unit, period } = whole;
  const plan = { replicates: options.replicates ?? 2000, seed: options.seed ?? 1 };
  const statistic = (draws: Int32Array): number | null => ask(ledgerOfDraws(draws)).value;
  const found =
    value === null
      ? { values: new Float64Array(), withoutValue: 0 }
      : bootstrapReplicates(size, statistic, plan);
  const method = options.bootstrap ?? "bca";
  const made = limitsOf(found, {
    ...{ value, method, confidence: options.confidence ?? DEFAULT_CONFIDENCE },
    acceleration: () => accelerationOf(size, statistic),
  });
  const result: BootstrapInterval = {
    ...{ kind: "bootstrap-interval", kpi: name, variant, value, exact, unit, period },
    ...(typeof made === "string" ? { interval: null, because: made } : { interval: made }),
    ...{ drawn, units: size, ...plan, withoutValue: found.withoutValue },
  };
  return deepFreeze(attachDisplay(result, () => bootstrapBlocks(result)));
}

function refuseCohorts(source: unknown): void {
  if (kindOfRows(source) !== "cohorts") return;
  const expected = "orders, subscriptions or answers: rows of cohorts have no customers to draw";
  throw argumentError("source", expected, "rows of cohorts");
}

interface Wanted {
  readonly value: number | null;
  readonly method: BootstrapMethod;
  readonly confidence: number;
  readonly acceleration: () => number;
}

function limitsOf(
  { values, withoutValue }: Replicates,
  { value, method, confidence, acceleration }: Wanted,
): BootstrapLimits | NoBootstrapReason {
  if (value === null) return "no-value";
  if (withoutValue > values.length) return "few-values";
  if (values[0] === values.at(-1)) return "no-spread";
  const limits =
    method === "percentile"
      ? percentileLimits(values, confidence)
      : bcaLimits(values, { estimate: value, acceleration: acceleration() }, confidence);
  if (limits === null || value < limits[0] || value > limits[1]) return "replicates-aside";
  const [lower, upper] = limits;
  return {
    ...{ lower: roundStatistic(lower), upper: roundStatistic(upper) },
    ...{ confidence, method: `bootstrap-${method}` },
  };
}
