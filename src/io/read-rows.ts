import { readOptions } from "../base/options.ts";
import type { CellKind } from "./cell-kind.ts";
import { checkRows, checkRowsLater, type RowToCheck } from "./check-rows.ts";
import type { NamedColumns } from "./choose-columns.ts";
import { isStream, type RowsInput, type RowsStream, readAll, readStream } from "./read-input.ts";
import { intakeOptions } from "./read-kind.ts";
import { type CheckedReadOptions, type ReadOptions, readOptionChecks } from "./read-options.ts";
import type { ReadRows } from "./read-result.ts";
import { newRowCollector } from "./row-collector.ts";
import { newRowIntake } from "./row-intake.ts";
import type { RowKind } from "./row-kind.ts";
import { requireSchema, type StandardSchema } from "./standard-schema.ts";

/** How rows of any kind are to be read. Cells are left as they stand. */
export type ReadRowsOptions = Omit<ReadOptions, "timeZone" | "dateOrder" | "decimalComma">;

/**
 * Reads rows of any kind from CSV, JSON, JSON lines or rows of unknown origin, and checks each with
 * a schema of any library that follows Standard Schema.
 *
 * The schema gets a plain object with the row's own members; of CSV all are text, and an empty cell
 * is an absent member. Bad rows are set aside with what the schema says.
 *
 * @param schema May answer with a promise only if the input is a stream.
 * @returns A promise if the input is a stream.
 * @throws As {@link readTransactions} does.
 * @example
 * const { rows } = readRows("Customer,plan\nann,gold\n", customerSchema, { columns: { customerId: "Customer" } });
 * rows; // => [{ customerId: "ann", plan: "gold" }]
 */
export function readRows<Output>(
  input: RowsInput,
  schema: StandardSchema<Output>,
  options?: ReadRowsOptions,
): ReadRows<Output>;
export function readRows<Output>(
  input: RowsStream,
  schema: StandardSchema<Output>,
  options?: ReadRowsOptions,
): Promise<ReadRows<Output>>;
export function readRows<Output>(
  input: RowsInput | RowsStream,
  schema: StandardSchema<Output>,
  options?: ReadRowsOptions,
): ReadRows<Output> | Promise<ReadRows<Output>> {
  requireSchema(schema);
  const { timeZone: _, dateOrder: __, decimalComma: ___, ...checks } = readOptionChecks(null);
  const checked = readOptions<Pick<CheckedReadOptions, keyof ReadRowsOptions>>(options, checks);
  const collector = newRowCollector<Output>(checked.strict ?? false);
  const pending: RowToCheck[] = [];
  const question = { kind: kindOf(checked.columns), layout: null, ...intakeOptions(checked) };
  // What cannot be read at all is rejected at once; the other rows wait for the schema.
  const intake = newRowIntake(question, {
    ...collector,
    accept: (place, row) => pending.push({ place, row }),
  });
  if (!isStream(input)) {
    readAll(input, intake);
    const understood = intake.end();
    checkRows(pending, schema, collector);
    return collector.finish(understood);
  }
  return readStream(input, intake).then(async () => {
    const understood = intake.end();
    await checkRowsLater(pending, schema, collector);
    return collector.finish(understood);
  });
}

/** Rows whose named members are taken as they are. */
function kindOf(named: NamedColumns | undefined): RowKind {
  const fields = [...(named?.keys() ?? [])];
  return {
    fields: fields.map((name) => ({ name, cell: anyCell, absent: "left-out", guesses: [] })),
  };
}

const anyCell: CellKind = {
  read(value, _context, into) {
    into.value = value;
    return null;
  },
  refuse: () => undefined,
};
