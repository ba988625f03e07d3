import { stdout } from "node:process";
import { report } from "../kpis/report.ts";
import type { ReportQuestion } from "../kpis/report-question.ts";
import type { Report } from "../kpis/report-shape.ts";
import { htmlPage } from "../present/html-page.ts";
import { readTongue } from "../present/locale.ts";
import { translate } from "../present/translate.ts";
import { blocksOf } from "../result/attach-page.ts";
import type { Block } from "../result/document.ts";
import type { Locale } from "../result/language.ts";
import { renderHtml, renderMarkdown, renderText } from "../result/render-page.ts";
import { inFlags } from "./in-flags.ts";
import { readFiles } from "./read-files.ts";
import { type ReportWords, readReportWords } from "./report-words.ts";
import { byLine } from "./row-places.ts";
import { warningsByLine } from "./warnings-by-line.ts";
import { writeTo } from "./write-to.ts";

type Writer = (made: Report, locale: Locale) => string;

const WRITERS: Readonly<Record<ReportWords["format"], Writer>> = {
  text: (made) => renderText(pageOf(made)),
  markdown: (made) => renderMarkdown(pageOf(made)),
  json: (made) => JSON.stringify(made, null, 2),
  html: (made, locale) => {
    const { title } = readTongue({ locale }).report;
    return htmlPage(title, renderHtml(pageOf(made)), locale).trimEnd();
  },
};

/** The page of a report, where remarks name options by their flags; JSON is for programs. */
function pageOf(made: Report): readonly Block[] {
  return (blocksOf(made) ?? []).map((block) =>
    block.kind === "notes" ? { ...block, items: block.items.map((item) => inFlags(item)) } : block,
  );
}

/** `loyalty-kpis report`: reads the files, computes every KPI, writes the report. */
export async function reportCommand(words: readonly string[]): Promise<void> {
  const read = readReportWords(words);
  const sources = await readFiles(read);
  const question = read.question as ReportQuestion; // `report` checks every option
  const made = byLine(sources, (some) => report(some, question));
  const { format, locale } = read;
  // JSON is the same data in all languages.
  const told = translate(warningsByLine(made, sources), {
    locale: format === "json" ? "en" : locale,
  });
  const text = `${WRITERS[format](told, locale)}\n`;
  if (read.out === undefined) stdout.write(text);
  else writeTo(read.out, text);
}
