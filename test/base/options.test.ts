import { describe, expect, test } from "vitest";
import {
  type OptionChecks,
  oneOf,
  readOptions,
  wholeNumber,
  yesOrNo,
} from "../../src/base/options.ts";
import { readCohortCounts } from "../../src/counts/read-cohort-counts.ts";
import { readFormulaClvCounts } from "../../src/counts/read-formula-clv-counts.ts";
import {
  averageOrderValue,
  cohortRetention,
  csatFromCounts,
  nps,
  npsFromCounts,
  timeBetweenPurchasesFromCounts,
} from "../../src/index.ts";
import { refusalOf } from "../support/refusal-of.ts";

interface Options {
  readonly colour: "red" | "blue";
  readonly size: number;
  readonly strict: boolean;
  readonly inner: { readonly size: number; readonly strict: boolean };
}

const size = wholeNumber(1, "a whole number from 1 on");
const CHECKS: OptionChecks<Options> = {
  colour: oneOf(["red", "blue"]),
  size,
  strict: yesOrNo,
  inner: (value, option) =>
    readOptions<Options["inner"]>(value, { size, strict: yesOrNo }, option) as Options["inner"],
};

/** The option and the code of every fault of a refusal. */
function faultsOf(run: () => unknown): readonly (readonly [unknown, string])[] {
  return refusalOf(run).issues.map(({ option, code }) => [option, code] as const);
}

describe("an object of options", () => {
  test("with one fault is refused as that fault alone", () => {
    const error = refusalOf(() => readOptions({ size: 0 }, CHECKS));
    expect(error.message).toBe("`size` must be a whole number from 1 on; received 0.");
    expect(error.issues).toHaveLength(1);
  });

  test("with several names all of them, the first one in the message", () => {
    const options = { size: 0, color: "red", strict: "yes", inner: { size: 1.5, strickt: true } };
    const error = refusalOf(() => readOptions(options, CHECKS));
    expect(error.code).toBe("invalid-argument");
    expect(error.message).toBe(
      "`size` must be a whole number from 1 on; received 0. And 4 more faults.",
    );
    expect(error.issues.map(({ option, code }) => [option, code])).toEqual([
      ["size", "option-out-of-range"],
      ["color", "option-unknown"],
      ["strict", "option-wrong-type"],
      ["inner.size", "option-out-of-range"],
      ["inner.strickt", "option-unknown"],
    ]);
    expect(error.totals).toHaveLength(5);
  });

  test("with a fault that is no refusal lets it through", () => {
    const broken = () => {
      throw new Error("a fault of the library");
    };
    expect(() => readOptions({ a: 1 }, { a: broken })).toThrow("a fault of the library");
  });
});

describe("questions", () => {
  test("name a wrong period and a wrong date beside the other faults", () => {
    const question = { period: "2025-13", asOf: "soon", confidence: 95, timezone: "UTC" };
    expect(faultsOf(() => nps([10], question as never))).toEqual([
      ["period", "date-invalid"],
      ["asOf", "date-format"],
      ["confidence", "option-out-of-range"],
      ["timezone", "option-unknown"],
    ]);
  });

  test("name a wrong currency beside the other faults", () => {
    const question = { currency: "euro", guests: "yes" };
    expect(faultsOf(() => averageOrderValue([], question as never))).toEqual([
      ["currency", "currency-format"],
      ["guests", "option-out-of-range"],
    ]);
  });

  test("take a 53rd week where weeks start on the day that has one", () => {
    expect(nps([], { period: "2025-W53", weekStartsOn: "sunday" }).period?.start).toBe(
      "2025-12-28",
    );
    expect(faultsOf(() => nps([], { period: "2025-W53" }))).toEqual([["period", "date-invalid"]]);
  });

  test("name everything that does not go together", () => {
    const question = { every: "month", brackets: [[1, 2]], attribute: "plan" } as const;
    expect(faultsOf(() => cohortRetention([], question))).toEqual([
      ["attribute", "option-out-of-range"],
      ["brackets", "option-out-of-range"],
    ]);
  });
});

