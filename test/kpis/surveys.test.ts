import { describe, expect, test } from "vitest";
import {
  type AnswersQuestion,
  answersLedger,
  ces,
  cesFromCounts,
  cesVariants,
  cesVariantsFromCounts,
  csat,
  csatFromCounts,
  csatVariants,
  csatVariantsFromCounts,
  type KpiError,
  nps,
  npsFromCounts,
} from "../../src/index.ts";
import { refusalOf } from "../support/refusal-of.ts";

describe("nps", () => {
  test.each([
    [[10, 10, 9], 100],
    [[0, 3, 6], -100],
    [[7, 8], 0],
    [[10, 7], 50],
    [[10, 0, 0, 8], -25],
    [[10, null, 6, null], 0],
  ])("%j scores %d", (scores, value) => {
    expect(nps(scores).value).toBe(value);
  });

  test("explains itself from the formula that gave the value", () => {
    const { explanation, interval } = npsFromCounts({
      promoters: 70,
      passives: 20,
      detractors: 10,
    });
    expect(explanation.formula).toBe(
      "Net Promoter Score = 100 × (promoters − detractors) ÷ respondents",
    );
    expect(explanation.steps).toEqual([
      "100 × (70 − 10) ÷ 100",
      "100 × 60 ÷ 100",
      "100 × 0.6",
      "60",
    ]);
    expect(explanation.sentence).toBe(
      "Of 100 respondents, 70 were promoters and 10 detractors: a Net Promoter Score of +60.0 (95% interval +45.3 to +71.2).",
    );
    // Rocks (2016), worked in 50 digits.
    expect(interval?.lower).toBeCloseTo(45.2697602538, 9);
    expect(interval?.upper).toBeCloseTo(71.2350941151, 9);
  });

  test("people who did not answer are in no number, and are mentioned", () => {
    const result = nps([10, null, null]);
    expect(result.counts).toMatchObject({ promoters: 1, unanswered: 2 });
    expect(result.explanation.assumptions.join(" ")).toMatch(
      /2 people who were asked did not answer/,
    );
  });

  test("nobody answered: no value, a reason, and never 0", () => {
    for (const source of [[], [null, null]]) {
      const result = nps(source);
      expect(result).toMatchObject({ status: "no-value", value: null, exact: null });
      expect(result.status === "no-value" && result.reason).toBe("no-responses");
      expect(result.explanation.steps).toEqual([]);
    }
  });

  test("few answers are warned about", () => {
    expect(nps([10]).warnings.map(({ code }) => code)).toEqual(["small-sample"]);
  });

  // Lewis & Sauro's form on 50 % promoters, 40 % detractors of 200: ±13.1, not ±9.7.
  test("the plain Wald interval keeps the covariance of promoters and detractors", () => {
    const counts = { promoters: 100, passives: 20, detractors: 80 };
    const { interval } = npsFromCounts(counts, { intervalMethod: "wald" });
    expect(interval?.method).toBe("wald");
    expect(interval?.upper).toBeCloseTo(10 + 13.07, 2);
    expect(interval?.lower).toBeCloseTo(10 - 13.07, 2);
  });

  test("ten promoters: the adjusted interval claims no certainty, and Wald has none to give", () => {
    const tens = new Array<number>(10).fill(10);
    expect(nps(tens).interval?.lower).toBeCloseTo(47.5, 1);
    const wald = nps(tens, { intervalMethod: "wald" });
    expect(wald.interval).toBeNull();
    expect(wald.warnings).toContainEqual(
      expect.objectContaining({ code: "no-interval", because: "no-spread" }),
    );
  });

  test.each([
    [10, -48.5, 100],
    [0, -100, 48.5],
    [7, -60, 60],
  ])("the interval of the single answer %d holds its score", (answer, lower, upper) => {
    const { interval } = nps([answer]);
    expect(interval?.lower).toBeCloseTo(lower, 1);
    expect(interval?.upper).toBeCloseTo(upper, 1);
  });

  test("when everyone was asked and answered, both bounds are the score", () => {
    const question = { population: 3 };
    const thirds = nps([10, 7, 7], question);
    expect(thirds.interval).toMatchObject({ lower: thirds.value, upper: thirds.value });
    const wald = nps([10, 10, 10], { ...question, intervalMethod: "wald" });
    expect(wald.interval).toMatchObject({ lower: 100, upper: 100 });
  });

  test("a known population narrows the interval, down to nothing when all answered", () => {
    const counts = { promoters: 100, passives: 20, detractors: 80 };
    const width = (population?: number): number => {
      const asked = population === undefined ? {} : { population };
      const { interval } = npsFromCounts(counts, asked);
      return (interval?.upper ?? 0) - (interval?.lower ?? 0);
    };
    expect(width(400)).toBeCloseTo(width() * Math.sqrt(200 / 399), 9);
    expect(width(200)).toBe(0);
    const call = () => nps([9, 10], { population: 1 });
    expect(refusalOf(call).issues[0]?.option).toBe("population");
  });

  test("a period counts the dated answers within it", () => {
    const rows = [
      { score: 10, date: "2025-03-31" },
      { score: 0, date: "2025-04-01" },
      { score: 9, date: "2025-06-30" },
      { score: 9, date: "2025-07-01" },
    ];
    const { counts, period } = nps(rows, { period: "2025-Q2" });
    expect(counts).toMatchObject({ promoters: 1, detractors: 1, passives: 0 });
    expect(period).toEqual({ start: "2025-04-01", end: "2025-07-01" });
  });

  test("a ledger of several surveys answers each", () => {
    const ledger = answersLedger(
      [
        { survey: "nps", score: 9 },
        { survey: "csat", score: 5 },
        { survey: "ces", score: 7 },
      ],
      { scales: { ces: { min: 1, max: 7 } } },
    );
    expect(nps(ledger).counts.promoters).toBe(1);
    expect(csat(ledger).counts.satisfied).toBe(1);
    expect(ces(ledger, { version: "2.0" }).value).toBe(7);
  });

  test.each([
    [[11], {}, "score-out-of-scale"],
    [[-1], {}, "score-out-of-scale"],
    [[7.5], {}, "score-not-integer"],
    [["9"], {}, "field-wrong-type"],
    [[9], { confidence: 95 }, "option-out-of-range"],
    [[9], { confidnce: 0.9 }, "option-unknown"],
    [[9], { scale: { min: 1, max: 5 } }, "scale-invalid"],
  ])("refuses %j with %j", (scores, question, code) => {
    const error = refusalOf(() => nps(scores as number[], question as AnswersQuestion));
    expect(error.issues.map((issue) => issue.code)).toContain(code);
  });

  test("counts typed by hand are checked", () => {
    const wrong = { promoters: 1.5, passives: 0, detractors: 0 };
    const error: KpiError = refusalOf(() => npsFromCounts(wrong));
    expect(error.code).toBe("invalid-argument");
    expect(error.issues[0]?.option).toBe("promoters");
  });
});

