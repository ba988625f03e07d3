import type { Block } from "../result/document.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { type Language, type Writer, writerFor } from "../result/language.ts";
import type { ClvByNpsClass, NpsClassValue } from "./clv-by-nps-class-shape.ts";
import { type ClvByNpsClassTexts, clvByNpsClassWords } from "./clv-by-nps-class-words.ts";

/** Value by class of NPS as a page: a line a class, then promoters against detractors. */
export function clvByNpsClassBlocks(
  table: ClvByNpsClass,
  language: Language = englishOfCustomers,
  words: typeof clvByNpsClassWords = clvByNpsClassWords,
): readonly Block[] {
  const write = writerFor(language);
  const texts = words(table, write);
  const intervals = table.classes.flatMap(({ result: { interval } }) => interval ?? []);
  const confidence = intervals[0]?.confidence ?? null;
  const percent = confidence === null ? null : write.confidence(confidence);
  const [result] = table.classes.map((each) => each.result);
  const facts = (result?.warnings ?? []).filter(({ code }) => !OF_A_CLASS.includes(code));
  return [
    { kind: "heading", level: 3, text: texts.title },
    {
      kind: "table",
      head: texts.head(percent),
      rows: table.classes.map((each) => lineOf(each, texts, write)),
      numeric: [1, 2, 3, 4, 5, 6],
    },
    { kind: "paragraph", text: texts.sentence },
    ...notes(texts.labels.warnings, "!", [
      ...facts.map((fact) => language.warning(fact, write)),
      ...table.warnings.map((fact) => texts.warning(fact)),
    ]),
    ...notes(texts.labels.assumptions, "·", texts.assumptions),
  ];
}

/** Warnings about one class, which its own result tells. */
const OF_A_CLASS: readonly string[] = ["small-sample", "no-interval"];

function lineOf(
  { npsClass, customers, withoutOrder, customerShare, valueShare, result }: NpsClassValue,
  { classes, noValue, range }: ClvByNpsClassTexts,
  write: Writer,
): readonly string[] {
  const { exact, unit, interval } = result;
  const share = (value: number | null): string => (value === null ? "" : write.share(value));
  return [
    classes[npsClass],
    write.count(customers),
    share(customerShare),
    exact === null ? noValue : write.inUnit(exact, unit),
    interval === null
      ? ""
      : range(write.inUnit(interval.lower, unit), write.inUnit(interval.upper, unit)),
    share(valueShare),
    write.count(withoutOrder),
  ];
}

function notes(label: string, mark: "!" | "·", items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "notes", label, mark, items }];
}
