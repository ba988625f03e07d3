import fc from "fast-check";
import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import {
  explain,
  type KpiResult,
  type LocalExplanation,
  toHtml,
  toMarkdown,
  toText,
  translate,
} from "../../src/index.ts";
import { DEFINITIONS } from "../../src/present/definitions.ts";
import {
  type Everything,
  everythingOf,
  everythingTyped,
  resultsIn,
} from "../support/all-results.ts";
import { demoSources } from "../support/demo-sources.ts";
import { anySources } from "../support/random-sources.ts";
import { report as log } from "../support/report.ts";
import { frenchWords, numbersIn, sharedWords, wordsIn } from "./texts.ts";

/** An evaluator that knows nothing of this library, in 60-digit arithmetic. */
const independent = create(all ?? {}, { number: "BigNumber", precision: 60 });

const typed: Everything = {
  ...{ cohorts: [], series: [], reports: [], values: [] },
  ...everythingTyped(),
};
const demo: Everything = everythingOf(demoSources(), "2025-Q2");
const sparse: readonly Everything[] = fc
  .sample(anySources, { numRuns: 12, seed: 20_261_121 })
  .map((sources, at) =>
    everythingOf(sources, ["2024-Q3", "2024-08", "2024", "2024-W31"][at % 4] ?? ""),
  );
const everything: readonly Everything[] = [typed, demo, ...sparse];

const results = everything.flatMap(resultsIn);

/** All texts of an explanation, warnings included; titles of publications are no words of ours. */
function textsOf(explained: LocalExplanation): readonly string[] {
  const { formula, steps, symbols, sentence, assumptions, warnings } = explained;
  return [
    ...[formula, ...steps, sentence, ...assumptions],
    ...symbols.flatMap(({ name, meaning }) => [name, meaning]),
    ...warnings.map(({ message }) => message),
  ];
}

/** The pages of tables and reports, in a language. */
function pagesIn(part: Everything, locale: "en" | "fr", write = toText): readonly string[] {
  return tablesIn(part).map((shown) => write(translate(shown, { locale })));
}

/** All that is no single result. */
function tablesIn({ variants, cohorts, series, reports, values }: Everything) {
  return [...variants, ...cohorts, ...series, ...reports, ...values];
}

const nameOf = ({ kpi, variant, version }: KpiResult): string => `${kpi}/${variant}@${version}`;

describe("explain in French", () => {
  test("reaches every definition, with and without a value", () => {
    const measured = new Set(results.filter(({ status }) => status === "measured").map(nameOf));
    expect(Object.keys(DEFINITIONS).filter((id) => !measured.has(id))).toEqual([]);
    const reasons = new Set(results.flatMap(({ reason }) => reason ?? []));
    log(
      `results in both languages: ${results.length}; without a value: ${[...reasons].sort().join(", ")}`,
    );
    expect(reasons.size).toBeGreaterThanOrEqual(9);
  });

  test("keeps the expression, which evaluates to the value to 30 digits", () => {
    for (const result of results) {
      const { expression, steps } = explain(result, { locale: "fr" });
      expect(expression).toBe(result.explanation.expression);
      if (result.exact === null) continue;
      const evaluated = independent.bignumber(String(independent.evaluate(expression)));
      expect(evaluated.toSignificantDigits(30).toString()).toBe(
        independent.bignumber(result.exact).toSignificantDigits(30).toString(),
      );
      expect(Number(steps.at(-1)?.replace("−", "-").replace(",", "."))).toBe(result.value);
    }
  });

  test("says the same numbers and dates as English does, text by text", () => {
    for (const result of results) {
      const english = textsOf(explain(result, { locale: "en" }));
      const french = textsOf(explain(result, { locale: "fr" }));
      expect(french.length).toBe(english.length);
      french.forEach((text, at) => {
        expect(numbersIn(text, "fr"), `${text}\n${english[at]}`).toEqual(
          numbersIn(english[at] ?? "", "en"),
        );
      });
    }
  });

  test("in English gives back the explanation of the result itself", () => {
    for (const result of results) {
      const { locale, warnings, ...explanation } = explain(result, { locale: "en" });
      expect(locale).toBe("en");
      expect(explanation).toEqual(result.explanation);
      expect(warnings).toEqual(result.warnings);
    }
  });
});

describe("translate", () => {
  test("to English and back gives the same pages, byte for byte", () => {
    for (const part of everything) {
      for (const shown of tablesIn(part)) {
        const french = translate(shown, { locale: "fr" });
        const again = translate(french, { locale: "en" });
        expect(toText(again)).toBe(toText(shown));
        expect(JSON.stringify(again)).toBe(JSON.stringify(shown));
        expect(JSON.stringify(translate(french, { locale: "fr" }))).toBe(JSON.stringify(french));
      }
    }
  });

  test("keeps all that is not a text", () => {
    const texts = new Set(["message", "sentence", "assumptions", "formula", "steps", "symbols"]);
    const data = (value: unknown): string =>
      JSON.stringify(value, (name, member: unknown) =>
        texts.has(name) || ["difference", "usedBy"].includes(name) ? null : member,
      );
    for (const result of results) {
      expect(data(translate(result, { locale: "fr" }))).toBe(data(result));
    }
  });

  test("says the same numbers and dates as English on every page, in as many lines", () => {
    for (const part of everything) {
      const english = pagesIn(part, "en", toMarkdown);
      pagesIn(part, "fr", toMarkdown).forEach((page, at) => {
        const before = (english[at] ?? "").replace(/\btop-\d/g, "top");
        expect(page.split("\n").length).toBe(before.split("\n").length);
        expect(numbersIn(page, "fr"), page).toEqual(numbersIn(before, "en"));
      });
    }
    const [report] = demo.reports;
    if (report === undefined) throw new Error("there is a report");
    const [english, french] = (["en", "fr"] as const).map((locale) =>
      toHtml(translate(report, { locale })).replace(/[^<>\n]*(?=<|$)/gm, ""),
    );
    expect(french).toBe(english); // the same tags in the same places
  });
});

describe("the words", () => {
  const french = wordsIn(
    [
      ...results.flatMap((result) => textsOf(explain(result, { locale: "fr" }))),
      ...everything.flatMap((part) => pagesIn(part, "fr")),
    ].join("\n"),
  );
  const english = wordsIn(
    [
      ...results.flatMap((result) => textsOf(explain(result, { locale: "en" }))),
      ...everything.flatMap((part) => pagesIn(part, "en")),
    ].join("\n"),
  );
  test("of French texts are no words of English ones, save for those that both have", () => {
    const shared = new Set(sharedWords());
    expect([...french].filter((word) => english.has(word) && !shared.has(word)).sort()).toEqual([]);
  });

  test("are set as French is: no-break spaces before : ; ? ! % », curved apostrophes", () => {
    const told = results.flatMap((result) => textsOf(explain(result, { locale: "fr" })));
    const pages = everything.flatMap((part) => pagesIn(part, "fr"));
    const spoken = [...told, ...pages].map((text) => text.replace(/`[^`]*`|^ {2}! /gm, ""));
    const wrong = spoken.filter((text) => /'|[ \d][:;?!%»](?!\S)|«[^\u00a0]/.test(text));
    expect(wrong).toEqual([]);
  });

  test("of French texts are all in the vocabulary that was proofread", () => {
    const known = new Set(frenchWords());
    expect([...french].filter((word) => !known.has(word)).sort()).toEqual([]);
    expect(sharedWords().filter((word) => !known.has(word))).toEqual([]);
  });
});