describe("csat", () => {
  const table = { scale: { min: 1, max: 5 }, countsByScore: [14, 9, 10, 32, 42] };

  test("the top box of 1 to 5 is 4 and 5", () => {
    const result = csatFromCounts(table);
    expect(result.counts).toMatchObject({ satisfied: 74, answered: 107 });
    expect(result.value).toBeCloseTo(0.6916, 4);
    // Wilson of 74 in 107.
    expect(result.interval?.lower).toBeCloseTo(0.599, 3);
    expect(result.interval?.upper).toBeCloseTo(0.771, 3);
  });

  test.each([
    [{ min: 1, max: 7 }, [5, 6, 7], 2 / 3],
    [{ min: 0, max: 10 }, [8, 9, 10], 2 / 3],
    [{ min: 1, max: 3 }, [1, 2, 3], 1 / 3],
    [{ min: 1, max: 2 }, [1, 2], 1 / 2],
  ])("on %j %j gives %d", (scale, scores, share) => {
    expect(csat(scores, { scale }).value).toBeCloseTo(share, 12);
  });

  test("satisfied and answered alone are enough", () => {
    expect(csatFromCounts({ satisfied: 60, answered: 100 }).value).toBe(0.6);
  });

  test.each([
    [{ satisfied: 61, answered: 60 }, "satisfied"],
    [{ answered: 60 }, "satisfied"],
    [{ ...table, satisfied: 75 }, "satisfied"],
    [{ ...table, countsByScore: [1, 2] }, "countsByScore"],
  ])("refuses counts that contradict themselves: %j", (counts, member) => {
    expect(refusalOf(() => csatFromCounts(counts)).issues[0]?.option).toBe(member);
  });

  // By hand, in docs/definitions/csat.md.
  test.each([
    [{}, 0.6916, "wilson"],
    [{ method: "top-box" }, 0.6916, "wilson"],
    [{ method: "top-1" }, 0.3925, "wilson"],
    [{ method: "mean" }, 3.7383, "t"],
    [{ method: "normalised" }, 0.6846, "t"],
    [{ method: "exclude-neutral" }, 0.7629, "wilson"],
    [{ method: "good-bad" }, 0.7629, "wilson"],
    [{ method: "good-bad", neutralIsBad: true }, 0.6916, "wilson"],
    [{ method: "dissatisfied" }, 0.215, "wilson"],
    [{ method: "dissatisfied", neutralIsBad: true }, 0.3084, "wilson"],
  ] as const)("14, 9, 10, 32, 42 answers of 1 to 5 with %j give %d", (form, value, interval) => {
    const result = csatFromCounts(table, form);
    expect(result.value).toBeCloseTo(value, 4);
    expect(result.interval?.method).toBe(interval);
  });

  test("the interval of a normalised mean is that of the mean on a scale from 0 to 1", () => {
    const [mean, normalised] = [
      csatFromCounts(table, { method: "mean" }).interval,
      csatFromCounts(table, { method: "normalised" }).interval,
    ];
    expect(normalised?.lower).toBeCloseTo(((mean?.lower ?? 0) - 1) / 4, 10);
    expect(normalised?.upper).toBeCloseTo(((mean?.upper ?? 0) - 1) / 4, 10);
  });

  test("satisfied and dissatisfied are all only where the scale has two answers", () => {
    const two = { scale: { min: 1, max: 2 }, countsByScore: [40, 60] };
    const [good, bad] = [csatFromCounts(two), csatFromCounts(two, { method: "dissatisfied" })];
    expect([good.value, bad.value]).toEqual([0.6, 0.4]);
    expect(csatFromCounts(table, { method: "dissatisfied" }).value).toBeLessThan(1 - 74 / 107);
  });

  test("the bottom box mirrors the top box", () => {
    for (const [scale, scores, share] of [
      [{ min: 1, max: 7 }, [1, 2, 3, 7], 1 / 2],
      [{ min: 0, max: 10 }, [0, 1, 2, 6], 1 / 2],
      [{ min: 1, max: 3 }, [1, 2, 3, 3], 1 / 4],
    ] as const) {
      expect(csat(scores, { scale, method: "dissatisfied" }).value).toBe(share);
    }
  });

  test("when all were neutral there is no share of satisfied among the others", () => {
    const result = csat([3, 3], { method: "exclude-neutral" });
    expect(result).toMatchObject({ status: "no-value", reason: "no-responses" });
    expect(result.explanation.sentence).toMatch(/Every answer was neutral/);
  });

  test("forms that need the answers by score say so", () => {
    const result = csatFromCounts({ satisfied: 60, answered: 100 }, { method: "mean" });
    expect(result).toMatchObject({ status: "no-value", reason: "missing-count" });
    const bad = { method: "dissatisfied", neutralIsBad: true } as const;
    expect(csatFromCounts({ satisfied: 60, answered: 100 }, bad).value).toBe(0.4);
  });

  test.each(["top-box", "mean", "exclude-neutral"] as const)(
    "neutralIsBad does not go with %s",
    (method) => {
      const error = refusalOf(() => csat([3], { method, neutralIsBad: true }));
      expect(error.issues[0]?.option).toBe("neutralIsBad");
    },
  );

  test("variants say in numbers why they differ", () => {
    const { variants, notComputed } = csatVariantsFromCounts(table);
    expect(variants.map(({ variant, isDefault }) => [variant, isDefault])[0]).toEqual([
      "top-box",
      true,
    ]);
    expect(variants).toHaveLength(9);
    expect(notComputed).toEqual([]);
    const why = Object.fromEntries(
      variants.map(({ variant, difference }) => [variant, difference]),
    );
    expect(why["exclude-neutral"]).toBe(
      "Leaves out 10 answers that were neither satisfied nor dissatisfied.",
    );
    expect(why["top-1"]).toBe(
      "Leaves out 32 answers that were satisfied but not at the highest score.",
    );
    expect(csatVariants([5, 4, 1]).variants.map(({ value }) => value)).toContain(1 / 3);
  });

  test("a scale without an agreed top box is refused", () => {
    const error = refusalOf(() => csat([3], { scale: { min: 1, max: 6 } }));
    expect(error.issues[0]).toMatchObject({ code: "scale-invalid", option: "scale" });
  });
});

