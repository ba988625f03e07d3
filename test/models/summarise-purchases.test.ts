import { describe, expect, test } from "vitest";
import { summarisePurchases } from "../../src/models/summarise-purchases.ts";
import { sharedJson } from "../stats/shared-json.ts";
import { type Check, sharedLines, worstOf } from "./shared-data.ts";

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

interface Purchase {
  readonly customer: number;
  readonly date: string;
  readonly amount: number;
}

function columnsOf(purchases: readonly Purchase[]) {
  return {
    customer: Int32Array.from(purchases, ({ customer }) => customer),
    day: Int32Array.from(purchases, ({ date }) => dayOf(date)),
    amount: Float64Array.from(purchases, ({ amount }) => amount),
  };
}

describe("summarisePurchases", () => {
  const may = (day: number, amount: number, customer = 0): Purchase => ({
    customer,
    date: `2025-05-${String(day).padStart(2, "0")}`,
    amount,
  });
  const observedUntil = dayOf("2025-06-01");

  test("counts what comes after the first purchase, whatever the order of the rows", () => {
    const rows = [may(20, 30), may(1, 9), may(8, 10)];
    const { repeatPurchases, lastPurchaseAge, age, meanSpend, sumLogGaps } = summarisePurchases(
      columnsOf(rows),
      { unit: "day", observedUntil },
    );
    expect([repeatPurchases[0], lastPurchaseAge[0], age[0], meanSpend?.[0]]).toEqual([
      2, 19, 30, 20,
    ]);
    expect(sumLogGaps?.[0]).toBeCloseTo(Math.log(7 * 12), 12);
  });

  test("takes the purchases of one day as one, those of the first day as the first", () => {
    const rows = [may(1, 9), may(1, 5), may(8, 10), may(8, 2)];
    const merged = summarisePurchases(columnsOf(rows), { unit: "day", observedUntil });
    expect([merged.repeatPurchases[0], merged.meanSpend?.[0]]).toEqual([1, 12]);
    const apart = summarisePurchases(columnsOf(rows), {
      unit: "day",
      observedUntil,
      mergeSameDay: false,
    });
    expect([apart.repeatPurchases[0], apart.meanSpend?.[0]]).toEqual([3, 17 / 3]);
    expect(apart.sumLogGaps).toBeNull();
  });

  test("keeps what follows the summary apart, and leaves out who comes later", () => {
    const rows = [may(1, 9), may(8, 10), may(20, 30), may(21, 40), may(21, 1, 1)];
    const summary = summarisePurchases(columnsOf(rows), {
      unit: "day",
      holdoutFrom: dayOf("2025-05-15"),
      observedUntil,
    });
    expect([...summary.customer]).toEqual([0]);
    expect(summary.newInHoldout).toBe(1);
    expect([summary.repeatPurchases[0], summary.age[0]]).toEqual([1, 13]);
    expect(summary.holdout).toEqual({
      horizon: 17,
      purchases: Float64Array.of(2),
      meanSpend: Float64Array.of(35),
    });
  });

  test("does not look at the end of the observation or later", () => {
    const rows = [may(1, 9), { customer: 0, date: "2025-06-01", amount: 5 }];
    expect(summarisePurchases(columnsOf(rows), { observedUntil }).repeatPurchases[0]).toBe(0);
  });

  test("measures the same age in every unit", () => {
    const rows = columnsOf([may(1, 9), may(31, 9)]);
    const ageIn = (unit: "day" | "week" | "month" | "year") =>
      summarisePurchases(rows, { unit, observedUntil }).age[0];
    expect(ageIn("day")).toBe(30);
    expect(ageIn("week")).toBe(30 / 7);
    expect(ageIn("month")).toBe(30 / 30.436875);
    expect(ageIn("year")).toBe(30 / 365.2425);
  });

  test("refuses a negative code and an amount that is no number, naming row and field", () => {
    const columns = {
      customer: Int32Array.of(0, -1),
      day: Int32Array.of(1, 2),
      amount: Float64Array.of(Number.NaN, 1),
    };
    expect(() => summarisePurchases(columns, { observedUntil })).toThrow(
      expect.objectContaining({
        code: "invalid-data",
        issues: [
          expect.objectContaining({ row: 0, field: "amount" }),
          expect.objectContaining({ row: 1, field: "customer" }),
        ],
      }),
    );
  });
});

interface SmallCases {
  readonly log: readonly { customer_id: number; date: string; amount: number }[];
  readonly observation_end: string;
  readonly results: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>
  >;
}

const small = sharedJson("oracles/rfm_small_cases.json") as SmallCases | null;

