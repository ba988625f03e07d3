import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChannelAttribution,
  type ChannelRetention,
  type ClvByNpsClass,
  channelRetention,
  clvByNpsClass,
  type SurveyAnswer,
  type Transaction,
  toHtml,
  toText,
  translate,
} from "../../src/index.ts";
import { numbersIn } from "./texts.ts";

type Row = Transaction & { readonly channel: string | null };

const anyRows: fc.Arbitrary<readonly Row[]> = fc.array(
  fc
    .record({
      who: fc.integer({ min: 0, max: 12 }),
      day: fc.integer({ min: 0, max: 240 }),
      channel: fc.constantFrom("web", "shop", "app", null),
      cents: fc.integer({ min: 0, max: 90_000 }),
      type: fc.constantFrom("sale" as const, "sale" as const, "refund" as const),
    })
    .map(({ who, day, channel, cents, type }) => ({
      ...{ customerId: `c${who}`, channel, type, amount: (cents / 100).toFixed(2) },
      date: new Date(Date.UTC(2024, 10, 1) + day * 86_400_000).toISOString().slice(0, 10),
    })),
  { maxLength: 80 },
);

const anyAnswers: fc.Arbitrary<readonly SurveyAnswer[]> = fc.array(
  fc
    .record({
      who: fc.integer({ min: 0, max: 20 }),
      score: fc.integer({ min: 0, max: 10 }),
      id: fc.constantFrom("known", "known", "none"),
    })
    .map(({ who, score, id }) => ({ score, ...(id === "none" ? {} : { customerId: `c${who}` }) })),
  { maxLength: 40 },
);

const ATTRIBUTIONS: readonly ChannelAttribution[] = ["first", "last", "any", "all"];

const anyTable: fc.Arbitrary<ChannelRetention | ClvByNpsClass> = fc.oneof(
  fc
    .tuple(anyRows, fc.constantFrom(...ATTRIBUTIONS), fc.constantFrom("channel", "chanel"))
    .map(([rows, attribution, channel]) =>
      channelRetention(rows, { channel, attribution, period: "2025-Q2" }),
    ),
  fc
    .tuple(anyRows, anyAnswers)
    .map(([orders, answers]) => clvByNpsClass({ orders, answers }, { currency: "EUR", cac: 1 })),
);

/** The table's own texts, those of its results left out. */
function textsOf({ sentence, assumptions, warnings }: ChannelRetention | ClvByNpsClass) {
  return [sentence, ...assumptions, ...warnings.map(({ message }) => message)];
}

describe("tables by channel and by class of NPS in French", () => {
  test("come back from French as they were, byte for byte", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const french = translate(table, { locale: "fr" });
        const again = translate(french, { locale: "en" });
        expect(JSON.stringify(again)).toBe(JSON.stringify(table));
        expect(toText(again)).toBe(toText(table));
        expect(JSON.stringify(translate(french, { locale: "fr" }))).toBe(JSON.stringify(french));
      }),
    );
  });

  test("say the same numbers and dates as in English, text by text", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const english = textsOf(table);
        const french = textsOf(translate(table, { locale: "fr" }));
        expect(french.length).toBe(english.length);
        french.forEach((text, at) => {
          expect(numbersIn(text, "fr"), `${text}\n${english[at]}`).toEqual(
            numbersIn(english[at] ?? "", "en"),
          );
        });
        const lines = (shown: object) => toHtml(shown).split("\n").length;
        expect(lines(translate(table, { locale: "fr" }))).toBe(lines(table));
      }),
    );
  });

  test("have no word of English, and are set as French is", () => {
    const ENGLISH = /\b(the|of|and|customers?|who|bought|through|order|channels|answer|with|is)\b/i;
    fc.assert(
      fc.property(anyTable, (table) => {
        const page = toText(translate(table, { locale: "fr" })).replace(/`[^`]*`/g, "");
        expect(page).not.toMatch(ENGLISH);
        expect(page).not.toMatch(/'|[^\s|-] [:;?!%»](?!\S)|«[^\u00a0]/);
      }),
    );
  });

  const rows = [
    { customerId: "ann", date: "2025-01-09", amount: 30, channel: "web" },
    { customerId: "bob", date: "2025-02-11", amount: 20, channel: "shop" },
    { customerId: "ann", date: "2025-02-20", amount: 15, channel: "shop" },
    { customerId: "ann", date: "2025-04-02", amount: 12.5, channel: "web" },
  ];

  test("tell a channel's customers apart in the sentence of their result", () => {
    const question = { channel: "channel", period: "2025-Q2" };
    const french = translate(channelRetention(rows, question), { locale: "fr" });
    expect(french.groups[1]?.result.explanation.sentence).toMatch(
      /^Sur 1 client ayant acheté au 1er trimestre 2025 et dont la première commande est passée par «\u00a0web\u00a0», 1 a de nouveau acheté au 2e trimestre 2025/,
    );
    expect(french.sentence).toMatch(
      /^Sur 1 client ayant acheté par plusieurs canaux au 1er trimestre 2025, 100,0\u202f% sont revenus/,
    );
  });

  test("compare promoters and detractors", () => {
    const answers = [
      { customerId: "ann", score: 9 },
      { customerId: "bob", score: 3 },
    ];
    const table = clvByNpsClass({ orders: rows, answers }, { currency: "EUR" });
    expect(translate(table, { locale: "fr" }).sentence).toMatch(
      /^Un promoteur a rapporté 2,88 fois autant qu’un détracteur .*57,50\u00a0€ contre 20,00\u00a0€\.$/,
    );
  });
});
