import { toDay } from "../base/day.ts";
import { argumentError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import { type Period, readPeriod } from "../base/period.ts";
import { previousPeriod } from "../base/previous-period.ts";
import { NO_VALUE } from "../ledger/dimensions.ts";
import type { OrdersDimension, OrdersLedger } from "../ledger/orders.ts";
import {
  CHANNEL_CHECKS,
  type ChannelAttribution,
  type ChannelGroupAsked,
  type ChannelQuestion,
} from "./channel-question.ts";
import { channelOfCustomers, eachChannelUsed, NOWHERE, SEVERAL } from "./channels-of-customers.ts";
import { dimensionOf } from "./cohort-attribute.ts";
import { type Collected, measureOptions } from "./collected.ts";
import { type OrdersSource, readOrdersWith } from "./orders-source.ts";
import type { RetentionCounts } from "./retention-counts.ts";
import { BASELINE, buyerMarks, countsOfMarks, PERIOD } from "./retention-of-orders.ts";

/** Counts of retention by channel, and what to measure them with. */
export interface ChannelRetentionCollected extends Collected<RetentionCounts> {
  readonly column: string;
  readonly attribution: ChannelAttribution;
  readonly baseline: Period;
  readonly period: Period;
  /** The groups with a customer in the baseline, the largest channel first. */
  readonly groups: readonly RetentionCounts[];
  readonly single: RetentionCounts;
  readonly several: RetentionCounts;
}

/** Stage 1 of retention by channel. */
export function collectChannelRetention(
  source: OrdersSource,
  question: ChannelQuestion,
): ChannelRetentionCollected {
  const asked = readOptions<ChannelQuestion>(question, CHANNEL_CHECKS);
  const { channel: column, attribution = "first" } = asked;
  if (column === undefined) {
    throw argumentError("channel", 'given, such as "channel"', undefined, "option-missing");
  }
  const { ledger, span, warnings } = readOrdersWith(source, asked, [column]);
  const { asked: period, until } = span;
  if (period === null) {
    throw argumentError("period", 'given, such as "2025-Q2"', undefined, "option-missing");
  }
  const baseline =
    asked.baseline === undefined
      ? previousPeriod(period)
      : readPeriod(asked.baseline, { option: "baseline" });
  const marks = buyerMarks(ledger, { baseline, period, until });
  const counts = countsOfMarks(ledger, { baseline, period, until }, marks);
  const plan: Plan = { ledger, marks, counts, dimension: dimensionOf(ledger, "channel", column) };
  const days = { from: toDay(baseline.start), until: Math.min(toDay(baseline.end), until) };
  const alone = tallyPlaces(plan, days, "all");
  const tally =
    attribution === "any"
      ? tallyUses(plan, days)
      : attribution === "all"
        ? alone
        : tallyPlaces(
            plan,
            attribution === "first" ? { ...days, from: -Infinity } : days,
            attribution,
          );
  return {
    ...{ column, attribution, baseline, period, counts },
    groups: groupsOf(plan, tally, { column, attribution }),
    single: singleOf(plan, alone, column),
    several: countsOf(plan, alone, SEVERAL, {
      ...{ column, attribution: "all", kind: "several", channel: null },
    }),
    options: measureOptions(asked, span.shown, warnings),
  };
}

interface Plan {
  readonly ledger: OrdersLedger;
  readonly dimension: OrdersDimension;
  /** By customer, when they bought. */
  readonly marks: Uint8Array;
  /** Of all customers. */
  readonly counts: RetentionCounts;
}

/** Customers at the start and those kept, by code of a channel, by `NO_VALUE` or by `SEVERAL`. */
interface Tally {
  readonly start: Map<number, number>;
  readonly kept: Map<number, number>;
}

function newTally({ marks }: Plan): Tally & { readonly add: (who: number, code: number) => void } {
  const [start, kept] = [new Map<number, number>(), new Map<number, number>()];
  return {
    ...{ start, kept },
    add(who, code) {
      const mark = marks[who] ?? 0;
      if (!(mark & BASELINE)) return;
      start.set(code, (start.get(code) ?? 0) + 1);
      if (mark & PERIOD) kept.set(code, (kept.get(code) ?? 0) + 1);
    },
  };
}

type Days = { readonly from: number; readonly until: number };

/** Every customer in one place. */
function tallyPlaces(plan: Plan, days: Days, which: "first" | "last" | "all"): Tally {
  const tally = newTally(plan);
  const places = channelOfCustomers(plan.ledger, plan.dimension.sales, days, which);
  for (const [who, code] of places.entries()) if (code !== NOWHERE) tally.add(who, code);
  return tally;
}

/** Every customer in each channel that was used. */
function tallyUses(plan: Plan, days: Days): Tally {
  const tally = newTally(plan);
  eachChannelUsed(plan.ledger, plan.dimension.sales, days, tally.add);
  return tally;
}

/** Channels by size and name; after them the customers of none and of several. */
function groupsOf(
  plan: Plan,
  tally: Tally,
  by: Pick<ChannelGroupAsked, "column" | "attribution">,
): readonly RetentionCounts[] {
  const { values } = plan.dimension;
  const nameOf = (code: number): string => values[code] ?? "";
  const sizeOf = (code: number): number => tally.start.get(code) ?? 0;
  const codes = [...tally.start.keys()].filter((code) => code >= 0);
  codes.sort((a, b) => sizeOf(b) - sizeOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1));
  const rest = [NO_VALUE, SEVERAL].filter((code) => tally.start.has(code));
  return [...codes, ...rest].map((code) =>
    countsOf(plan, tally, code, {
      ...by,
      ...(code >= 0
        ? { kind: "channel", channel: nameOf(code) }
        : { kind: code === SEVERAL ? "several" : "none", channel: null }),
    }),
  );
}

function singleOf(plan: Plan, alone: Tally, column: string): RetentionCounts {
  const sum = (numbers: ReadonlyMap<number, number>): number =>
    [...numbers].reduce((all, [code, count]) => (code === SEVERAL ? all : all + count), 0);
  const among: ChannelGroupAsked = { column, attribution: "all", kind: "single", channel: null };
  return groupCounts(plan, among, sum(alone.start), sum(alone.kept));
}

function countsOf(
  plan: Plan,
  { start, kept }: Tally,
  code: number,
  among: ChannelGroupAsked,
): RetentionCounts {
  return groupCounts(plan, among, start.get(code) ?? 0, kept.get(code) ?? 0);
}

/** Who bought in the period alone has no channel of the baseline, so such customers are in no group. */
function groupCounts(
  { counts }: Plan,
  among: ChannelGroupAsked,
  customersAtStart: number,
  retainedCustomers: number,
): RetentionCounts {
  const { question } = counts;
  return {
    ...counts,
    question: question === null ? null : { ...question, among },
    ...{ customersAtStart, retainedCustomers },
    ...{ customersAtEnd: null, newCustomers: null, returnedCustomers: null },
    lostCustomers: customersAtStart - retainedCustomers,
  };
}