describe.skipIf(small === null)("against rfm_small_cases.json", () => {
  const purchases = (small?.log ?? []).map(({ customer_id, date, amount }) => ({
    customer: customer_id,
    date,
    amount,
  }));
  const observedUntil = dayOf(small?.observation_end ?? "") + 1;

  test.each([
    ["freq=D,multiplier=1", "day", "day"],
    ["freq=D,multiplier=7", "week", "day"],
    ["freq=W,multiplier=1", "week", "week"],
    ["freq=M,multiplier=1", "month", "month"],
  ] as const)("%s agrees in every number", (key, unit, buckets) => {
    const summary = summarisePurchases(columnsOf(purchases), { unit, buckets, observedUntil });
    const repeats = small?.results[`${key},include_first=False`] ?? {};
    const all = small?.results[`${key},include_first=True`] ?? {};
    const checks = [...summary.customer].flatMap((code, row): readonly Check[] => {
      const peer = repeats[String(code)] ?? {};
      const x = summary.repeatPurchases[row] ?? -1;
      const mean = summary.meanSpend?.[row] ?? -1;
      const withFirst = (x * mean + (summary.firstSpend?.[row] ?? -1)) / (x + 1);
      return [
        [`x of ${code}`, x, peer["frequency"] ?? -2],
        [`t_x of ${code}`, summary.lastPurchaseAge[row] ?? -1, peer["recency"] ?? -2],
        [`T of ${code}`, summary.age[row] ?? -1, peer["T"] ?? -2],
        [`spend of ${code}`, mean, peer["monetary_value"] ?? -2],
        [`all spend of ${code}`, withFirst, all[String(code)]?.["monetary_value"] ?? -2],
        [`all of ${code}`, x + 1, all[String(code)]?.["frequency"] ?? -2],
      ];
    });
    expect(checks.length).toBe(36);
    expect(worstOf(`rfm_small_cases.json ${key}`, checks)).toBeLessThan(1e-12);
  });
});

interface CdnowCases {
  readonly full: { readonly n: number; readonly column_sums: Readonly<Record<string, number>> };
  readonly calibration_holdout: CdnowCases["full"];
  readonly customers: readonly {
    readonly id: number;
    readonly full: Readonly<Record<string, number>>;
    readonly calibration_holdout: Readonly<Record<string, number>>;
  }[];
}

const cdnow = sharedJson("oracles/rfm_cdnow_sample.json") as CdnowCases | null;
const transactions = sharedLines("cdnow_sample_transactions.csv");

describe.skipIf(cdnow === null || transactions.length === 0)(
  "against rfm_cdnow_sample.json",
  () => {
    const purchases = transactions.map((line): Purchase => {
      const [customer = "", date = "", , amount = ""] = line.split(",");
      return { customer: Number(customer), date, amount: Number(amount) };
    });
    const observedUntil = dayOf("1998-07-01");
    const sum = (column: Float64Array | null | undefined): number =>
      (column ?? Float64Array.of(Number.NaN)).reduce((total, value) => total + value, 0);

    test("the whole log agrees in sums and customers", () => {
      const summary = summarisePurchases(columnsOf(purchases), { unit: "day", observedUntil });
      const sums = cdnow?.full.column_sums ?? {};
      const checks: Check[] = [
        ["x", sum(summary.repeatPurchases), sums["frequency"] ?? 0],
        ["t_x", sum(summary.lastPurchaseAge), sums["recency"] ?? 0],
        ["T", sum(summary.age), sums["T"] ?? 0],
        ["spend", sum(summary.meanSpend), sums["monetary_value"] ?? 0],
      ];
      for (const { id, full } of cdnow?.customers ?? []) {
        const row = summary.customer.indexOf(id);
        checks.push([`T of ${id}`, summary.age[row] ?? -1, full["T"] ?? -2]);
        checks.push([
          `spend of ${id}`,
          summary.meanSpend?.[row] ?? -1,
          full["monetary_value"] ?? -2,
        ]);
      }
      expect(summary.age.length).toBe(cdnow?.full.n);
      expect(worstOf("rfm_cdnow_sample.json, whole", checks)).toBeLessThan(1e-12);
    });

    test("calibration and hold-out agree in sums and customers", () => {
      const holdoutFrom = dayOf("1997-10-01");
      const options = { unit: "day", observedUntil, holdoutFrom } as const;
      const summary = summarisePurchases(columnsOf(purchases), options);
      const sums = cdnow?.calibration_holdout.column_sums ?? {};
      const checks: Check[] = [
        ["x", sum(summary.repeatPurchases), sums["frequency_cal"] ?? 0],
        ["t_x", sum(summary.lastPurchaseAge), sums["recency_cal"] ?? 0],
        ["T", sum(summary.age), sums["T_cal"] ?? 0],
        ["spend", sum(summary.meanSpend), sums["monetary_value_cal"] ?? 0],
        ["hold-out", sum(summary.holdout?.purchases), sums["frequency_holdout"] ?? 0],
        ["horizon", (summary.holdout?.horizon ?? 0) * 2357, sums["duration_holdout"] ?? 0],
      ];
      for (const { id, calibration_holdout: peer } of cdnow?.customers ?? []) {
        const row = summary.customer.indexOf(id);
        // The peer averages order lines in the hold-out; the corrected values stand beside them.
        const spend =
          peer["monetary_value_holdout_per_day"] ?? peer["monetary_value_holdout"] ?? -2;
        checks.push([`hold-out spend of ${id}`, summary.holdout?.meanSpend?.[row] ?? -1, spend]);
        checks.push([
          `x of ${id}`,
          summary.repeatPurchases[row] ?? -1,
          peer["frequency_cal"] ?? -2,
        ]);
      }
      expect(worstOf("rfm_cdnow_sample.json, split", checks)).toBeLessThan(1e-12);
    });
  },
);
