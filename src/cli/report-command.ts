import { stdout } from "node:process";
import { report } from "../kpis/report.ts";
import type { ReportQuestion } from "../kpis/report-question.ts";
import type { Report } from "../kpis/report-shape.ts";
import { htmlPage } from "../present/html-page.ts";
import { toHtml, toMarkdown, toText } from "../result/to-page.ts";
import { readFiles } from "./read-files.ts";
import { type ReportWords, readReportWords } from "./report-words.ts";
import { writeTo } from "./write-to.ts";

const WRITERS: Readonly<Record<ReportWords["format"], (made: Report) => string>> = {
  text: toText,
  markdown: toMarkdown,
  json: (made) => JSON.stringify(made, null, 2),
  html: (made) => htmlPage("Customer loyalty report", toHtml(made)).trimEnd(),
};

/** `loyalty-kpis report`: reads the files, computes every KPI, writes the report. */
export async function reportCommand(words: readonly string[]): Promise<void> {
  const read = readReportWords(words);
  const sources = await readFiles(read);
  const made = report(sources, read.question as ReportQuestion); // `report` checks every option
  const text = `${WRITERS[read.format](made)}\n`;
  if (read.out === undefined) stdout.write(text);
  else writeTo(read.out, text);
}
