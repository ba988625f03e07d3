import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { Block } from "../result/document.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type Language, type Writer, writerFor } from "../result/language.ts";
import type { ChannelRetention } from "./channel-retention-shape.ts";
import { type ChannelRetentionTexts, channelRetentionWords } from "./channel-retention-words.ts";

/** Retention by channel as a page: the channels, then one channel against several. */
export function channelRetentionBlocks(
  table: ChannelRetention,
  language: Language = englishOfCustomers,
  words: typeof channelRetentionWords = channelRetentionWords,
): readonly Block[] {
  const write = writerFor(language);
  const texts = words(table, write);
  const { interval } = table.all;
  const percent = interval && write.confidence(interval.confidence);
  const line = (name: string, result: KpiResult<RetentionCounts>) =>
    lineOf(name, result, texts, write);
  const block = (rows: readonly (readonly string[])[]): Block => ({
    ...{ kind: "table", head: texts.head(percent), rows, numeric: [1, 2, 3, 4] },
  });
  return [
    { kind: "heading", level: 3, text: texts.title },
    block([
      ...table.groups.map(({ kind, name, result }) => line(texts.nameOf(kind, name), result)),
      line(texts.all, table.all),
    ]),
    { kind: "paragraph", text: texts.sentence },
    block([
      line(texts.nameOf("single", null), table.single),
      line(texts.nameOf("several", null), table.multi),
    ]),
    ...notes(texts.labels.warnings, "!", [
      ...table.all.warnings
        .filter(({ code }) => code !== "small-sample")
        .map((fact) => language.warning(fact, write)),
      ...table.warnings.map((fact) => texts.warning(fact)),
    ]),
    ...notes(texts.labels.assumptions, "·", texts.assumptions),
  ];
}

function lineOf(
  name: string,
  { counts, exact, unit, interval }: KpiResult<RetentionCounts>,
  { noValue, range }: ChannelRetentionTexts,
  write: Writer,
): readonly string[] {
  return [
    name,
    write.count(counts.customersAtStart),
    write.count(counts.retainedCustomers ?? 0),
    exact === null ? noValue : write.inUnit(exact, unit),
    interval === null
      ? ""
      : range(write.inUnit(interval.lower, unit), write.inUnit(interval.upper, unit)),
  ];
}

function notes(label: string, mark: "!" | "·", items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "notes", label, mark, items }];
}
