import type { KpiError } from "../base/errors.ts";
import { plainLine } from "../result/render.ts";
import { inFlags } from "./in-flags.ts";
import type { FileIssue } from "./row-places.ts";

/** So many faults are listed; the rest are counted. */
const LISTED = 20;

/** What standard error says of a fault: every fault with its place, the first 20 of them, options by their flags. */
export function faultLines({ message, issues, totals }: KpiError): readonly string[] {
  const [first] = issues;
  if (first === undefined) return [plainLine(inFlags(message))];
  if (issues.length === 1) return [plainLine(placed(first))];
  const count = totals.reduce((sum, total) => sum + total.count, 0);
  const listed = issues.slice(0, LISTED).map((issue) => `  ${plainLine(placed(issue))}`);
  const rest = count - listed.length;
  return [
    `${count} faults:`,
    ...listed,
    ...(rest > 0 ? [`  … and ${rest} more:`, ...totals.map(totalLine)] : []),
  ];
}

function totalLine({ code, field, count }: KpiError["totals"][number]): string {
  return `    ${count} × ${code}${field === null ? "" : ` in ${plainLine(field)}`}`;
}

/** `orders.csv: Line 3, column 2: …`; most messages begin with the line themselves. */
function placed({ file, line, column, message: said, option }: FileIssue): string {
  const message = inFlags(said, option);
  const inFile = file === undefined ? "" : `${file}: `;
  if (line === undefined || message.startsWith("Line ")) return `${inFile}${message}`;
  const where = column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`;
  return `${inFile}${where}: ${message}`;
}
