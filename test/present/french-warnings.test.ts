import { describe, expect, test } from "vitest";
import { ENGLISH } from "../../src/present/english.ts";
import { FRENCH } from "../../src/present/french/french.ts";
import { writerFor } from "../../src/result/language.ts";
import type {
  NoIntervalReason,
  RowWarningCode,
  WarningCode,
  WarningFact,
} from "../../src/result/warning.ts";
import { frenchWords, numbersIn, sharedWords, wordsIn } from "./texts.ts";

/** One of each kind; a code that is missing here does not compile. */
const FACTS: Readonly<Record<Exclude<WarningCode, RowWarningCode>, WarningFact>> = {
  "small-sample": { code: "small-sample", size: 12, advised: 30 },
  "no-interval": { code: "no-interval", because: "no-method" },
  "period-incomplete": { code: "period-incomplete", end: "2025-07-01", asOf: "2025-06-20" },
  "guest-orders-excluded": { code: "guest-orders-excluded", guests: 5, orders: 12_345 },
  "refunds-exceed-sales": { code: "refunds-exceed-sales", revenue: "-1234.5", currency: "EUR" },
  "revenue-not-margin": { code: "revenue-not-margin" },
  "constant-hazard-assumed": { code: "constant-hazard-assumed" },
  "right-censored": { code: "right-censored", customers: 77, oneOrder: 195 },
  "reactivations-inflate": { code: "reactivations-inflate", retained: 12, customersAtStart: 10 },
  "mixed-exposure": { code: "mixed-exposure" },
  "new-customers-included": { code: "new-customers-included" },
  "one-customer-varies": { code: "one-customer-varies", noPurchase: 0.4 },
  "fitted-model": { code: "fitted-model", model: "spend", warning: "x", said: "12" },
  "annualised-per-buyer": { code: "annualised-per-buyer", periodDays: 91 },
};

const ROWS: Readonly<Record<RowWarningCode, true>> = {
  ...{ "duplicate-transaction": true, "identical-rows": true, "negative-amount": true },
  ...{ "number-too-precise": true, "refund-without-sale": true, "refund-above-sale": true },
  ...{ "id-lookalike": true, "id-whitespace": true, "id-control-char": true },
  ...{ "id-placeholder": true, "id-not-safe-integer": true, "date-implausible": true },
  ...{ "date-in-future": true, "subscription-overlap": true, "subscription-zero-length": true },
  ...{ reactivated: true, "duplicate-respondent": true },
};

const NO_INTERVAL: Readonly<Record<NoIntervalReason, true>> = {
  ...{ "small-sample": true, "counts-lack-moments": true, "inputs-are-exact": true },
  ...{ "not-a-share": true, "no-method": true, "no-spread": true },
  ...{ "limit-not-reached": true, "not-wanted": true },
  ...{ "parameters-not-told": true },
};

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(record) as Key[]; // its type names its keys

const facts: readonly WarningFact[] = [
  ...Object.values(FACTS),
  { code: "small-sample", size: 1, advised: 30 },
  { code: "guest-orders-excluded", guests: 1, orders: 1 },
  { code: "refunds-exceed-sales", revenue: "-3", currency: null },
  { code: "right-censored", customers: 1, oneOrder: 1 },
  ...keysOf(NO_INTERVAL).map((because): WarningFact => ({ code: "no-interval", because })),
  ...keysOf(ROWS).flatMap((code): readonly WarningFact[] => [
    { code, count: 1, row: 7, field: "amount" },
    { code, count: 12_345, row: 7, field: "amount", otherRow: 3, received: "a : « b »'c" },
  ]),
];

const said = facts.map((fact) => ({
  code: fact.code,
  english: ENGLISH.language.warning(fact, writerFor(ENGLISH.language)),
  french: FRENCH.language.warning(fact, writerFor(FRENCH.language)),
}));

describe("a warning in French", () => {
  test("says the same numbers and dates as in English", () => {
    for (const { english, french } of said) {
      expect(numbersIn(french, "fr"), french).toEqual(numbersIn(english, "en"));
    }
  });

  test("has no English word, and none that was not proofread", () => {
    const shared = new Set(sharedWords());
    const known = new Set(frenchWords());
    const english = wordsIn(said.map((one) => one.english).join("\n"));
    const french = wordsIn(said.map((one) => one.french).join("\n"));
    expect([...french].filter((word) => english.has(word) && !shared.has(word))).toEqual([]);
    expect([...french].filter((word) => !known.has(word)).sort()).toEqual([]);
  });

  test("keeps what the row held as it was", () => {
    const last = said.at(-1)?.french ?? "";
    expect(last).toContain("`amount`\u00a0: a : « b »'c (comparer à la ligne 3).");
  });

  test("agrees with its number", () => {
    const of = (code: WarningCode) => said.filter((one) => one.code === code);
    expect(of("negative-amount").map(({ french }) => french.split("\u202f;")[0])).toEqual([
      "1 ligne sans type avait un montant négatif et compte comme remboursement",
      "12\u202f345 lignes sans type avaient un montant négatif et comptent comme remboursements",
    ]);
    expect(of("small-sample").map(({ french }) => french.split("\u202f;")[0])).toEqual([
      "Ce chiffre ne repose que sur 12 observations",
      "Ce chiffre ne repose que sur 1 observation",
    ]);
  });
});

describe("what a report could not compute", () => {
  test("is said in French with the same numbers as in English", () => {
    for (const code of keysOf(ENGLISH.report.missing)) {
      const [english, french] = [ENGLISH, FRENCH].map((tongue) =>
        tongue.report.missing[code]("nps"),
      );
      const options = (text = "") => text.match(/`[A-Za-z]+`/g) ?? [];
      expect(options(french), french).toEqual(options(english));
      expect(numbersIn(french ?? "", "fr")).toEqual(numbersIn(english ?? "", "en"));
    }
  });
});
