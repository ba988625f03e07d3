import type { KpiError } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import { plainLine } from "../result/render.ts";

/** So many faults are listed; the rest are counted. */
const LISTED = 20;

/** What standard error says of a fault: every fault with its place, the first 20 of them. */
export function faultLines({ message, issues, totals }: KpiError): readonly string[] {
  if (issues.length <= 1) return [plainLine(message)];
  const count = totals.reduce((sum, total) => sum + total.count, 0);
  const listed = issues
    .slice(0, LISTED)
    .map((issue) => `  ${place(issue)}${plainLine(issue.message)}`);
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

function place({ line, column }: Issue): string {
  if (line === undefined) return "";
  return column === undefined ? `line ${line}: ` : `line ${line}, column ${column}: `;
}