describe("ces", () => {
  const counts = { version: "2.0", countsByScore: [80, 210, 140, 110, 160, 180, 120] } as const;

  test("is the mean answer, and says which way is good", () => {
    const result = cesFromCounts(counts);
    expect(result.value).toBe(4.08);
    expect(result.explanation.sentence).toMatch(/where high is good/);
    const low = cesFromCounts({ version: "1.0", countsByScore: [5, 5, 0, 0, 0] });
    expect(low.explanation.sentence).toMatch(/where low is good/);
  });

  test("the interval is Student's t", () => {
    // 1,000 answers, mean 4.08, variance by hand: Σx² = 20,300.
    const standardError = Math.sqrt((20_300 - 4080 * 4.08) / 999 / 1000);
    const { interval } = cesFromCounts(counts);
    expect(interval?.upper).toBeCloseTo(4.08 + 1.962341 * standardError, 6);
  });

  test("a sum of scores has a value but no interval", () => {
    const result = cesFromCounts({ version: "2.0", scoreSum: 350, answered: 100 });
    expect(result.value).toBe(3.5);
    expect(result.warnings).toMatchObject([
      { code: "no-interval", because: "counts-lack-moments" },
    ]);
  });

  test("the version is required, and its scale is the only one", () => {
    const error = refusalOf(() => ces([5], {} as { version: "2.0" }));
    expect(error.issues[0]).toMatchObject({ code: "option-missing", option: "version" });
    const off = refusalOf(() => ces([6], { version: "1.0" }));
    expect(off.issues[0]?.code).toBe("score-out-of-scale");
  });

  // By hand, in docs/definitions/ces.md.
  test.each([
    ["mean", 4.08, "t"],
    ["percent-agree", 0.46, "wilson"],
    ["top-2", 0.3, "wilson"],
    ["net-easy", -13, "adjusted-wald"],
  ] as const)(
    "80, 210, 140, 110, 160, 180, 120 answers by %s give %d",
    (method, value, interval) => {
      const result = cesFromCounts(counts, { method });
      expect(result).toMatchObject({ variant: method, value, interval: { method: interval } });
      expect(result.interval?.lower).toBeLessThan(value);
      expect(result.interval?.upper).toBeGreaterThan(value);
    },
  );

  test("version 1.0 asks for effort, so nobody agrees", () => {
    const call = () => ces([5], { version: "1.0", method: "percent-agree" });
    expect(refusalOf(call).issues[0]?.option).toBe("method");
    const { variants, notComputed } = cesVariantsFromCounts({
      ...{ version: "1.0", countsByScore: [5, 5, 0, 0, 0] },
    });
    expect(variants.map(({ variant }) => variant)).toEqual(["mean"]);
    expect(notComputed).toHaveLength(3);
  });

  test("a sum of scores has no share", () => {
    const sums = { version: "2.0", scoreSum: 350, answered: 100 } as const;
    const result = cesFromCounts(sums, { method: "top-2" });
    expect(result).toMatchObject({ status: "no-value", reason: "missing-count" });
    expect(cesVariantsFromCounts(sums).notComputed.map(({ variant }) => variant)).toEqual([
      ...["percent-agree", "top-2", "net-easy"],
    ]);
  });

  test("variants stand side by side", () => {
    const { variants } = cesVariants([7, 6, 5, 2], { version: "2.0" });
    expect(variants.map(({ value }) => value)).toEqual([5, 0.75, 0.5, 25]);
    expect(variants[3]?.difference).toBe(
      "Sets 2 answers of 6 and 7 against 1 of 1 to 3, as NPS does.",
    );
  });
});
