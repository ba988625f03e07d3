import { createReadStream, statSync } from "node:fs";
import { stdin } from "node:process";
import { KpiError } from "../base/errors.ts";
import { show } from "../base/show.ts";
import type { ReadRows, ReadSummary } from "../io/read-result.ts";
import { readSubscriptions } from "../io/read-subscriptions.ts";
import { readSurveyAnswers } from "../io/read-survey-answers.ts";
import { readTransactions } from "../io/read-transactions.ts";
import type { ReportSources } from "../kpis/report-question.ts";
import type { Subscription, SurveyAnswer, Transaction } from "../ledger/rows.ts";
import { note, withProgress } from "./progress.ts";
import type { ReportWords } from "./report-words.ts";

/** Reads the files that the command names, strictly: one fault anywhere and nothing is reported. */
export async function readFiles(words: ReportWords): Promise<ReportSources> {
  const { files, question } = words;
  const zone = question["timeZone"] === undefined ? {} : { timeZone: String(question["timeZone"]) };
  const strict = { ...zone, strict: true };
  const orders = await readOrders(words, strict);
  const subscriptions =
    files.subscriptions &&
    (await readFile<Subscription>(files.subscriptions, (stream) =>
      readSubscriptions(stream, strict),
    ));
  const answers =
    files.answers &&
    (await readFile<SurveyAnswer>(files.answers, (stream) =>
      readSurveyAnswers(stream, { ...strict, ...scales(question) }),
    ));
  return {
    ...(orders === null ? {} : { orders }),
    ...(subscriptions ? { subscriptions } : {}),
    ...(answers ? { answers } : {}),
  };
}

async function readOrders(
  { orders, columns, layout, question }: ReportWords,
  strict: { readonly timeZone?: string; readonly strict: boolean },
): Promise<readonly Transaction[] | null> {
  if (orders.length === 0) return null;
  // What was typed is checked by the reader, which knows the names.
  const options = {
    ...strict,
    ...(columns === undefined ? {} : { columns }),
    ...(layout === undefined ? {} : { layout }),
    ...(question["guests"] === undefined ? {} : { guests: question["guests"] }),
  } as Parameters<typeof readTransactions>[1];
  const all: Transaction[] = [];
  for (const file of orders) {
    const rows = await readFile<Transaction>(file, (stream) => readTransactions(stream, options));
    for (const row of rows) all.push(row);
  }
  return all;
}

/** The satisfaction scale lets the reader name answers off it by their line. */
function scales({ csatScale }: ReportWords["question"]): Parameters<typeof readSurveyAnswers>[1] {
  if (csatScale === undefined) return {};
  return { scales: { csat: csatScale as { readonly min: number; readonly max: number } } }; // as `asScale` made it
}

async function readFile<Row>(
  file: string,
  read: (stream: AsyncIterable<Uint8Array>) => Promise<ReadRows<Row>>,
): Promise<readonly Row[]> {
  try {
    const { rows, summary } = await read(withProgress(file, open(file), sizeOf(file)));
    for (const line of summaryLines(summary)) note(`${file}: ${line}`);
    return rows;
  } catch (fault) {
    throw fault instanceof KpiError ? inFile(file, fault) : unreadable(file, fault);
  }
}

function open(file: string): AsyncIterable<Uint8Array> {
  return file === "-" ? stdin : createReadStream(file, { highWaterMark: 1 << 20 });
}

function sizeOf(file: string): number | null {
  const found = file === "-" ? undefined : statSync(file, { throwIfNoEntry: false });
  return found?.size ?? null;
}

function inFile(file: string, { code, message, issues, totals }: KpiError): KpiError {
  return new KpiError(code, `${file}: ${message}`, issues, totals);
}

function unreadable(file: string, fault: unknown): unknown {
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : null;
  if (code === null) return fault;
  const why =
    code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code;
  return new KpiError("invalid-argument", `${show(file)} cannot be read: ${why}.`);
}

/** What was taken for what, and what was left out: a guess is always said. */
function summaryLines({
  columns,
  layout,
  rows,
  accepted,
  skipped,
  notes,
}: ReadSummary): readonly string[] {
  const renamed = Object.entries(columns).filter(([field, column]) => field !== column);
  const taken = renamed.map(([field, column]) => `${field} = ${show(column)}`).join(", ");
  const left = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  return [
    ...(layout === "plain" ? [] : [`read as an export of ${layout}`]),
    ...(taken === "" ? [] : [`columns: ${taken}`]),
    ...(left.length === 0
      ? []
      : [`${accepted} of ${rows} rows taken; left out: ${left.join(", ")}`]),
    ...notes.map(({ message }) => message),
  ];
}
