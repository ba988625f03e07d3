import { checkRows, type RowToCheck } from "./check-rows.ts";
import { iterate } from "./read-input.ts";
import type { ReadRows } from "./read-result.ts";
import { newRowCollector, type RowSink } from "./row-collector.ts";
import { requireSchema, type StandardSchema } from "./standard-schema.ts";

/**
 * Parts values into those that a schema takes and those that it does not.
 *
 * The values go to the schema as they are. To read files, to rename members or to wait for a schema,
 * see {@link readRows}.
 *
 * @param schema Of any library that follows Standard Schema, answering at once.
 * @throws {@link KpiError} `invalid-data` if `values` is no list, `invalid-argument` for the schema.
 * @example
 * const { rows, rejects } = sieve([{ customerId: "ann" }, { customerId: "" }], customerSchema);
 * rows; // => [{ customerId: "ann" }]
 * rejects[0]?.row; // => 1
 */
export function sieve<Output>(
  values: Iterable<unknown>,
  schema: StandardSchema<Output>,
): ReadRows<Output> {
  requireSchema(schema);
  const collector = newRowCollector<Output>(false);
  checkRows(placed(values, collector.next), schema, collector);
  return collector.finish({
    ...{ format: "rows", layout: "plain", separator: null },
    ...{ columns: {}, extraColumns: [], ignoredColumns: [], notes: [] },
  });
}

function* placed(values: unknown, next: RowSink<unknown>["next"]): Generator<RowToCheck> {
  for (const row of iterate(values)) yield { place: next(null), row };
}
