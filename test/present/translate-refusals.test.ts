import { expect, test } from "vitest";
import { explain, fromJson, nps, toJson, toText, translate } from "../../src/index.ts";

const result = nps([10, 9, 7, 3]);

test("a result that came back from JSON is explained in French too", () => {
  const again = fromJson(toJson(result));
  expect(explain(again, { locale: "fr" })).toEqual(explain(result, { locale: "fr" }));
  expect(toText(explain(again, { locale: "fr" }))).toMatch(/^Net Promoter Score\u00a0: \+25,0/);
});

test("what is asked in French is frozen", () => {
  expect(Object.isFrozen(explain(result, { locale: "fr" }))).toBe(true);
  expect(Object.isFrozen(translate(result, { locale: "fr" }).explanation.symbols)).toBe(true);
});

test.each([
  ["a language there is none of", () => explain(result, { locale: "de" as "fr" }), /`locale`/],
  ["no language", () => explain(result, {} as { locale: "fr" }), /`locale` must be given/],
  ["no options", () => translate(result, undefined as never), /`locale` must be given/],
  ["another thing", () => translate({} as typeof result, { locale: "fr" }), /`shown`/],
  ["nothing", () => translate(null as never, { locale: "fr" }), /`shown`/],
  [
    "a definition of the caller's own",
    () => explain({ ...result, variant: "mine" }, { locale: "fr" }),
    /loyalty-kpis\/counts.*nps\/mine@1/,
  ],
])("%s is refused naming the argument", (_, ask, why) => {
  expect(ask).toThrow(why);
});
