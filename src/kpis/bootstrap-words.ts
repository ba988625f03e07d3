import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import type { BootstrapInterval, NoBootstrapReason } from "./bootstrap-result.ts";
import { ADVISED_UNITS } from "./small-sample.ts";

/** The words of a bootstrap, per language. */
export interface BootstrapWords {
  readonly title: string;
  readonly sentence: string;
  readonly warnings: readonly string[];
  readonly assumptions: readonly string[];
  readonly labels: { readonly warnings: string; readonly assumptions: string };
}

/** Puts a bootstrap into English. */
export function bootstrapWords(result: BootstrapInterval, write: Writer): BootstrapWords {
  const { kpi, variant, replicates, drawn, units, seed, withoutValue, interval } = result;
  return {
    title: `Bootstrap interval of ${kpi} (${variant})`,
    sentence: sentenceOf(result, write),
    warnings:
      units > 0 && units < ADVISED_UNITS
        ? [
            `Only ${counted(write.count(units), drawn.slice(0, -1))}: the interval is likely too narrow.`,
          ]
        : [],
    assumptions: [
      `${counted(write.count(units), drawn.slice(0, -1))} ${plural(units, "was", "were")} drawn with replacement, as many as there are, ${write.count(replicates)} times with seed ${write.plain(String(seed))}, each with all of its rows.`,
      ...(withoutValue === 0
        ? []
        : [
            `On ${write.count(withoutValue)} of the draws the KPI had no value; ${plural(withoutValue, "it is", "they are")} left out.`,
          ]),
      ...(interval === null ? [] : [METHODS[interval.method]]),
    ],
    labels: { warnings: "Warnings", assumptions: "Assumptions" },
  };
}

function sentenceOf({ exact, unit, interval, because }: BootstrapInterval, write: Writer): string {
  if (exact === null) return "The KPI has no value on these rows, so there is no interval.";
  const value = write.inUnit(exact, unit);
  if (interval === null) return `${value}, without an interval: ${WHY[because ?? "no-value"]}.`;
  const [lower, upper] = [interval.lower, interval.upper].map((at) => write.inUnit(at, unit));
  return `${value}, with a ${write.confidence(interval.confidence)} interval from ${lower} to ${upper}.`;
}

const WHY: Readonly<Record<NoBootstrapReason, string>> = {
  "no-value": "the KPI has no value",
  "few-values": "on more than half of the draws the KPI has no value",
  "no-spread": "all draws gave the same",
  "replicates-aside": "the draws lie aside of the value and cannot judge it",
};

const METHODS = {
  "bootstrap-percentile":
    "Limits are percentiles of the draws (Efron & Tibshirani 1993, chapter 13).",
  "bootstrap-bca":
    "Limits are bias-corrected and accelerated (Efron 1987); the acceleration is from leaving out customers one by one, or in 200 groups where there are more.",
} as const;
