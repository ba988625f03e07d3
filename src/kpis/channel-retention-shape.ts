import type { Period } from "../base/period.ts";
import type { ChannelAttribution, ChannelGroupKind } from "../counts/channel-question.ts";
import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { KpiResult } from "../result/kpi-result.ts";

/** Retention channel by channel, and of customers of one channel against those of several. Shows itself as tables. */
export interface ChannelRetention {
  readonly kind: "channel-retention";
  /** The column of the orders that names the channel. */
  readonly channel: string;
  readonly attribution: ChannelAttribution;
  readonly baseline: Period;
  readonly period: Period;
  /** Retention of all customers, as `retentionRate` gives it. */
  readonly all: KpiResult<RetentionCounts>;
  /** The channels, the largest first, then customers of orders without a channel and of several. */
  readonly groups: readonly ChannelGroup[];
  /** Customers all of whose orders of the baseline went through one channel. */
  readonly single: KpiResult<RetentionCounts>;
  /** Customers who used two channels or more in the baseline. */
  readonly multi: KpiResult<RetentionCounts>;
  /** Retention of `multi` less that of `single`; `null` where one of them has no customer. */
  readonly difference: RetentionDifference | null;
  /** The difference in one sentence. */
  readonly sentence: string;
  readonly warnings: readonly ChannelWarning[];
  readonly assumptions: readonly string[];
}

/** The customers of one channel. */
export interface ChannelGroup {
  readonly kind: ChannelGroupKind;
  /** The channel, or `(none)` or `several channels`. */
  readonly name: string;
  readonly result: KpiResult<RetentionCounts>;
}

/** The difference of two independent retention rates. */
export interface RetentionDifference {
  readonly value: number;
  /** Decimal text. */
  readonly exact: string;
  /** Newcombe's; `null` where none was wanted. */
  readonly interval: {
    readonly lower: number;
    readonly upper: number;
    readonly confidence: number;
    readonly method: "newcombe";
  } | null;
  /** Two-sided, of the pooled two-proportion test. */
  readonly pValue: number;
}

/** What a reader should know before acting on the table. */
export type ChannelWarningFact =
  /** Customers stand in every channel they used, so the groups add up to more than all. */
  | { readonly code: "groups-overlap"; readonly customers: number; readonly counted: number }
  /** Who uses several channels decides that, and has ordered at least twice. */
  | { readonly code: "self-selected" }
  /** No order of the baseline's customers names a channel. */
  | { readonly code: "channel-missing"; readonly column: string }
  /** So many groups have few customers. */
  | { readonly code: "small-groups"; readonly groups: number; readonly advised: number };

export type ChannelWarning = ChannelWarningFact & { readonly message: string };
