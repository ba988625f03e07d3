import { oneOf, readOptions } from "../base/options.ts";
import type { Transaction } from "../ledger/rows.ts";
import { LAYOUT_NAMES, type LayoutName } from "./layouts.ts";
import type { RowsInput, RowsStream } from "./read-input.ts";
import { readKind } from "./read-kind.ts";
import { type CheckedReadOptions, type ReadOptions, readOptionChecks } from "./read-options.ts";
import type { ReadRows } from "./read-result.ts";
import {
  guestTransactionKind,
  type TransactionField,
  transactionKind,
} from "./transaction-kind.ts";

/** How transactions are to be read. */
export interface ReadTransactionsOptions extends ReadOptions<TransactionField> {
  /** Which shop's export it is. Default: its columns tell; `"plain"` takes it for none. */
  readonly layout?: LayoutName;
  /** Whether a row without a customer is rejected (default) or kept as a guest's. */
  readonly guests?: "refuse" | "keep";
}

interface Checked extends CheckedReadOptions {
  readonly layout: LayoutName;
  readonly guests: "refuse" | "keep";
}

/**
 * Reads transactions from CSV, JSON, JSON lines or rows of unknown origin. Bad rows are set aside,
 * with the reason; none is repaired.
 *
 * Text of CSV stays text: amounts lose no digit. An empty cell is an absent member. Instants are
 * written in ISO 8601; a date whose order of day and month would have to be guessed is refused.
 * Further columns keep their names. Exports of Shopify, WooCommerce and Stripe are recognised by
 * their columns: unpaid and cancelled orders are skipped and counted, and what was paid back becomes
 * a refund. Checks across rows (duplicates, one currency) are the ledger's.
 *
 * @param input A text, the bytes of a file, pieces of these, or rows; or a stream of any of them.
 * @returns A promise if the input is a stream.
 * @throws {@link KpiError} `invalid-data` if nothing in the file can be trusted (`file-empty`,
 *   `file-encoding`, `csv-format`, `csv-header-duplicate`, `json-format`, `rows-not-array`), if a
 *   needed column is missing (`field-missing`), and with `strict` for bad rows; `invalid-argument`.
 * @example
 * const { rows, rejects } = readTransactions("email,created_at,total\nann@x.org,2025-01-09,30\n");
 * rows[0]; // => { customerId: "ann@x.org", date: "2025-01-09", amount: "30" }
 * rejects.length; // => 0
 * readTransactions("id,day\n1,09/01/2025", { columns: { customerId: "id", date: "day", amount: "id" } }).rejects[0]?.issues[0]?.code; // => "date-format"
 */
export function readTransactions(
  input: RowsInput,
  options?: ReadTransactionsOptions,
): ReadRows<Transaction>;
export function readTransactions(
  input: RowsStream,
  options?: ReadTransactionsOptions,
): Promise<ReadRows<Transaction>>;
export function readTransactions(
  input: RowsInput | RowsStream,
  options?: ReadTransactionsOptions,
): ReadRows<Transaction> | Promise<ReadRows<Transaction>> {
  const checked = readOptions<Checked>(options, {
    ...readOptionChecks(transactionKind.fields.map(({ name }) => name)),
    layout: oneOf(LAYOUT_NAMES),
    guests: oneOf(["refuse", "keep"]),
  });
  const kind = checked.guests === "keep" ? guestTransactionKind : transactionKind;
  return readKind<Transaction>(input, { kind, options: checked, layout: checked.layout });
}
