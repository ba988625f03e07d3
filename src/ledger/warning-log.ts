import { show } from "../base/show.ts";
import type { RowWarning, RowWarningCode } from "../result/warning.ts";

/** Gathers what was noticed while reading: the first place of each kind, and how many rows. */
export interface WarningLog {
  /** Notes one row. */
  readonly add: (
    code: RowWarningCode,
    row: number,
    field: string,
    received?: unknown,
    otherRow?: number,
  ) => void;
  /** Notes what an earlier log had, its rows counted from `firstRow` on. */
  readonly join: (warning: RowWarning, firstRow: number) => void;
  /** In the order of their first rows. */
  readonly list: () => readonly RowWarning[];
}

/** An empty log. */
export function newWarningLog(): WarningLog {
  const noticed = new Map<string, { first: RowWarning; count: number }>();
  const note = (warning: RowWarning): void => {
    const key = `${warning.code} ${warning.field}`;
    const before = noticed.get(key);
    if (before === undefined) {
      noticed.set(key, { first: warning, count: warning.count });
      return;
    }
    before.count += warning.count;
    if (warning.row < before.first.row) before.first = warning;
  };
  return {
    add(code, row, field, received, otherRow) {
      const before = noticed.get(`${code} ${field}`);
      if (before !== undefined && before.first.row <= row) {
        before.count += 1;
        return;
      }
      const place = otherRow === undefined ? {} : { otherRow };
      const shown = received === undefined ? {} : { received: show(received) };
      note({ code, count: 1, row, field, ...place, ...shown });
    },
    join(warning, firstRow) {
      const { otherRow } = warning;
      const place = otherRow === undefined ? {} : { otherRow: otherRow + firstRow };
      note({ ...warning, row: warning.row + firstRow, ...place });
    },
    list() {
      const inOrder = [...noticed.values()].sort(
        ({ first: a }, { first: b }) =>
          a.row - b.row || compare(a.code, b.code) || compare(a.field, b.field),
      );
      return Object.freeze(inOrder.map(({ first, count }) => Object.freeze({ ...first, count })));
    },
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
