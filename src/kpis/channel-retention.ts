import { deepFreeze } from "../base/deep-freeze.ts";
import { readExact, subtractExact, writeExact } from "../base/exact.ts";
import type { ChannelQuestion } from "../counts/channel-question.ts";
import {
  type ChannelRetentionCollected,
  collectChannelRetention,
} from "../counts/collect-channel-retention.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import type { RetentionCounts } from "../counts/retention-counts.ts";
import { attachDisplay } from "../result/display.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { DEFAULT_CONFIDENCE, roundStatistic } from "../result/interval.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { writerFor } from "../result/language.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import { newcombeInterval } from "../stats/newcombe-interval.ts";
import type { Proportion } from "../stats/proportion.ts";
import { twoProportionTest } from "../stats/two-proportion-test.ts";
import { channelRetentionBlocks } from "./channel-retention-blocks.ts";
import type {
  ChannelRetention,
  ChannelWarningFact,
  RetentionDifference,
} from "./channel-retention-shape.ts";
import { type ChannelRetentionCore, channelRetentionWords } from "./channel-retention-words.ts";
import { retentionRateCohort } from "./retention-rate-definitions.ts";
import { ADVISED_UNITS } from "./small-sample.ts";

/**
 * Retention channel by channel, and of customers of one channel against those of several.
 *
 * Retention is that of {@link retentionRate} from orders: of the buyers of the baseline, the share
 * who bought in the period, through whatever channel. `attribution` says to which channel a
 * customer belongs. By `"first"` (default), `"last"` and `"all"` every customer stands once; by
 * `"any"` in every channel used, so that the groups overlap. Guests have no history and are left out.
 *
 * @param question - `channel` names a column of the rows or a dimension of the ledger; `period` is
 * required.
 * @throws {@link KpiError} `invalid-argument` for an option or a ledger without the column,
 * `invalid-data` for rows.
 * @see Newcombe (1998), Statistics in Medicine 17(8), 873-890, method 10: the interval of the difference.
 * @see Neslin et al. (2006), Challenges and Opportunities in Multichannel Customer Management,
 *   Journal of Service Research 9(2), 95-112: that customers of several channels select themselves.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30, channel: "web" },
 *   { customerId: "bob", date: "2025-02-11", amount: 20, channel: "shop" },
 *   { customerId: "ann", date: "2025-02-20", amount: 15, channel: "shop" },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5, channel: "web" },
 * ];
 * const { groups, single, multi } = channelRetention(orders, { channel: "channel", period: "2025-Q2" });
 * groups.map(({ name, result }) => [name, result.value]); // => [["shop", 0], ["web", 1]]
 * [single.value, multi.value]; // => [0, 1]
 */
export function channelRetention(
  source: OrdersSource,
  question: ChannelQuestion,
): ChannelRetention {
  const collected = collectChannelRetention(source, question);
  const { column, attribution, baseline, period, counts, options } = collected;
  const rate = (of: RetentionCounts) => measure(retentionRateCohort, of, { ...options, period });
  const [all, single, multi] = [rate(counts), rate(collected.single), rate(collected.several)];
  const core: ChannelRetentionCore = {
    ...{ kind: "channel-retention", channel: column, attribution, baseline, period },
    ...{ all, single, multi, difference: differenceOf(multi, single, options) },
  };
  const { nameOf, sentence, warning, assumptions } = channelRetentionWords(
    core,
    writerFor(englishOfCustomers),
  );
  const table: ChannelRetention = {
    ...core,
    groups: collected.groups.map((group) => {
      const { kind = "channel", channel = null } = group.question?.among ?? {};
      return { kind, name: nameOf(kind, channel), result: rate(group) };
    }),
    sentence,
    warnings: warningsOf(collected).map((fact) => ({ ...fact, message: warning(fact) })),
    assumptions,
  };
  return deepFreeze(attachDisplay(table, () => channelRetentionBlocks(table)));
}

function differenceOf(
  first: KpiResult<RetentionCounts>,
  second: KpiResult<RetentionCounts>,
  { confidence = DEFAULT_CONFIDENCE, interval }: MeasureOptions,
): RetentionDifference | null {
  if (first.exact === null || second.exact === null) return null;
  const exact = writeExact(subtractExact(readExact(first.exact), readExact(second.exact)));
  const [a, b] = [proportionOf(first), proportionOf(second)];
  const [lower, upper] = newcombeInterval(a, b, confidence).map(roundStatistic);
  return {
    ...{ value: Number(exact), exact },
    interval:
      interval === false || lower === undefined || upper === undefined
        ? null
        : { lower, upper, confidence, method: "newcombe" },
    pValue: roundStatistic(twoProportionTest(a, b).pValue),
  };
}

function proportionOf({ counts }: KpiResult<RetentionCounts>): Proportion {
  return { successes: counts.retainedCustomers ?? 0, trials: counts.customersAtStart };
}

function warningsOf({
  column,
  attribution,
  counts,
  groups,
  single,
  several,
}: ChannelRetentionCollected): readonly ChannelWarningFact[] {
  const { customersAtStart: customers } = counts;
  const counted = groups.reduce((sum, group) => sum + group.customersAtStart, 0);
  const isMissing =
    groups.length > 0 && groups.every(({ question }) => question?.among?.kind === "none");
  const small = [...groups, single, several].filter(
    ({ customersAtStart: size }) => size > 0 && size < ADVISED_UNITS,
  ).length;
  const facts: readonly (ChannelWarningFact | null)[] = [
    isMissing ? { code: "channel-missing", column } : null,
    attribution === "any" && counted > customers
      ? { code: "groups-overlap", customers, counted }
      : null,
    several.customersAtStart > 0 ? { code: "self-selected" } : null,
    small > 0 ? { code: "small-groups", groups: small, advised: ADVISED_UNITS } : null,
  ];
  return facts.filter((fact) => fact !== null);
}
