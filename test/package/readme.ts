import { equal } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Project, ROOT } from "./project.ts";

/** Runs the first snippet of the README and compares what it prints with the text that follows it. */
export function readmePrintsWhatItSays({ folder, run }: Project): void {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const [, snippet, printed] = /```ts\n(.*?)```.*?```text\n(.*?)```/s.exec(readme) ?? [];
  if (!snippet || !printed) throw new Error("the README has no snippet followed by its output");
  writeFileSync(join(folder, "readme.mjs"), snippet);
  equal(run(process.execPath, "readme.mjs"), printed);
}
