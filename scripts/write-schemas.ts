import { mkdirSync, writeFileSync } from "node:fs";
import { reportJsonSchema, resultJsonSchema } from "../src/io/json-schemas.ts";

/** Writes the JSON Schemas that are published. Run with `npx tsx scripts/write-schemas.ts`. */
const folder = new URL("../docs/schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
const schemas = { result: resultJsonSchema(), report: reportJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
