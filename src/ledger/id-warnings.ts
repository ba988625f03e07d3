import { show } from "../base/show.ts";
import type { RowWarningCode } from "../result/warning.ts";
import { foldId, isPlainId } from "./fold-id.ts";
import { findLookalikes } from "./lookalikes.ts";
import type { CustomerId } from "./rows.ts";
import type { WarningLog } from "./warning-log.ts";

/** Where customers occur: a column of codes, and the rows that go with it. */
export interface CustomerPlaces {
  readonly customer: Int32Array;
  readonly row: Int32Array;
}

/** An id that a reader should look at. */
interface OddId {
  readonly code: RowWarningCode;
  readonly customer: number;
  /** The customer with the like id. */
  readonly other?: number;
}

/**
 * Warns about customer ids that look damaged (blanks at an end, control characters, the word
 * `null`), and about ids that look like another one. All of them are counted apart.
 */
export function warnAboutIds(
  customers: readonly CustomerId[],
  places: readonly CustomerPlaces[],
  warnings: WarningLog,
): void {
  const lookalikes = findLookalikes(customers).map(
    ([customer, other]): OddId => ({ code: "id-lookalike", customer, other }),
  );
  const odd = [...lookalikes, ...oddIds(customers)];
  if (odd.length === 0) return;
  const { count, first } = countRows(customers.length, places);
  for (const { code, customer, other } of odd) {
    const place = other === undefined ? {} : { otherRow: first[other] ?? 0 };
    const received = show(customers[customer]);
    const row = first[customer] ?? 0;
    const rows = count[customer] ?? 0;
    warnings.join({ code, count: rows, row, field: "customerId", received, ...place }, 0);
  }
}

function oddIds(customers: readonly CustomerId[]): readonly OddId[] {
  const odd: OddId[] = [];
  for (let customer = 0; customer < customers.length; customer += 1) {
    const id = customers[customer];
    if (typeof id !== "string") continue;
    if (isPlaceholder(id)) odd.push({ code: "id-placeholder", customer });
    if (isPlainId(id)) continue;
    if (id.trim() !== id) odd.push({ code: "id-whitespace", customer });
    if (UNPRINTABLE.test(id)) odd.push({ code: "id-control-char", customer });
  }
  return odd;
}

/** Control characters, line separators, marks that turn text round, and halves of pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function isPlaceholder(id: string): boolean {
  const last = id.charCodeAt(id.length - 1);
  const endsInDigit = last >= 0x30 && last <= 0x39; // as most ids do, and no placeholder
  return !endsInDigit && id.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.includes(foldId(id));
}

/** What programs write when they know none. */
const PLACEHOLDERS: readonly string[] = [
  ...["null", "(null)", "nil", "none", "undefined", "nan", "n/a", "#n/a", "na", "-", "unknown"],
  ...["anonymous", "guest", "[object object]"],
];

const LONGEST_PLACEHOLDER = 20;

function countRows(
  customers: number,
  places: readonly CustomerPlaces[],
): { readonly count: Int32Array; readonly first: Int32Array } {
  const count = new Int32Array(customers);
  const first = new Int32Array(customers).fill(2_147_483_647);
  for (const { customer, row } of places) {
    for (let at = 0; at < customer.length; at += 1) {
      const code = customer[at] ?? 0;
      count[code] = (count[code] ?? 0) + 1;
      first[code] = Math.min(first[code] ?? 0, row[at] ?? 0);
    }
  }
  return { count, first };
}
