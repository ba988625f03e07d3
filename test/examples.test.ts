import { describe, expect, test } from "vitest";
import { examplesOf, runExample } from "./support/source-examples.ts";
import { sources } from "./support/sources.ts";

const load = import.meta.glob<Readonly<Record<string, unknown>>>([
  "../src/**/*.ts",
  "!../src/cli/main.ts", // runs the command
]);

const modules = new Map<string, Readonly<Record<string, unknown>>>();
const broken: string[] = [];
for (const [path, module] of Object.entries(load)) {
  await module().then(
    (loaded) => modules.set(path.replace("../", ""), loaded),
    (reason: unknown) => broken.push(`${path}: ${reason}`),
  );
}

/** Everything that any source file exports. */
const exported: Readonly<Record<string, unknown>> = Object.assign({}, ...modules.values());

test("every source file can be imported", () => {
  expect(broken).toEqual([]);
});

describe("every @example keeps its word", () => {
  for (const [file, source] of sources) {
    for (const example of examplesOf(file, source)) {
      test(`${example.documents ?? "example"} at ${example.place}`, async () => {
        expect(example.checks, "lines with `// => value`").toBeGreaterThan(0);
        await runExample(example, { ...exported, ...modules.get(file) }, (actual, wanted) => {
          expect(actual).toEqual(wanted);
        });
      });
    }
  }
});
