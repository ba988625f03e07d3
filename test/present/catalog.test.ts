import { expect, expectTypeOf, test } from "vitest";
import * as counts from "../../src/counts.ts";
import { DEFINITIONS, type DefinitionId, type Wordings } from "../../src/present/definitions.ts";
import { churnVariantWords } from "../../src/present/french/churn-rate-variants.ts";
import { FRENCH_WORDINGS } from "../../src/present/french/definitions.ts";
import { FRENCH } from "../../src/present/french/french.ts";
import { npsWords } from "../../src/present/french/surveys.ts";
import type { VariantsOfKpis } from "../../src/present/tongue.ts";

interface Definition {
  readonly kpi: string;
  readonly variant: string;
  readonly version: number;
}

const idOf = ({ kpi, variant, version }: Definition): string => `${kpi}/${variant}@${version}`;

const isDefinition = (value: unknown): value is Definition =>
  typeof value === "object" && value !== null && "kpi" in value && "words" in value;

test("every definition that the package exports is in the catalog, under its own id", () => {
  const exported = Object.values<unknown>(counts).filter(isDefinition);
  const known = new Map(Object.entries(DEFINITIONS));
  expect(exported.length).toBeGreaterThan(50);
  expect(exported.map(idOf).filter((id) => !known.has(id))).toEqual([]);
  expect([...known].filter(([id, definition]) => idOf(definition) !== id)).toEqual([]);
});

test("every definition of the catalog has French words", () => {
  expect(Object.keys(FRENCH_WORDINGS).sort()).toEqual(Object.keys(DEFINITIONS).sort());
});

test("every KPI of several variants has a French name and reason for each", () => {
  for (const [kpi, words] of Object.entries(FRENCH.variantsOf)) {
    const variants = Object.keys(DEFINITIONS).filter((id) => id.startsWith(`${kpi}/`));
    expect(
      Object.keys(words)
        .map((variant) => `${kpi}/${variant}@1`)
        .sort(),
    ).toEqual(variants.sort());
    for (const variant of Object.keys(words)) {
      expect(FRENCH.variants.nameOf(kpi, variant), variant).not.toMatch(/^[a-z]+-/);
    }
  }
});

test("a missing translation does not compile", () => {
  const { "nps/standard@1": _, ...others } = FRENCH_WORDINGS;
  // @ts-expect-error TS2741: "nps/standard@1" is missing, and French has to say it
  const incomplete: Wordings = others;
  expect("nps/standard@1" in incomplete).toBe(false);

  const { voluntary: __, ...forms } = churnVariantWords;
  // @ts-expect-error TS2741: the variant "voluntary" is missing
  const unsaid: VariantsOfKpis["churnRate"] = forms;
  expect("voluntary" in unsaid).toBe(false);
});

test("words of one definition do not pass for those of another", () => {
  // @ts-expect-error TS2322: the words of NPS say nothing of the symbols of satisfaction
  const wrong: Wordings["csat/mean@1"] = npsWords;
  expect(wrong).toBe(npsWords);
  expectTypeOf<DefinitionId>().toExtend<`${string}/${string}@1`>();
});
