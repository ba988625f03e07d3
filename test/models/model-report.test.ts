import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { calibrationByFrequency } from "../../src/models/calibration-by-frequency.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitPurchaseModel } from "../../src/models/fit-purchase-model.ts";
import { holdoutByFrequency } from "../../src/models/holdout-by-frequency.ts";
import { holdoutMisses, type SplitSummary, worseByErrors } from "../../src/models/holdout-error.ts";
import { modelReport } from "../../src/models/model-report.ts";
import { PURCHASE_MODELS } from "../../src/models/model-words.ts";
import { NEW_CUSTOMER } from "../../src/models/new-customer.ts";
import type { PurchaseModel } from "../../src/models/purchase-model.ts";
import { purchaseSummary } from "../../src/models/purchase-summary-of-orders.ts";
import { simulatePurchases } from "../../src/models/simulate-purchases.ts";
import { summarisePurchases } from "../../src/models/summarise-purchases.ts";
import { trackPurchases } from "../../src/models/track-purchases.ts";
import { toHtml, toText } from "../../src/result/to-page.ts";
import { cdnowOrders } from "./cdnow-orders.ts";

const model: PurchaseModel = {
  kind: "mbg-nbd",
  parameters: { r: 0.9, alpha: 5, a: 0.8, b: 3 },
};
const days = { acquiredFrom: 20_000, acquiredUntil: 20_090, observedUntil: 20_361 };
const bought = simulatePurchases(model, { customers: 3000, seed: 9, ...days });
const ends = { observedUntil: 20_361, holdoutFrom: 20_221 };

/** A summary with the hold-out that it was asked for. */
function split(purchases = bought, options: Parameters<typeof summarisePurchases>[1] = ends) {
  return summarisePurchases(purchases, options) as SplitSummary;
}

describe("calibrationByFrequency", () => {
  test("counts every customer once, and expects as many", () => {
    const classes = calibrationByFrequency(model, split());
    const sum = (read: "actual" | "expected") => classes.reduce((all, row) => all + row[read], 0);
    expect([sum("actual"), sum("expected").toFixed(6)]).toEqual([3000, "3000.000000"]);
    expect(classes.at(-1)).toMatchObject({ repeatPurchases: 7, orMore: true });
  });

  test("the model that customers were drawn from is right within chance", () => {
    for (const { actual, expected } of calibrationByFrequency(model, split())) {
      expect(Math.abs(actual - expected) / Math.sqrt(expected)).toBeLessThan(3.5);
    }
  });
});

describe("holdoutMisses", () => {
  test("adds up what was made and what was expected, weights included", () => {
    const two = {
      ...split(),
      ...{ customerIds: ["ann", "bob"], meanSpend: null, sumLogGaps: null },
      repeatPurchases: Float64Array.of(0, 3),
      lastPurchaseAge: Float64Array.of(0, 20),
      age: Float64Array.of(30, 30),
      customers: Float64Array.of(3, 1),
      holdout: { horizon: 10, purchases: Float64Array.of(1, 2), meanSpend: null },
    };
    const [one, other] = [0, 1].map((row) =>
      expectedPurchases(
        model,
        { repeatPurchases: 3 * row, lastPurchaseAge: 20 * row, age: 30 },
        10,
      ),
    ) as [number, number];
    const { actual, expected, rootMeanSquare } = holdoutMisses(model, two);
    expect(actual).toBe(5);
    expect(expected).toBeCloseTo(3 * one + other, 12);
    expect(rootMeanSquare ** 2).toBeCloseTo((3 * (one - 1) ** 2 + (other - 2) ** 2) / 4, 12);
  });

  test("the difference of two forecasts is measured in its own standard errors", () => {
    const misses = (...squares: readonly number[]) => ({
      ...{ actual: 0, expected: 0, rootMeanSquare: 0, squares: Float64Array.from(squares) },
    });
    const ones = Float64Array.of(1, 1, 1, 1);
    // Differences 1, 3, 1, 3: mean 2, standard deviation 1, standard error 1/2.
    expect(worseByErrors(misses(1, 3, 1, 3), misses(0, 0, 0, 0), ones)).toBe(4);
    expect(worseByErrors(misses(1, 3, 1, 3), misses(1, 3, 1, 3), ones)).toBe(0);
    const grouped = [misses(1, 3), misses(0, 0), Float64Array.of(2, 2)] as const;
    expect(worseByErrors(...grouped)).toBe(4);
  });
});

