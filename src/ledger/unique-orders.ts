import type { Faults } from "../base/errors.ts";
import { idConflict } from "./id-fault.ts";
import { newIdTable } from "./id-table.ts";
import { MONEY_FIELDS, type OrderEntries, pickEntries } from "./order-entries.ts";
import type { RowId } from "./rows.ts";
import { sumLines } from "./sum-lines.ts";
import type { WarningLog } from "./warning-log.ts";

/** Entries of which no two have the same id. */
export interface UniqueOrders {
  readonly entries: OrderEntries;
  /** The index of the entry with an id, or −1. */
  readonly find: (id: RowId) => number;
}

/** How entries with the same id are to be taken. */
export interface SameId {
  /** The member that holds the id. */
  readonly field: "orderId" | "refundId";
  /** Lines are summed; orders of equal content are counted once, others refused. */
  readonly rowsAre: "orders" | "lines";
  /** Names of the dimensions. */
  readonly dimensions: readonly string[];
}

/** Makes one entry of all that have the same id, or notes why that cannot be. */
export function uniqueOrders(
  entries: OrderEntries,
  how: SameId,
  faults: Faults,
  warnings: WarningLog,
): UniqueOrders {
  const { size, id, row } = entries;
  if (id === null) return { entries, find: () => -1 };
  const table = newIdTable(id);
  const kept = new Int32Array(size);
  const place = new Int32Array(size); // of each entry among those kept
  let count = 0;
  for (let index = 0; index < size; index += 1) {
    const first = table.put(index);
    if (first < 0) {
      kept[count] = index;
      place[index] = count;
      count += 1;
      continue;
    }
    place[index] = place[first] ?? 0;
    const differing = differences(entries, first, index, how);
    if (differing.length > 0) {
      faults.add(idConflict(how.field, id[index], row[index] ?? 0, row[first] ?? 0, differing));
    } else if (how.rowsAre === "orders") {
      warnings.add("duplicate-transaction", row[index] ?? 0, how.field, id[index], row[first]);
    }
  }
  if (count === size) return { entries, find: table.find };
  const picked = pickEntries(entries, kept.subarray(0, count));
  return {
    entries: how.rowsAre === "lines" ? sumLines(entries, picked, place, faults) : picked,
    find(wanted) {
      const first = table.find(wanted);
      return first < 0 ? -1 : (place[first] ?? -1);
    },
  };
}

/** The members in which two entries differ that must not. Lines may differ in date and money. */
function differences(
  { customer, day, instant, money, codes, refundOf }: OrderEntries,
  left: number,
  right: number,
  { rowsAre, dimensions }: SameId,
): readonly string[] {
  const differing: string[] = [];
  if (customer[left] !== customer[right]) differing.push("customerId");
  if (refundOf !== null && refundOf[left] !== refundOf[right]) differing.push("refundOf");
  for (const [dimension, column] of codes.entries()) {
    if (column[left] !== column[right]) differing.push(dimensions[dimension] ?? "");
  }
  if (rowsAre === "lines") return differing;
  const sameInstant = instant === null || Object.is(instant[left], instant[right]);
  if (day[left] !== day[right] || !sameInstant) differing.push("date");
  for (const [field, column] of money.entries()) {
    if (column !== null && column[left] !== column[right])
      differing.push(MONEY_FIELDS[field] ?? "");
  }
  return differing;
}
