import type { AgeBracket, ReturnRule } from "./cohort-question.ts";

/** Where one customer was active, ascending; ages are counted from `places[from]`. */
export interface ActiveAges {
  readonly places: Int32Array;
  from: number;
  /** Places up to, and without, this one are looked at. */
  until: number;
}

/** How a rule of return counts the customers of one cohort. */
export interface ReturnCounter {
  /** Marks one customer in the cohort's row of columns, which starts at `row`. */
  readonly mark: (tally: Int32Array, row: number, active: ActiveAges) => void;
  /** Turns the marks of all into numbers of customers. */
  readonly finish: (tally: Int32Array, row: number, columns: number, size: number) => void;
}

/** The counter of a rule. */
export function returnCounter(
  rule: ReturnRule,
  brackets: readonly AgeBracket[] | null,
): ReturnCounter {
  switch (rule) {
    case "on":
      return { mark: markEachAge, finish: () => {} };
    case "on-or-after":
      return { mark: markLastAge, finish: addFromTheEnd };
    case "streak":
      return { mark: markEndOfStreak, finish: addFromTheEnd };
    case "on-or-before":
      return { mark: markFirstReturn, finish: addFromTheStart };
    case "bracket":
      return { mark: (...given) => markBrackets(brackets ?? [], ...given), finish: () => {} };
  }
}

type Mark = ReturnCounter["mark"];

const markEachAge: Mark = (tally, row, { places, from, until }) => {
  const start = row - (places[from] ?? 0);
  for (let at = from; at < until; at += 1) countAt(tally, start + (places[at] ?? 0));
};

/** Whoever is back at an age was active on or after every younger one. */
const markLastAge: Mark = (tally, row, { places, from, until }) => {
  if (until > from) countAt(tally, row + (places[until - 1] ?? 0) - (places[from] ?? 0));
};

const markEndOfStreak: Mark = (tally, row, { places, from, until }) => {
  if (until <= from) return;
  let last = from;
  while (last + 1 < until && (places[last + 1] ?? 0) === (places[last] ?? 0) + 1) last += 1;
  countAt(tally, row + last - from);
};

const markFirstReturn: Mark = (tally, row, { places, from, until }) => {
  if (from + 1 < until) countAt(tally, row + (places[from + 1] ?? 0) - (places[from] ?? 0));
};

function markBrackets(
  brackets: readonly AgeBracket[],
  tally: Int32Array,
  row: number,
  { places, from, until }: ActiveAges,
): void {
  const start = places[from] ?? 0;
  let at = from;
  for (const [column, [first, last]] of brackets.entries()) {
    while (at < until && (places[at] ?? 0) - start < first) at += 1;
    if (at < until && (places[at] ?? 0) - start <= last) countAt(tally, row + column);
  }
}

function addFromTheEnd(tally: Int32Array, row: number, columns: number): void {
  for (let at = row + columns - 2; at >= row; at -= 1) {
    tally[at] = (tally[at] ?? 0) + (tally[at + 1] ?? 0);
  }
}

/** Age 0 is the cohort itself; the ages after it count those who came back by then. */
function addFromTheStart(tally: Int32Array, row: number, columns: number, size: number): void {
  for (let at = row + 2; at < row + columns; at += 1) {
    tally[at] = (tally[at] ?? 0) + (tally[at - 1] ?? 0);
  }
  if (columns > 0) tally[row] = size;
}

function countAt(tally: Int32Array, at: number): void {
  tally[at] = (tally[at] ?? 0) + 1;
}
