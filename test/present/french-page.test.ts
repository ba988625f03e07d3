import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as counts from "../../src/counts.ts";
import * as index from "../../src/index.ts";
import { examplesOfPage, runExample, type SourceExample } from "../support/source-examples.ts";

const FILE = "docs/fr/kpi.md";
const page = readFileSync(new URL(`../../${FILE}`, import.meta.url), "utf8");
const examples = examplesOfPage(FILE, page);

describe("the French page keeps its word", () => {
  test("every block of code promises something", () => {
    expect(examples.length).toBeGreaterThanOrEqual(9);
    expect(examples.filter(({ checks }) => checks === 0)).toEqual([]);
  });

  // One block may use the names of those before it, as a reader would who types them in.
  test.each(examples.map((example, at) => [example.place, at] as const))("%s", async (_, at) => {
    const script = examples.slice(0, at + 1).map((example) => example.script);
    const whole: SourceExample = { ...EMPTY, script: script.join("\n") };
    await runExample(whole, { ...counts, ...index }, (actual, wanted) => {
      expect(actual).toEqual(wanted);
    });
  });
});

const EMPTY: SourceExample = { place: FILE, documents: null, script: "", checks: 0 };

test("the French page names only functions that there are", () => {
  const named = [...page.matchAll(/`([a-z]+[A-Za-z]*)`/g)].map(([, name]) => name ?? "");
  const options = ["denominator", "version", "cac"];
  const known = [...Object.keys(counts), ...Object.keys(index), ...options];
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});
