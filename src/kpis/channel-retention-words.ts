import { describePeriod } from "../base/describe-period.ts";
import type { ChannelAttribution, ChannelGroupKind } from "../counts/channel-question.ts";
import { percentOf, type Writer } from "../result/language.ts";
import { plural } from "../result/plural.ts";
import type {
  ChannelRetention,
  ChannelWarningFact,
  RetentionDifference,
} from "./channel-retention-shape.ts";
import { people } from "./retention-words.ts";

/** Retention by channel before it is put into words. */
export type ChannelRetentionCore = Omit<
  ChannelRetention,
  "groups" | "sentence" | "warnings" | "assumptions"
>;

/** All that one language says of a table of retention by channel. */
export interface ChannelRetentionTexts {
  readonly title: string;
  /** Heads of the columns; that of the interval is written with its confidence, where there is one. */
  readonly head: (confidence: string | null) => readonly [string, string, string, string, string];
  readonly nameOf: (kind: ChannelGroupKind, channel: string | null) => string;
  readonly all: string;
  readonly noValue: string;
  readonly range: (lower: string, upper: string) => string;
  readonly sentence: string;
  readonly warning: (fact: ChannelWarningFact) => string;
  readonly assumptions: readonly string[];
  readonly labels: { readonly warnings: string; readonly assumptions: string };
}

/** English words of retention by channel. */
export function channelRetentionWords(
  core: ChannelRetentionCore,
  write: Writer,
): ChannelRetentionTexts {
  const { channel, attribution, baseline, period, all } = core;
  return {
    title: `Retention by ${channel}`,
    head: (confidence) => [
      ...([channel, "customers at start", "retained", "retention rate"] as const),
      confidence === null ? "interval" : `${confidence} interval`,
    ],
    nameOf: (kind, name) => NAMES[kind] ?? name ?? "",
    all: "all customers",
    noValue: "no value",
    range: (lower, upper) => `${lower} to ${upper}`,
    sentence: comparison(core, write),
    warning: (fact) => warningOf(fact, write),
    assumptions: [
      ASSIGNED[attribution](describePeriod(baseline)),
      `Kept are those who bought again in ${describePeriod(period)}, through whatever channel.`,
      "An order without a channel counts as one of a channel of its own, “(none)”.",
      `Days are those of the time zone ${all.counts.question?.timeZone ?? "UTC"}.`,
    ],
    labels: { warnings: "Warnings", assumptions: "Assumptions" },
  };
}

const NAMES: Readonly<Record<ChannelGroupKind, string | null>> = {
  channel: null,
  none: "(none)",
  several: "several channels",
  single: "one channel",
};

const ASSIGNED: Readonly<Record<ChannelAttribution, (baseline: string) => string>> = {
  first: () =>
    "A customer belongs to the channel of the first order ever among the rows; with first orders of one moment through different channels, to “several channels”.",
  last: (baseline) =>
    `A customer belongs to the channel of the last order in ${baseline}; with last orders of one moment through different channels, to “several channels”.`,
  any: (baseline) => `A customer belongs to every channel used in ${baseline}.`,
  all: (baseline) =>
    `A customer belongs to a channel if all orders in ${baseline} went through it, else to “several channels”.`,
};

function comparison(
  { difference, single, multi, baseline }: ChannelRetentionCore,
  write: Writer,
): string {
  const when = describePeriod(baseline);
  if (difference === null) {
    const [one, more] = [single, multi].map(({ counts }) => counts.customersAtStart);
    if (one === 0 && more === 0) return `There were no customers who bought in ${when}.`;
    return more === 0
      ? `No customer bought through several channels in ${when}, so there is nothing to compare.`
      : `All customers bought through several channels in ${when}, so there is nothing to compare.`;
  }
  const of = `Of the ${people(multi.counts.customersAtStart, write)} who bought through several channels in ${when}, ${write.share(multi.exact ?? "0")} came back, and of the ${write.count(single.counts.customersAtStart)} who bought through one, ${write.share(single.exact ?? "0")}`;
  return `${of}: a difference of ${points(difference, write)}.`;
}

/** `+12.3 points (95% interval 2.1 to 22.5; p = 0.018)` */
function points({ exact, interval, pValue }: RetentionDifference, write: Writer): string {
  const of = (share: string | number): string =>
    write.inUnit(percentOf(share), { kind: "points", min: -100, max: 100 });
  const chance = pValue < 0.001 ? "p < 0.001" : `p = ${write.number(pValue, 3)}`;
  const range =
    interval === null
      ? ""
      : `${write.confidence(interval.confidence)} interval ${of(interval.lower)} to ${of(interval.upper)}; `;
  return `${of(exact)} points (${range}${chance})`;
}

function warningOf(fact: ChannelWarningFact, write: Writer): string {
  switch (fact.code) {
    case "groups-overlap":
      return `The channels overlap: ${people(fact.customers, write)} ${plural(fact.customers, "stands", "stand")} in them ${write.count(fact.counted)} times.`;
    case "self-selected":
      return "Customers choose their channels themselves, and who used several has ordered at least twice: the difference says who comes back, not that a further channel makes them.";
    case "channel-missing":
      return `No order names a channel in \`${fact.column}\`: is the column called so?`;
    case "small-groups":
      return fact.groups === 1
        ? `1 line stands for fewer than ${fact.advised} customers; its rate jumps with every one of them.`
        : `${write.count(fact.groups)} lines stand for fewer than ${fact.advised} customers; their rates jump with every one of them.`;
  }
}
