import { readFileSync } from "node:fs";
import { assertNoPoisoning } from "@fast-check/poisoning";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ReportQuestion, report } from "../../src/index.ts";
import { BUILT_IN } from "../support/built-in.ts";
import { demoSources } from "../support/demo-sources.ts";
import { anySources } from "../support/random-sources.ts";

/** An independent validator of the published schema. */
const validator = new Ajv2020({ strict: false, allErrors: true });

function schema(name: string): (value: unknown) => unknown {
  const file = new URL(`../../docs/schema/${name}.schema.json`, import.meta.url);
  const validate = validator.compile(JSON.parse(readFileSync(file, "utf8")));
  return (value) => (validate(value) ? null : validate.errors);
}

const faultsOfResult = schema("result");
const faultsOfReport = schema("report");
const QUESTION: ReportQuestion = {
  ...{ period: "2025-Q2", margin: 0.4 },
  compareTo: "previous",
  cesVersion: "2.0",
};

test("the demo's report and each of its results pass the published JSON Schema", () => {
  const page = JSON.parse(JSON.stringify(report(demoSources(), QUESTION)));
  expect(faultsOfReport(page)).toBeNull();
  for (const result of page.results) expect(faultsOfResult(result)).toBeNull();
});

test("results of random rows pass it too, and nothing global is touched on the way", () => {
  fc.assert(
    fc.property(anySources, (sources) => {
      const page = report(sources, { ...QUESTION, period: "2024-Q3" });
      expect(faultsOfReport(JSON.parse(JSON.stringify(page)))).toBeNull();
      assertNoPoisoning(BUILT_IN);
    }),
    { numRuns: 100 },
  );
});

test("a result without its explanation does not pass", () => {
  const [result] = JSON.parse(JSON.stringify(report(demoSources(), QUESTION))).results;
  const { explanation: _, ...rest } = result;
  expect(faultsOfResult(rest)).not.toBeNull();
});
