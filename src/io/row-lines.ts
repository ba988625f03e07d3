import { finishInts, newIntBuilder, pushInt } from "../ledger/growing-column.ts";

/** The lines that rows began at, kept beside the rows, which stay plain data. */
const LINES = /* @__PURE__ */ new WeakMap<readonly unknown[], Int32Array>();

/** Notes the line of each row that is taken. */
export interface LineLog {
  readonly add: (line: number | null) => void;
  /** Ties the lines to the finished rows. */
  readonly keepFor: (rows: readonly unknown[]) => void;
}

export function newLineLog(): LineLog {
  const lines = newIntBuilder();
  return {
    add(line) {
      if (line !== null) pushInt(lines, line);
    },
    keepFor(rows) {
      LINES.set(rows, finishInts(lines));
    },
  };
}

/** The line of the file, from 1, that a row of a reader began at; null where there was no file. */
export function lineOfRow(rows: readonly unknown[], row: number): number | null {
  return LINES.get(rows)?.[row] ?? null;
}
