import type { Faults } from "../base/errors.ts";
import { idConflict } from "./id-fault.ts";
import { newIdTable } from "./id-table.ts";
import { pickSubscriptions, type SubscriptionEntries } from "./subscription-entries.ts";
import type { WarningLog } from "./warning-log.ts";

/** Drops spans whose id and content are those of an earlier one; other content is refused. */
export function uniqueSubscriptions(
  entries: SubscriptionEntries,
  dimensions: readonly string[],
  faults: Faults,
  warnings: WarningLog,
): SubscriptionEntries {
  const { subscriptionId: id, row } = entries;
  if (id === null) return entries;
  const table = newIdTable(id);
  const kept = new Int32Array(row.length);
  let count = 0;
  for (let index = 0; index < row.length; index += 1) {
    const first = table.put(index);
    if (first < 0) {
      kept[count] = index;
      count += 1;
      continue;
    }
    const [here, there] = [row[index] ?? 0, row[first] ?? 0];
    const differing = differences(entries, first, index, dimensions);
    if (differing.length === 0) {
      warnings.add("duplicate-transaction", here, "subscriptionId", id[index], there);
    } else {
      faults.add(idConflict("subscriptionId", id[index], here, there, differing));
    }
  }
  return count === row.length ? entries : pickSubscriptions(entries, kept.subarray(0, count));
}

function differences(
  entries: SubscriptionEntries,
  left: number,
  right: number,
  dimensions: readonly string[],
): readonly string[] {
  const columns = [
    ...([
      ["customerId", entries.customer],
      ["start", entries.start],
      ["end", entries.end],
    ] as const),
    ...([
      ["mrr", entries.mrr],
      ["cancelledAt", entries.cancelledAt],
    ] as const),
    ...([
      ["reason", entries.reason],
      ["trial", entries.trial],
    ] as const),
    ...entries.codes.map((column, index) => [dimensions[index] ?? "", column] as const),
  ];
  return columns.flatMap(([name, column]) => (column?.[left] === column?.[right] ? [] : [name]));
}
