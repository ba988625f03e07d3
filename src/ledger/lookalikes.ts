import { foldId, isPlainId } from "./fold-id.ts";
import { hashOfSmallText, slotsFor } from "./id-table.ts";
import type { CustomerId } from "./rows.ts";

/** Two codes of customers whose ids a person would take for one: the later, then the earlier. */
export type LookalikePair = readonly [customer: number, other: number];

/** Finds the ids that differ from an earlier one only by what {@link foldId} drops, or by type. */
export function findLookalikes(customers: readonly CustomerId[]): readonly LookalikePair[] {
  if (!customers.some((id) => typeof id === "string")) return []; // numbers differ as text, too
  const slots = new Int32Array(slotsFor(customers.length));
  const hashes = new Int32Array(customers.length);
  const mask = slots.length - 1;
  const pairs: LookalikePair[] = [];
  for (let customer = 0; customer < customers.length; customer += 1) {
    const text = String(customers[customer]);
    const hash = hashOfSmallText(isPlainId(text) ? text : foldId(text));
    hashes[customer] = hash;
    for (let probe = 0; probe < MOST_PROBES; probe += 1) {
      const slot = (hash + probe) & mask;
      const other = (slots[slot] ?? 0) - 1;
      if (other < 0) {
        slots[slot] = customer + 1;
        break;
      }
      if (hashes[other] === hash && foldId(String(customers[other])) === foldId(text)) {
        pairs.push([customer, other]);
        break;
      }
    }
  }
  return pairs;
}

/** Ids made to fall on one place must not make this quadratic; they go without a warning. */
const MOST_PROBES = 128;
