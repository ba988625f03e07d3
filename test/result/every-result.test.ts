import fc from "fast-check";
import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import {
  type KpiResult,
  type ReportQuestion,
  report,
  toHtml,
  toMarkdown,
  toText,
} from "../../src/index.ts";
import { demoSources } from "../support/demo-sources.ts";
import { anySources } from "../support/random-sources.ts";
import { report as log } from "../support/report.ts";

/** An evaluator that knows nothing of this library, in 60-digit arithmetic. */
const independent = create(all ?? {}, { number: "BigNumber", precision: 60 });

const QUESTION: ReportQuestion = {
  ...{ period: "2024-Q3", margin: 0.4 },
  cesVersion: "2.0",
};

/** All numbers that a result holds, as text with 12 significant digits. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value === "string") return (value.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function expectExplained(result: KpiResult): void {
  const { explanation, exact, value, warnings } = result;
  for (const { code, message } of warnings) expect(message).not.toContain(code); // it has words
  if (exact === null) {
    expect(result.status).toBe("no-value");
    expect(explanation.expression).toBe("");
    return;
  }
  for (const symbol of explanation.symbols) {
    if (symbol.kind === "count" || symbol.kind === "option") continue;
    expect(symbol.kind).toBe("statistic");
    expect(symbol.n).toBeGreaterThan(0);
  }
  expect(explanation.expression).toMatch(/^[\x20-\x7e]+$/);
  const evaluated = independent.bignumber(String(independent.evaluate(explanation.expression)));
  expect(evaluated.toSignificantDigits(30).toString()).toBe(
    independent.bignumber(exact).toSignificantDigits(30).toString(),
  );
  expect(Number(explanation.steps.at(-1)?.replace("−", "-"))).toBe(value);
  // Of one answer the adjusted score lies far from the score itself: the promise starts at two.
  if (explanation.symbols.some(({ name, exact: n }) => name === "respondents" && n === "1")) return;
  expect(result.interval?.lower ?? value).toBeLessThanOrEqual((value ?? 0) + 1e-9);
  expect(result.interval?.upper ?? value).toBeGreaterThanOrEqual((value ?? 0) - 1e-9);
}

/** Every number in the sentence is one of the result, as it is or as a percentage, rounded. */
function expectNoForeignNumber(result: KpiResult): void {
  const { explanation, ...rest } = result;
  const known = numbersIn([rest, explanation.symbols, explanation.steps])
    .map(Math.abs)
    .flatMap((number) => [number, 100 * number]);
  const quoted = describedPeriods(explanation.sentence);
  for (const text of quoted.match(/\d[\d,]*(?:\.\d+)?/g) ?? []) {
    const plain = text.replaceAll(",", "");
    const decimals = plain.split(".")[1]?.length ?? 0;
    const near = known.some(
      (number) => Math.abs(number - Number(plain)) <= 0.5000001 * 10 ** -decimals,
    );
    if (!near) throw new Error(`${text} is nowhere in the result: ${explanation.sentence}`);
  }
}

/** Names of periods are no numbers of the result: `2024-Q3`, `2024-07-01`. */
function describedPeriods(sentence: string): string {
  return sentence.replace(/\d{4}-(?:Q\d|W?\d\d(?:-\d\d)?)|\b\d{4}\b(?= )/g, (name) =>
    name.length === 4 ? name : "",
  );
}

/** The first member that is not frozen or not plain, by its path; `null` when all are. */
function impureMember(value: unknown, path = "result"): string | null {
  if (typeof value !== "object" || value === null) return null;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Object.isFrozen(value)) return `${path} is not frozen`;
  if (prototype !== Object.prototype && prototype !== Array.prototype) return `${path} has a class`;
  for (const [name, member] of Object.entries(value)) {
    const impure = impureMember(member, `${path}.${name}`);
    if (impure !== null) return impure;
  }
  return null;
}

describe("every result of the demo", () => {
  const { results } = report(demoSources(), { ...QUESTION, period: "2025-Q2" });
  test.each(results.map((result) => [`${result.kpi}/${result.variant}`, result] as const))(
    "%s is explained by an expression that an independent evaluator agrees with",
    (_name, result) => {
      expectExplained(result);
      expectNoForeignNumber(result);
      expect(impureMember(result)).toBeNull();
    },
  );

  test("there is one of every KPI", () => {
    const kpis = new Set(results.map(({ kpi }) => kpi));
    expect([...kpis].sort()).toEqual(
      [
        ...["averageOrderValue", "ces", "churnRate", "convertChurnRate", "csat", "formulaClv"],
        ...["historicalClv", "nps", "purchaseFrequency", "repeatCustomerRate", "retentionRate"],
        "timeBetweenPurchases",
      ].sort(),
    );
  });
});

test("1,000 random inputs are explained, frozen, and kept whole by JSON and structuredClone", () => {
  let seen = 0;
  fc.assert(
    fc.property(anySources, (sources) => {
      for (const result of report(sources, QUESTION).results) {
        expectExplained(result);
        expectNoForeignNumber(result);
        expect(impureMember(result)).toBeNull();
        const json = JSON.stringify(result);
        if (JSON.stringify(JSON.parse(json)) !== json) throw new Error(`JSON loses: ${json}`);
        if (JSON.stringify(structuredClone(result)) !== json)
          throw new Error(`a clone loses: ${json}`);
        seen += 1;
      }
    }),
    { numRuns: 1000 },
  );
  log(`results explained and evaluated independently: ${seen}`);
}, 300_000);

test("hostile ids reach no page as markup or terminal codes", () => {
  fc.assert(
    fc.property(anySources, (sources) => {
      const page = report(sources, QUESTION);
      expect(toText(page).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      expect(toHtml(page).replaceAll("\n", "")).not.toMatch(/<script|\p{Cc}/u);
      expect(toMarkdown(page).replaceAll("\n", "")).not.toMatch(/<script|\p{Cc}/u);
    }),
    { numRuns: 50 },
  );
});
