import { type Faults, newFaults, throwFaults } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import type { ReadRows, ReadSummary, Reject } from "./read-result.ts";
import type { RowPlace } from "./row-builder.ts";
import { newLineLog } from "./row-lines.ts";

/** Takes what becomes of each row of the input. */
export interface RowSink<Row> {
  /** The place of the next row. */
  readonly next: (line: number | null) => RowPlace;
  /** Takes one row of the input, and what was made of it. */
  readonly accept: (place: RowPlace, row: Row, made?: Row) => void;
  readonly reject: (place: RowPlace, issues: readonly Issue[], value: () => unknown) => void;
  readonly skip: (reason: string) => void;
}

/** Gathers rows and rejects, and keeps count. */
export interface RowCollector<Row> extends RowSink<Row> {
  readonly finish: (understood: Understood) => ReadRows<Row>;
}

/** How the input was understood. */
export type Understood = Omit<ReadSummary, "rows" | "accepted" | "rejected" | "skipped" | "byCode">;

/**
 * @param isStrict Whether bad rows end in one error with all their faults, rather than in `rejects`.
 */
export function newRowCollector<Row>(isStrict: boolean): RowCollector<Row> {
  const rows: Row[] = [];
  const lines = newLineLog();
  const rejects: Reject[] = [];
  const skipped = new Map<string, number>();
  const faults: Faults = newFaults();
  let count = 0;
  let accepted = 0;
  let rejected = 0;
  return {
    next(line) {
      count += 1;
      return { row: count - 1, line };
    },
    accept({ line }, row, made) {
      accepted += 1;
      rows.push(row);
      lines.add(line);
      if (made === undefined) return;
      rows.push(made);
      lines.add(line);
    },
    reject({ row, line }, issues, value) {
      rejected += 1;
      for (const issue of issues) faults.add(issue);
      if (isStrict) return;
      const column = issues.find((issue) => issue.column !== undefined)?.column;
      rejects.push({
        row,
        ...(line === null ? {} : { line }),
        ...(column === undefined ? {} : { column }),
        issues: Object.freeze([...issues]),
        value: value(),
      });
    },
    skip(reason) {
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    },
    finish(understood) {
      if (isStrict) throwFaults("invalid-data", faults);
      rejects.sort((left, right) => left.row - right.row);
      const summary = {
        ...understood,
        rows: count,
        accepted,
        rejected,
        skipped: Object.freeze(Object.fromEntries(skipped)),
        byCode: faults.totals(),
      };
      lines.keepFor(rows);
      return Object.freeze({ rows, rejects, summary: Object.freeze(summary) });
    },
  };
}