describe("holdoutByFrequency", () => {
  test("by classes the hold-out adds up to the whole", () => {
    const summary = split();
    const classes = holdoutByFrequency(model, summary);
    const sum = (read: "actual" | "expected") =>
      classes.reduce((all, row) => all + row.customers * (row[read] ?? 0), 0);
    const { actual, expected } = holdoutMisses(model, summary);
    expect(sum("actual")).toBeCloseTo(actual, 6);
    expect(sum("expected")).toBeCloseTo(expected, 6);
  });

  test("a class without a customer has no mean", () => {
    const [, , third] = holdoutByFrequency(model, {
      ...split(),
      ...{ customerIds: ["ann"], meanSpend: null, sumLogGaps: null },
      repeatPurchases: Float64Array.of(0),
      lastPurchaseAge: Float64Array.of(0),
      age: Float64Array.of(30),
      customers: Float64Array.of(1),
      holdout: { horizon: 10, purchases: Float64Array.of(0), meanSpend: null },
    });
    expect(third).toMatchObject({ customers: 0, actual: null, expected: null });
  });
});

describe("trackPurchases", () => {
  const columns = {
    // Ann buys on days 100, 107, 107 and 121, Bob on 110 and 130, Cid in the hold-out only.
    customer: Int32Array.of(0, 0, 0, 1, 0, 1, 2),
    day: Int32Array.of(100, 107, 107, 110, 121, 130, 125),
  };
  const span = { end: 121, observedUntil: 137 };
  const summary = summarisePurchases(columns, {
    observedUntil: span.observedUntil,
    holdoutFrom: span.end,
  });

  test("counts repeat purchases by weeks that end where the summary ends", () => {
    const weeks = trackPurchases(model, summary, columns, span);
    expect(weeks.map(({ end, actual, inHoldout }) => [end, actual, inHoldout])).toEqual([
      [107, 0, false],
      [114, 1, false],
      [121, 0, false],
      [128, 1, true],
      [135, 1, true], // the days from 135 on are no whole week
    ]);
    expect(weeks.map(({ actualSoFar }) => actualSoFar)).toEqual([0, 1, 1, 2, 3]);
  });

  test("counts the purchases of one day apart where the summary does", () => {
    const apart = { ...span, mergeSameDay: false };
    const { end: holdoutFrom, ...observed } = apart;
    const counted = summarisePurchases(columns, { ...observed, holdoutFrom });
    const weeks = trackPurchases(model, counted, columns, apart);
    expect(weeks.map(({ actual }) => actual)).toEqual([0, 2, 0, 1, 1]);
  });

  test("expects of each customer what the model expects at that age", () => {
    const weeks = trackPurchases(model, summary, columns, span);
    const by = (age: number) => expectedPurchases(model, NEW_CUSTOMER, age / 7);
    // On day 120, the last of the third week, Ann is 20 days old and Bob 10.
    expect(weeks[2]?.expectedSoFar).toBeCloseTo(by(20) + by(10), 12);
    expect(weeks[2]?.expected).toBeCloseTo(by(20) + by(10) - by(13) - by(3), 12);
  });

  test("the model that customers were drawn from is right within chance, week by week", () => {
    const weeks = trackPurchases(model, split(), bought, { end: 20_221, observedUntil: 20_361 });
    const { actualSoFar = 0, expectedSoFar = 0 } = weeks.at(-1) ?? {};
    expect(actualSoFar / expectedSoFar).toBeCloseTo(1, 1);
    const total = weeks.reduce((sum, { actual }) => sum + actual, 0);
    expect(total).toBe(actualSoFar);
  });
});

