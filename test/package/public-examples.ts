import { isDeepStrictEqual } from "node:util";
import { examplesOf, runExample } from "../support/source-examples.ts";
import { sources } from "../support/sources.ts";

/** Runs the `@example`s of all that the package exports, with only what the package exports in scope. */
export async function runPublicExamples(
  exported: Readonly<Record<string, unknown>>,
): Promise<number> {
  const examples = [...sources]
    .flatMap(([file, source]) => examplesOf(file, source))
    .filter(({ documents }) => documents !== null && Object.hasOwn(exported, documents));
  const faults: string[] = [];
  for (const example of examples) {
    await runExample(example, exported, (actual, wanted) => {
      if (isDeepStrictEqual(plain(actual), plain(wanted))) return;
      throw new Error(`promised ${JSON.stringify(wanted)}; came ${JSON.stringify(actual)}`);
    }).catch((fault: unknown) => faults.push(`${example.place}: ${fault}`));
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  if (examples.length === 0) throw new Error("nothing that is exported has an example");
  return examples.length;
}

function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
