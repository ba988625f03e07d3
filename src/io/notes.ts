import type { NoteCode, ReadNote } from "./read-result.ts";

/** Counts what was decided while reading. */
export interface NoteLog {
  readonly add: (code: NoteCode) => void;
  readonly notes: () => readonly ReadNote[];
}

export function newNoteLog(): NoteLog {
  const counts = new Map<NoteCode, number>();
  return {
    add(code) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    },
    notes: () =>
      [...counts].map(([code, count]) =>
        Object.freeze({ code, count, message: MESSAGES[code](count) }),
      ),
  };
}

const rows = (count: number): string => `${count} ${count === 1 ? "row" : "rows"}`;

const MESSAGES: Readonly<Record<NoteCode, (count: number) => string>> = {
  "time-shown-twice": (count) =>
    `${rows(count)}: the clock was put back and showed the time twice; the first was taken.`,
  "refunds-added": (count) =>
    `${rows(count)}: what was paid back stands in the order's line; it was made a refund of its own, split like the order and, unless the file says when, dated like it.`,
  "tax-included": (count) =>
    `${rows(count)}: prices include the tax; it was taken off items and shipping in proportion.`,
  "customers-by-name": (count) =>
    `${rows(count)}: the export has no customer id, so customers of one name count as one.`,
};
