import { argumentError } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import type { RowPlace } from "./row-builder.ts";
import type { RowSink } from "./row-collector.ts";
import { issueOfSchema } from "./schema-issue.ts";
import type { SchemaAnswer, StandardSchema } from "./standard-schema.ts";

/** A row that a schema shall look at. */
export interface RowToCheck {
  readonly place: RowPlace;
  readonly row: unknown;
}

/** Hands each row to a schema and what it makes of it to the collector. */
export function checkRows<Output>(
  rows: Iterable<RowToCheck>,
  schema: StandardSchema<Output>,
  collector: RowSink<Output>,
): void {
  for (const { place, row } of rows) {
    const answer = ask(schema, row);
    if (answer instanceof Promise) {
      answer.catch(() => undefined); // nobody waits for it any more
      const expected =
        "a schema that answers at once; for one that must be waited for, hand in a stream";
      throw argumentError("schema", expected, schema);
    }
    settle(answer, place, row, collector);
  }
}

/** The same for a schema that may have to be waited for. */
export async function checkRowsLater<Output>(
  rows: Iterable<RowToCheck>,
  schema: StandardSchema<Output>,
  collector: RowSink<Output>,
): Promise<void> {
  for (const { place, row } of rows) {
    const answer = await Promise.resolve(ask(schema, row)).catch(() => null);
    settle(answer, place, row, collector);
  }
}

type Asked<Output> = SchemaAnswer<Output> | null;

/** Null if the schema throws, as it may over a hostile value. */
function ask<Output>(
  schema: StandardSchema<Output>,
  row: unknown,
): Asked<Output> | Promise<SchemaAnswer<Output>> {
  try {
    return schema["~standard"].validate(row);
  } catch {
    return null;
  }
}

function settle<Output>(
  answer: Asked<Output>,
  place: RowPlace,
  row: unknown,
  collector: RowSink<Output>,
): void {
  if (answer === null) collector.reject(place, [threw(place)], () => row);
  else if (answer.issues === undefined) collector.accept(place, answer.value);
  else {
    const issues = answer.issues.map((issue) => issueOfSchema(issue, place, row));
    collector.reject(place, issues, () => row);
  }
}

function threw({ row, line }: RowPlace): Issue {
  const where = line === null ? `Row ${row}` : `Line ${line}`;
  const message = `${where}: checking the row threw an error. Hand in plain data.`;
  return { code: "row-unreadable", message, row, ...(line === null ? {} : { line }) };
}
