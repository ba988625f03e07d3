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
import { counted } from "../result/plural.ts";
import { inColumnFlag } from "./in-flags.ts";
import { note, withProgress } from "./progress.ts";
import { newRejectedRows, type RejectedRows } from "./rejected-rows.ts";
import { COLUMNS, type FileWords } from "./report-words.ts";
import { type FileIssue, type FileRows, keepFiles } from "./row-places.ts";

type FileKind = keyof typeof COLUMNS;

/**
 * Reads the files that the command names: strictly, where one fault anywhere means that nothing is
 * reported, or leaving bad rows out.
 */
export async function readFiles(words: FileWords): Promise<ReportSources> {
  const { files, question } = words;
  const zone = question["timeZone"] === undefined ? {} : { timeZone: String(question["timeZone"]) };
  const strict = { ...zone, ...words.notation, strict: words.tolerant !== true };
  const rejected = newRejectedRows();
  const orders = await readOrders(words, strict, rejected);
  const subscriptions =
    files.subscriptions &&
    (await readFile<Subscription>("subscriptions", files.subscriptions, rejected, (stream) =>
      readSubscriptions(stream, { ...strict, ...columnsOf(words, "subscriptions") }),
    ));
  const answers =
    files.answers &&
    (await readFile<SurveyAnswer>("answers", files.answers, rejected, (stream) =>
      readSurveyAnswers(stream, {
        ...{ ...strict, ...columnsOf(words, "answers") },
        ...scales(question),
      }),
    ));
  rejected.write(words.rejects);
  return {
    ...(orders === null ? {} : { orders }),
    ...(subscriptions ? { subscriptions } : {}),
    ...(answers ? { answers } : {}),
  };
}

/** What was typed is checked by the reader, which knows the names. */
function columnsOf(
  { columns }: FileWords,
  kind: FileKind,
): { readonly columns?: Readonly<Record<string, string>> } {
  const named = columns?.[kind];
  return named === undefined ? {} : { columns: named };
}

async function readOrders(
  words: FileWords,
  strict: { readonly timeZone?: string; readonly strict: boolean },
  rejected: RejectedRows,
): Promise<readonly Transaction[] | null> {
  const { orders, layout, question } = words;
  if (orders.length === 0) return null;
  // What was typed is checked by the reader, which knows the names.
  const options = {
    ...strict,
    ...columnsOf(words, "orders"),
    ...(layout === undefined ? {} : { layout }),
    ...(question["guests"] === undefined ? {} : { guests: question["guests"] }),
  } as Parameters<typeof readTransactions>[1];
  const all: Transaction[] = [];
  const files: FileRows[] = [];
  for (const file of orders) {
    const rows = await readFile<Transaction>("orders", file, rejected, (stream) =>
      readTransactions(stream, options),
    );
    files.push({ file, rows });
    for (const row of rows) all.push(row);
  }
  keepFiles(all, files);
  return all;
}

/** The satisfaction scale lets the reader name answers off it by their line. */
function scales({ csatScale }: FileWords["question"]): Parameters<typeof readSurveyAnswers>[1] {
  if (csatScale === undefined) return {};
  return { scales: { csat: csatScale as { readonly min: number; readonly max: number } } }; // as `asScale` made it
}

async function readFile<Row>(
  kind: FileKind,
  file: string,
  rejected: RejectedRows,
  read: (stream: AsyncIterable<Uint8Array>) => Promise<ReadRows<Row>>,
): Promise<readonly Row[]> {
  try {
    const made = await read(withProgress(file, open(file), sizeOf(file)));
    for (const line of summaryLines(made.summary)) note(`${file}: ${line}`);
    rejected.add(file, made);
    keepFiles(made.rows, [{ file, rows: made.rows }]);
    return made.rows;
  } catch (fault) {
    throw fault instanceof KpiError ? inFile(kind, file, fault) : unreadable(file, fault);
  }
}

function open(file: string): AsyncIterable<Uint8Array> {
  return file === "-" ? stdin : createReadStream(file, { highWaterMark: 1 << 20 });
}

function sizeOf(file: string): number | null {
  const found = file === "-" ? undefined : statSync(file, { throwIfNoEntry: false });
  return found?.size ?? null;
}

function inFile(
  kind: FileKind,
  file: string,
  { code, message, issues, totals }: KpiError,
): KpiError {
  const flag = `--${COLUMNS[kind]}`;
  const told = issues.map((issue): FileIssue => {
    return { ...issue, file, message: inColumnFlag(issue.message, flag) };
  });
  return new KpiError(code, `${file}: ${message}`, told, totals);
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
      : [`${accepted} of ${counted(String(rows), "row")} taken; left out: ${left.join(", ")}`]),
    ...notes.map(({ message }) => message),
  ];
}
