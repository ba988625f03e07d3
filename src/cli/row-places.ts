import { KpiError } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import { lineOfRow } from "../io/row-lines.ts";
import type { RowWarning, WarningFact } from "../result/warning.ts";

/** An issue of a row that came out of a file. */
export interface FileIssue extends Issue {
  readonly file?: string;
}

/** The rows of one file among those of a source. */
export interface FileRows {
  readonly file: string;
  readonly rows: readonly unknown[];
}

const FILES = /* @__PURE__ */ new WeakMap<readonly unknown[], readonly FileRows[]>();

/** Notes which files the rows of a source were put together from. */
export function keepFiles(rows: readonly unknown[], files: readonly FileRows[]): void {
  FILES.set(rows, files);
}

/**
 * Asks a question of sources that were read from files. What is found wrong only then, such as one
 * order id twice, is told by file and line.
 */
export function byLine<Sources extends object, Answer>(
  sources: Sources,
  ask: (sources: Partial<Sources>) => Answer,
): Answer {
  try {
    return ask(sources);
  } catch (fault) {
    if (!(fault instanceof KpiError && fault.issues.some(({ row }) => row !== undefined)))
      throw fault;
    throw placed(fault, Object.entries(sources), (name, rows) => {
      ask({ [name]: rows } as Partial<Sources>); // one of the sources, by its own name
    });
  }
}

/** Rows are numbered within their source, so each source is asked alone whether it is at fault. */
function placed(
  fault: KpiError,
  sources: readonly (readonly [name: string, rows: unknown])[],
  ask: (name: string, rows: unknown) => void,
): KpiError {
  for (const [name, rows] of sources) {
    try {
      ask(name, rows);
    } catch (own) {
      if (own instanceof KpiError && Array.isArray(rows)) return inLines(own, rows);
    }
  }
  return fault;
}

function inLines({ code, message, issues, totals }: KpiError, rows: readonly unknown[]): KpiError {
  const told = issues.map((issue) => inLine(issue, rows));
  return new KpiError(code, told[0]?.message ?? message, told, totals);
}

function inLine(issue: Issue, rows: readonly unknown[]): FileIssue {
  const place = placeOf(rows, issue.row);
  if (place === null) return issue;
  const other = placeOf(rows, issue.otherRow);
  const { file, line } = place;
  const elsewhere = other === null || other.file === file ? "" : ` of ${other.file}`;
  const message = issue.message
    .replace(`Row ${issue.row}`, `Line ${line}`)
    .replace(`row ${issue.otherRow}`, `line ${other?.line ?? 0}${elsewhere}`);
  return { ...issue, message, file, line };
}

/** What was noticed in rows that came out of files, with the file and line of the first of them. */
export function inLinesOf<Fact extends WarningFact>(
  facts: readonly Fact[],
  rows: unknown,
): readonly Fact[] {
  if (!Array.isArray(rows)) return facts;
  return facts.map((fact) => ("row" in fact ? { ...fact, ...linesOf(fact, rows) } : fact));
}

function linesOf(
  { row, otherRow }: RowWarning,
  rows: readonly unknown[],
): Pick<RowWarning, "file" | "line" | "otherFile" | "otherLine"> {
  const [place, other] = [placeOf(rows, row), placeOf(rows, otherRow)];
  if (place === null) return {};
  if (other === null) return place;
  const otherLine = other.line;
  return place.file === other.file
    ? { ...place, otherLine }
    : { ...place, otherLine, otherFile: other.file };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function placeOf(all: readonly unknown[], row: number | undefined): Place | null {
  let from = 0;
  for (const { file, rows } of FILES.get(all) ?? []) {
    const within = (row ?? Number.NaN) - from;
    if (within < rows.length) {
      const line = lineOfRow(rows, within);
      return line === null ? null : { file, line };
    }
    from += rows.length;
  }
  return null;
}
