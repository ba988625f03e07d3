/** One customer's purchases, added up. Days are whole numbers. */
export interface History {
  readonly customer: number;
  /** Was the first purchase before the end of the summary? */
  started: boolean;
  first: number;
  last: number;
  firstSpend: number;
  repeats: number;
  repeatSpend: number;
  /** Sum of the logarithms of the gaps, in days. */
  logGaps: number;
  /** Purchases after the end of the summary, and their value. */
  later: number;
  laterSpend: number;
}

/** Where a summary ends, and where looking ends. */
export interface HistoryEnds {
  readonly end: number;
  readonly observedUntil: number;
  readonly mergeSameDay: boolean;
}

/** Purchases in columns, in any order. */
interface Columns {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly amount?: Float64Array;
}

/** Goes through each customer's purchases in order of days. In order of the customers' codes. */
export function historiesOf(
  { customer, day, amount }: Columns,
  { end, observedUntil, mergeSameDay }: HistoryEnds,
): readonly History[] {
  const { order, starts } = byCustomer(customer);
  const histories: History[] = [];
  for (let code = 0; code + 1 < starts.length; code += 1) {
    const rows = order
      .subarray(starts[code], starts[code + 1])
      .filter((row) => (day[row] ?? 0) < observedUntil)
      .sort((one, other) => (day[one] ?? 0) - (day[other] ?? 0) || one - other);
    if (rows.length === 0) continue;
    const first = day[rows[0] ?? 0] ?? 0;
    const history = newHistory(code, first, first < end);
    for (const [place, row] of rows.entries()) {
      const today = day[row] ?? 0;
      const value = amount?.[row] ?? 0;
      const before = place === 0 ? today : (day[rows[place - 1] ?? 0] ?? 0);
      const again = place > 0 && !(mergeSameDay && today === before);
      const isFirst = mergeSameDay ? today === first : place === 0;
      if (today >= end) {
        history.later += again ? 1 : 0;
        history.laterSpend += value;
      } else if (isFirst) {
        history.firstSpend += value;
      } else {
        history.repeats += again ? 1 : 0;
        history.repeatSpend += value;
        history.logGaps += again ? Math.log(today - before) : 0;
        history.last = today;
      }
    }
    histories.push(history);
  }
  return histories;
}

function newHistory(customer: number, first: number, started: boolean): History {
  const sums = { firstSpend: 0, repeats: 0, repeatSpend: 0, logGaps: 0, later: 0, laterSpend: 0 };
  return { customer, started, first, last: first, ...sums };
}

/** The rows ordered by customer, and where each customer's begin. */
function byCustomer(customer: Int32Array): {
  readonly order: Int32Array;
  readonly starts: Int32Array;
} {
  const codes = customer.reduce((most, code) => Math.max(most, code + 1), 0);
  const starts = new Int32Array(codes + 1);
  for (const code of customer) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let code = 0; code < codes; code += 1) {
    starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  }
  const next = starts.slice();
  const order = new Int32Array(customer.length);
  for (const [row, code] of customer.entries()) {
    const place = next[code] ?? 0;
    order[place] = row;
    next[code] = place + 1;
  }
  return { order, starts };
}