test.each([
  [Symbol("first")],
  [
    {
      valueOf: () => {
        throw new Error("secret");
      },
    },
  ],
  [-1],
  [1.5],
  [100_001],
])("a bracket of ages from %s on is refused", (first) => {
  const question = { every: "month", return: "bracket", brackets: [[first, 9]] } as never;
  expect(faultsOf(() => cohortRetention([], question))).toEqual([
    ["brackets", "option-out-of-range"],
  ]);
});

describe("records of counts", () => {
  test("name what is missing beside what is wrong, and call nothing wrong missing", () => {
    const counts = { promotors: 5, passives: -1 };
    expect(faultsOf(() => npsFromCounts(counts as never))).toEqual([
      ["promotors", "option-unknown"],
      ["passives", "option-out-of-range"],
      ["promoters", "option-missing"],
      ["detractors", "option-missing"],
    ]);
  });

  test("name every wrong item of a list", () => {
    expect(faultsOf(() => csatFromCounts({ countsByScore: [1, -1, 2, 1.5, 3] }))).toEqual([
      ["countsByScore.1", "option-out-of-range"],
      ["countsByScore.3", "option-out-of-range"],
    ]);
  });

  test("name every contradiction", () => {
    const csat = { countsByScore: [1, 1, 1, 1, 1], satisfied: 3, answered: 6 };
    expect(faultsOf(() => csatFromCounts(csat))).toEqual([
      ["satisfied", "counts-inconsistent"],
      ["answered", "counts-inconsistent"],
    ]);
    const gaps = { gaps: 2, gapDays: 9, gapTable: [[3, 1]], daysByGaps: [[1, 3]] } as const;
    expect(faultsOf(() => timeBetweenPurchasesFromCounts(gaps))).toEqual([
      ["gaps", "counts-inconsistent"],
      ["gapDays", "counts-inconsistent"],
    ]);
  });

  test("of cohorts name the faults of every cohort", () => {
    const [good, ...wrong] = [
      { size: 3, values: [3], bases: [3], settled: 1 },
      { size: -3, values: [3], bases: [3] },
      { size: 3, values: [3, -1], bases: [3], settled: 1, age: 2 },
    ].map((row) => ({ cohort: "2025-01", period: null, ...row }));
    const { counts } = cohortRetention([], { every: "month" });
    const read = (cohorts: readonly unknown[]) => () =>
      readCohortCounts({ ...counts, cohorts } as never);
    expect(read([good])().cohorts).toHaveLength(1);
    expect(faultsOf(read([good, ...wrong]))).toEqual([
      ["cohorts.1.size", "option-out-of-range"],
      ["cohorts.1.settled", "option-missing"],
      ["cohorts.2.values", "option-out-of-range"],
      ["cohorts.2.age", "option-unknown"],
    ]);
    const tooMany = { ...good, values: [4], settled: 2 };
    expect(faultsOf(read([tooMany, tooMany]))).toEqual([
      ["2025-01.settled", "counts-inconsistent"],
      ["2025-01.settled", "counts-inconsistent"],
    ]);
  });

  test("of formula CLV name the faults of every age", () => {
    const numbers = { from: "numbers", profit: "ten", survival: [[1, 2], [-1, 2], [1]] };
    expect(faultsOf(() => readFormulaClvCounts(numbers as never))).toEqual([
      ["profit", "number-format"],
      ["survival.1", "option-out-of-range"],
      ["survival.2", "option-wrong-type"],
    ]);
  });

  test("with faults beyond number list a thousand and count all", () => {
    const pairs = Array.from({ length: 1200 }, () => null);
    const counts = { from: "numbers", survival: pairs, revenueByAge: pairs };
    const error = refusalOf(() => readFormulaClvCounts(counts as never));
    expect(error.issues).toHaveLength(1000);
    expect(error.totals.reduce((sum, { count }) => sum + count, 0)).toBe(2400);
  });
});
