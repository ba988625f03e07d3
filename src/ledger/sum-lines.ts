import { UNITS_LIMIT } from "../base/amount.ts";
import type { Faults } from "../base/errors.ts";
import type { ScaledIntegers } from "../base/exact-sum.ts";
import { tooLargeAt } from "./money-cells.ts";
import { narrowest } from "./money-column.ts";
import { MONEY_FIELDS, type OrderEntries } from "./order-entries.ts";

/**
 * Adds up the lines of each order. Its date is that of its earliest line.
 *
 * @param lines One entry a line.
 * @param orders One entry an order: its first line.
 * @param place The index of the order of each line.
 */
export function sumLines(
  lines: OrderEntries,
  orders: OrderEntries,
  place: Int32Array,
  faults: Faults,
): OrderEntries {
  const tooLarge = (order: number, field: number): void => {
    faults.add(tooLargeAt(orders.row[order] ?? 0, MONEY_FIELDS[field] ?? "amount"));
  };
  const first = earliestLines(lines, orders.size, place);
  return {
    ...orders,
    day: first.map((line) => lines.day[line] ?? 0),
    instant:
      lines.instant &&
      Float64Array.from(first as Iterable<number>, (line) => lines.instant?.[line] ?? Number.NaN),
    money: lines.money.map(
      (column, field) =>
        column && sumColumn(column, orders.size, place, (order) => tooLarge(order, field)),
    ),
  };
}

/** By day, then by instant; a line without an instant comes last in its day. */
function earliestLines(
  { day, instant, size }: OrderEntries,
  orders: number,
  place: Int32Array,
): Int32Array {
  const first = new Int32Array(orders).fill(-1);
  for (let line = 0; line < size; line += 1) {
    const order = place[line] ?? 0;
    const before = first[order] ?? -1;
    const days = before < 0 ? -1 : (day[line] ?? 0) - (day[before] ?? 0);
    const isEarlier = days < 0 || (days === 0 && instantOf(line) < instantOf(before));
    if (isEarlier) first[order] = line;
  }
  return first;

  function instantOf(line: number): number {
    const known = instant?.[line] ?? Number.NaN;
    return Number.isNaN(known) ? Number.POSITIVE_INFINITY : known;
  }
}

function sumColumn(
  column: ScaledIntegers,
  orders: number,
  place: Int32Array,
  tooLarge: (order: number) => void,
): ScaledIntegers {
  if (column instanceof Float64Array) {
    const sums = new Float64Array(orders);
    for (let line = 0; line < column.length; line += 1) {
      const order = place[line] ?? 0;
      sums[order] = (sums[order] ?? 0) + (column[line] ?? 0);
    }
    // Money is never negative here, so a sum that left the safe integers did not come back.
    if (sums.every(Number.isSafeInteger)) return sums;
  }
  const sums = new Array<bigint>(orders).fill(0n);
  for (const [line, order] of place.entries()) {
    sums[order] = (sums[order] ?? 0n) + BigInt(column[line] ?? 0);
  }
  for (const [order, sum] of sums.entries()) {
    if (sum < UNITS_LIMIT) continue;
    tooLarge(order);
    sums[order] = 0n;
  }
  return narrowest(BigInt64Array.from(sums));
}