describe("modelReport", () => {
  test.each(PURCHASE_MODELS)("reports on %s", (kind) => {
    const summary = split();
    const report = modelReport(fitPurchaseModel(kind, summary), summary);
    expect(report.parameters.map(({ meaning }) => meaning === "")).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(report.holdout?.concordance).toBeGreaterThan(0.7);
    expect(report.tracking).toBeNull();
    const text = toText(report);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    expect(toHtml(report)).toContain("<h3>The fit</h3>");
  });

  test("is plain frozen data", () => {
    const summary = split();
    const report = modelReport(fitBgNbd(summary), summary);
    expect(Object.isFrozen(report.calibration[0])).toBe(true);
    expect(structuredClone(report)).toEqual(report);
  });

  test("a finding says the numbers it is made from", () => {
    const summary = split();
    const report = modelReport(fitBgNbd(summary), summary);
    const { expected = 0, actual = 0 } = report.holdout ?? {};
    const said = report.findings.find((finding) => finding.startsWith("The future"));
    expect(said).toContain(`foretold ${expected.toFixed(0)} purchases, ${actual} were made`);
  });

  test("without a hold-out it says nothing of the future", () => {
    const data = summarisePurchases(bought, { observedUntil: 20_361 });
    const report = modelReport(fitBgNbd(data), data);
    expect([report.holdout, report.tracking]).toEqual([null, null]);
    expect(report.findings.join(" ")).not.toContain("The future");
  });

  test("takes a fit on a boundary", () => {
    const rows = [{ repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 200 }];
    const report = modelReport(fitBgNbd(rows), rows);
    expect(report.findings.join(" ")).toContain("Nobody bought again");
    expect(toText(report)).not.toMatch(/NaN|undefined/);
  });

  test("refuses a summary in another unit than the fit", () => {
    const daily = summarisePurchases(bought, { observedUntil: 20_361, unit: "day" });
    expect(() => modelReport(fitBgNbd(split()), daily)).toThrow(
      expect.objectContaining({ code: "invalid-argument" }),
    );
  });
});

const orders = cdnowOrders();

describe.skipIf(orders.length === 0)("modelReport on the CDNOW sample", () => {
  const question = { observedUntil: "1998-07-01", holdoutFrom: "1997-10-01" } as const;
  const early = purchaseSummary(orders, { observedUntil: "1997-10-01" });
  const report = modelReport(fitBgNbd(purchaseSummary(orders, question)), orders, question);

  test("foretells the 39 weeks held out as BG/NBD does: 1,653 purchases where 1,882 were made", () => {
    expect(report.holdout).toMatchObject({ actual: 1882, customers: 2357, horizon: 39 });
    expect(report.holdout?.expected).toBeCloseTo(1653.4, 1);
    const counted = report.holdout?.byFrequency.map(({ customers }) => customers);
    expect(counted).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
  });

  test("tracks 78 weeks; by their end all 4,339 repeat purchases are counted", () => {
    expect(report.tracking?.length).toBe(78);
    expect(report.tracking?.at(-1)?.actualSoFar).toBe(4339);
    const known = report.tracking?.filter(({ inHoldout }) => !inHoldout) ?? [];
    const repeats = early.repeatPurchases.reduce((sum, count) => sum + count, 0);
    expect([known.length, known.at(-1)?.actualSoFar]).toEqual([39, repeats]);
  });

  test("the past is told in the classes of the paper's figure", () => {
    const past = calibrationByFrequency(fitBgNbd(early), early);
    expect(past.map(({ actual }) => actual)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    // The zeros of BG/NBD lie within 1 % of those counted.
    expect(Math.abs((past[0]?.expected ?? 0) / 1411 - 1)).toBeLessThan(0.01);
  });

  test("without a hold-out it tracks all the weeks that the fit has seen", () => {
    const all = { observedUntil: "1998-07-01", holdoutShare: 0 } as const;
    const seen = modelReport(report.fit, orders, all);
    expect(seen.holdout).toBeNull();
    expect(seen.tracking?.length).toBe(78);
    expect(seen.tracking?.some(({ inHoldout }) => inHoldout)).toBe(false);
    expect(seen.tracking?.at(-1)?.actualSoFar).toBe(4339);
  });
});
