import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/base/day.ts";
import { KpiError } from "../../src/base/errors.ts";
import {
  type AnswersLedgerOptions,
  NO_DAY,
  NOT_ANSWERED,
  SURVEYS,
} from "../../src/ledger/answers.ts";
import { answersLedger } from "../../src/ledger/answers-ledger.ts";

function refusal(rows: readonly unknown[], options?: unknown): KpiError {
  try {
    answersLedger(rows as never, options as AnswersLedgerOptions);
  } catch (error) {
    if (error instanceof KpiError) return error;
    throw error;
  }
  throw new Error("these rows should have been refused");
}

const places = ({ issues }: KpiError) =>
  issues.map(({ code, row, field, option }) => `${code} ${row ?? "-"} ${field ?? option}`);

describe("bare scores", () => {
  test("are answers to the survey that is named; null is no answer, and never 0", () => {
    const ledger = answersLedger([10, null, -0, 7], { survey: "nps" });
    expect([...ledger.score]).toEqual([10, NOT_ANSWERED, 0, 7]);
    expect([...ledger.survey].map((code) => SURVEYS[code])).toEqual(Array(4).fill("nps"));
    expect(ledger).toMatchObject({
      rows: 4,
      size: 4,
      day: null,
      respondentId: null,
      firstDay: null,
    });
    expect(ledger.scales).toEqual({ nps: { min: 0, max: 10 } });
  });

  test("without a survey are refused", () => {
    expect(places(refusal([10]))).toEqual(["field-missing 0 survey"]);
  });

  test("and rows do not mix", () => {
    expect(places(refusal([9, { score: 9 }], { survey: "nps" }))).toEqual([
      "kind-mixed 1 undefined",
    ]);
    expect(places(refusal([{ score: 9 }, 9, null], { survey: "nps" }))).toEqual([
      "row-not-object 1 undefined",
      "row-not-object 2 undefined",
    ]);
  });

  test.each([
    [11, "score-out-of-scale"],
    [-1, "score-out-of-scale"],
    [8.5, "score-not-integer"],
    [10.000000000000002, "score-not-integer"],
    [Number.NaN, "number-not-finite"],
    ["9", "field-wrong-type"],
    [true, "field-wrong-type"],
    [9n, "field-wrong-type"],
    [undefined, "field-missing"],
  ])("such as %s are refused: %s", (score, code) => {
    expect(places(refusal([9, score], { survey: "nps" }))).toEqual([`${code} 1 score`]);
  });

  test("out of scale say which scale there is", () => {
    expect(refusal([90], { survey: "nps" }).message).toContain("from 0 to 10");
  });
});

describe("scales", () => {
  test("are 0 to 10 for NPS and 1 to 5 for CSAT, unless another is handed in", () => {
    expect(answersLedger([5], { survey: "csat" }).scales).toEqual({ csat: { min: 1, max: 5 } });
    expect(places(refusal([0], { survey: "csat" }))).toEqual(["score-out-of-scale 0 score"]);
    const seven = { survey: "csat", scale: { min: 1, max: 7 } } as const;
    expect(answersLedger([7], seven).scales).toEqual({ csat: { min: 1, max: 7 } });
  });

  test("of CES must be handed in", () => {
    expect(places(refusal([5], { survey: "ces" }))).toEqual(["option-missing - scale"]);
    expect(answersLedger([7], { survey: "ces", scale: { min: 1, max: 7 } }).size).toBe(1);
    const row = { survey: "ces", score: 7 } as const;
    expect(answersLedger([row], { scales: { ces: { min: 1, max: 7 } } }).size).toBe(1);
  });

  test.each([
    [{ survey: "nps", scale: { min: Number.NaN, max: 10 } }, "scale-invalid - scale.min"],
    [{ survey: "nps", scale: { min: 5, max: 5 } }, "scale-invalid - scale"],
    [{ survey: "nps", scale: { min: 0 } }, "scale-invalid - scale"],
    [{ survey: "nps", scale: 10 }, "option-wrong-type - scale"],
    [{ scale: { min: 0, max: 10 } }, "option-missing - survey"],
    [{ scales: { csat: { min: 3, max: 1 } } }, "scale-invalid - scales.csat"],
    [{ scales: { sat: { min: 1, max: 3 } } }, "option-unknown - scales.sat"],
    [{ survey: "sat" }, "option-out-of-range - survey"],
  ])("such as %j are refused: %s", (options, expected) => {
    expect(places(refusal([], options))).toEqual([expected]);
  });
});

describe("rows of answers", () => {
  test("may be of several surveys, each with its scale", () => {
    const ledger = answersLedger([
      { survey: "nps", score: 0 },
      { survey: "csat", score: 5 },
    ]);
    expect([...ledger.survey].map((code) => SURVEYS[code])).toEqual(["nps", "csat"]);
    expect(ledger.scales).toEqual({ nps: { min: 0, max: 10 }, csat: { min: 1, max: 5 } });
  });

  test("of another survey than the one asked for are refused", () => {
    const rows = [{ score: 9 }, { score: 5, survey: "csat" }, { score: 5, survey: "sat" }];
    expect(places(refusal(rows, { survey: "nps" }))).toEqual([
      "scale-mixed 1 survey",
      "field-wrong-type 2 survey",
    ]);
  });

  test("keep their dates, ids and dimensions", () => {
    const rows = [
      { score: 9, date: "2025-01-09T23:30:00Z", respondentId: "r1", channel: "web" },
      { score: 8, customerId: 7 },
    ];
    const ledger = answersLedger(rows, {
      ...{ survey: "nps", timeZone: "Europe/Paris", dimensions: ["channel"] },
    });
    expect([...(ledger.day ?? [])]).toEqual([dayOf(2025, 1, 10), NO_DAY]);
    expect(ledger).toMatchObject({ firstDay: dayOf(2025, 1, 10), lastDay: dayOf(2025, 1, 10) });
    expect(ledger.respondentId).toEqual(["r1", undefined]);
    expect(ledger.customerId).toEqual([undefined, 7]);
    expect(ledger.dimensions["channel"]).toEqual({ values: ["web"], codes: Int32Array.of(0, -1) });
  });

  test("of one respondent are kept; two answers to one survey are noticed", () => {
    const from = (score: number | null, survey: "nps" | "csat" = "nps") => ({
      ...{ respondentId: "r1", score, survey },
    });
    const twice = answersLedger([from(null), from(5), from(5, "csat"), from(5)]);
    expect(twice.size).toBe(4);
    expect(twice.warnings).toMatchObject([
      { code: "duplicate-respondent", row: 3, otherRow: 1, count: 1, field: "respondentId" },
    ]);
    expect(answersLedger([from(null), from(5), from(5, "csat")]).warnings).toEqual([]);
  });
});
