import * as z from "zod";
import { reportSchema } from "./report-schema.ts";
import { resultSchema } from "./result-schema.ts";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of a result. */
export function resultJsonSchema(): JsonSchema {
  return titled("A KPI result of loyalty-kpis", z.toJSONSchema(resultSchema));
}

/** The JSON Schema of a report; its results are said once, under `$defs`. */
export function reportJsonSchema(): JsonSchema {
  const metadata = z.registry<{ id: string }>();
  metadata.add(resultSchema, { id: "result" });
  return titled("A KPI report of loyalty-kpis", z.toJSONSchema(reportSchema, { metadata }));
}

function titled(title: string, { $schema, ...schema }: JsonSchema): JsonSchema {
  return { $schema, title, ...schema };
}
