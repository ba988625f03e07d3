import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { churnRisk } from "../../src/models/churn-risk.ts";
import { clvSegments } from "../../src/models/clv-segments.ts";
import { customerValues } from "../../src/models/customer-values.ts";
import { deltaInterval } from "../../src/models/delta-interval.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { expectedSpend } from "../../src/models/expected-spend.ts";
import { fitPurchaseModel } from "../../src/models/fit-purchase-model.ts";
import { fitGammaGamma } from "../../src/models/gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/mbg-nbd.ts";
import { PURCHASE_MODELS } from "../../src/models/model-words.ts";
import { NEW_CUSTOMER } from "../../src/models/new-customer.ts";
import { ownRhythm } from "../../src/models/own-rhythm.ts";
import { predictiveClv } from "../../src/models/predictive-clv.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { purchaseDistribution } from "../../src/models/purchase-distribution.ts";
import type { PurchaseModel } from "../../src/models/purchase-model.ts";
import { readSummary, rowOf } from "../../src/models/read-summary.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";
import { discountPerPeriod, valueByPeriod } from "../../src/models/value-by-period.ts";
import { toText } from "../../src/result/to-page.ts";
import { refusalOf } from "../support/refusal-of.ts";

const truth: PurchaseModel = {
  kind: "mbg-nbd",
  parameters: { r: 0.9, alpha: 5, a: 0.8, b: 3 },
};
const data = simulateSummary(
  truth,
  Float64Array.from({ length: 1200 }, (_, index) => 30 + (index % 30)),
  { seed: 12, spend: { kind: "gamma-gamma", parameters: { p: 4, q: 3, v: 20 } } },
);
const models = { purchases: fitMbgNbd(data), spend: fitGammaGamma(data) };
const question = { horizon: 26, annualDiscountRate: 0.15, margin: 0.4, currency: "EUR" } as const;

describe("customerValues", () => {
  const values = customerValues(models, data, question);

  test("is the sum of the periods of valueByPeriod, customer by customer", () => {
    for (const row of [0, 7, 400, 1199]) {
      const history = rowOf(data, row);
      const meanSpend = data.meanSpend?.[row] ?? 0;
      const { repeatPurchases } = history;
      const spend = expectedSpend(
        models.spend,
        repeatPurchases > 0 ? { repeatPurchases, meanSpend } : { repeatPurchases },
      );
      const periods = valueByPeriod(models.purchases, history, {
        ...{ spend: spend ?? 0, margin: 0.4, periods: 26 },
        discount: discountPerPeriod(0.15, 7),
      });
      const wanted = periods.reduce((sum, value) => sum + value, 0);
      expect(values.customers[row]?.value).toBeCloseTo(wanted, 9);
      const { probabilityAlive: alive = 0, expectedPurchases: count } = values.customers[row] ?? {};
      expect(alive).toBe(probabilityAlive(models.purchases, history));
      expect(count).toBeCloseTo(expectedPurchases(models.purchases, history, 26), 12);
      expect((values.customers[row]?.valueIfHere ?? 0) * alive).toBeCloseTo(wanted, 9);
    }
  });

  test("agrees with predictiveClv, for all customers together and for one", () => {
    const { horizon: periods, ...same } = question;
    const asked = { ...same, every: "week", periods, model: models.purchases } as const;
    const all = predictiveClv(data, { ...asked, spend: models.spend });
    expect((all.value ?? 0) / values.total.value).toBeCloseTo(1, 10);
    expect((all.interval?.lower ?? 0) / (values.total.lower ?? 1)).toBeCloseTo(1, 3);
    expect((all.interval?.upper ?? 0) / (values.total.upper ?? 1)).toBeCloseTo(1, 3);
    const named = { ...data, customerIds: Array.from(data.age, (_, row) => `c${row}`) };
    const one = predictiveClv(named, { ...asked, spend: models.spend, customerId: "c7" });
    expect((one.value ?? 0) / (values.customers[7]?.value ?? 1)).toBeCloseTo(1, 10);
  });

  test("the total is the sum, and its interval is no wider than that of one customer", () => {
    const { value, lower, upper, customers } = values.total;
    const sum = values.customers.reduce((all, customer) => all + customer.value, 0);
    expect([customers, value.toFixed(6)]).toEqual([1200, sum.toFixed(6)]);
    expect(lower).toBeLessThan(value);
    expect(upper).toBeGreaterThan(value);
    const width = (row: { lower: number | null; upper: number | null }) =>
      Math.log((row.upper ?? 0) / (row.lower ?? 1));
    const widest = Math.max(...values.customers.map(width));
    expect(width(values.total)).toBeLessThan(widest);
  });

  test("without spend its interval is that of deltaInterval on the same question", () => {
    const plain = customerValues({ purchases: models.purchases }, data, {
      horizon: 8,
      annualDiscountRate: 0,
    });
    const history = rowOf(data, 3);
    const bounds = deltaInterval(models.purchases, (model) => expectedPurchases(model, history, 8));
    expect(plain.isMoney).toBe(false);
    expect(plain.customers[3]?.value).toBeCloseTo(plain.customers[3]?.expectedPurchases ?? 0, 9);
    expect(plain.customers[3]?.lower).toBeCloseTo(bounds?.[0] ?? 0, 6);
    expect(plain.customers[3]?.upper).toBeCloseTo(bounds?.[1] ?? 0, 6);
  });

  test("the interval of the total covers the truth in 95 of 100 data sets, more or less", () => {
    let covered = 0;
    const sets = 40;
    for (let seed = 1; seed <= sets; seed += 1) {
      const drawn = simulateSummary(truth, new Float64Array(250).fill(40), { seed });
      const asked = { horizon: 26, annualDiscountRate: 0 };
      const { lower, upper } = customerValues({ purchases: fitMbgNbd(drawn) }, drawn, asked).total;
      const right = drawn.age.reduce(
        (sum, _, row) => sum + expectedPurchases(truth, rowOf(drawn, row), 26),
        0,
      );
      if ((lower ?? 0) <= right && right <= (upper ?? 0)) covered += 1;
    }
    expect(covered / sets).toBeGreaterThan(0.85);
    expect(covered).toBeLessThan(sets); // an interval that is never wrong is too wide
  });

  test.each(PURCHASE_MODELS)(
    "what one customer is likely to buy holds the stated share of chances under %s",
    (kind) => {
      const purchases = fitPurchaseModel(kind, data, 2);
      const rows = [0, 5, 9].map((row) => rowOf(data, row));
      const { customers } = customerValues({ purchases }, rows, { horizon: 26 });
      for (const row of rows.keys()) {
        const [fewest, most] = customers[row]?.likelyPurchases ?? [0, 0];
        const chances = purchaseDistribution(purchases, rows[row] ?? NEW_CUSTOMER, 26, most);
        const upTo = (n: number) => chances.slice(0, n).reduce((sum, chance) => sum + chance, 0);
        expect(upTo(fewest)).toBeLessThanOrEqual(0.025);
        expect(upTo(most + 1)).toBeGreaterThanOrEqual(0.975);
        expect(upTo(most)).toBeLessThan(0.975);
      }
    },
  );

  test("a place that stands for several customers counts as often", () => {
    const rows = [
      { repeatPurchases: 2, lastPurchaseAge: 20, age: 30, meanSpend: 20, customers: 3 },
      { repeatPurchases: 0, lastPurchaseAge: 0, age: 30 },
    ];
    const { total, customers } = customerValues(models, rows, question);
    const [one = 0, other = 0] = customers.map(({ value }) => value);
    expect(total.customers).toBe(4);
    expect(total.value).toBeCloseTo(3 * one + other, 9);
  });

  test("has no interval, and says so, where the data do not tell the parameters", () => {
    const rows = [{ repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 200 }];
    const { total, remarks } = customerValues({ purchases: fitBgNbd(rows) }, rows);
    expect([total.lower, total.upper]).toEqual([null, null]);
    expect(remarks.join(" ")).toContain("No intervals");
  });

  test("names the median where the mean spend is infinite", () => {
    const spend = { ...models.spend, parameters: { p: 2, q: 0.8, v: 10 } };
    const rows = [{ repeatPurchases: 0, lastPurchaseAge: 0, age: 30 }];
    const { customers, remarks } = customerValues({ ...models, spend }, rows);
    expect(customers[0]?.value).toBeGreaterThan(0);
    expect(remarks.join(" ")).toContain("median");
  });

  test.each([
    [{ horizon: 0 }, "horizon"],
    [{ horizon: 1.5 }, "horizon"],
    [{ annualDiscountRate: -1 }, "annualDiscountRate"],
    [{ margin: 40 }, "margin"],
    [{ confidence: 95 }, "confidence"],
    [{ currency: "euro" }, "currency"],
    [{ discount: 0.1 }, "discount"],
  ])("refuses %j", (wrong, option) => {
    const refused = refusalOf(() => customerValues(models, data, wrong as never)); // wrong on purpose
    expect(refused.issues[0]?.option).toBe(option);
  });

  test("refuses a summary in another unit than the model's, and so does churnRisk", () => {
    const daily = { ...data, unit: "day" } as const;
    for (const ask of [customerValues, churnRisk]) {
      expect(refusalOf(() => ask(models, daily)).issues[0]?.option).toBe("data");
    }
  });

  test("is plain frozen data that shows itself", () => {
    expect(Object.isFrozen(values.customers[0])).toBe(true);
    expect(structuredClone(values)).toEqual(values);
    expect(toText(values)).toMatch(/^Customer lifetime value: [\d,]+\.\d\d EUR/);
  });
});

describe("ownRhythm", () => {
  const model: PurchaseModel = { kind: "bg-nbd", parameters: { r: 1, alpha: 10, a: 1, b: 2 } };

  test("the same silence is unlikely for a frequent buyer and likely for a rare one", () => {
    const often = ownRhythm(model, { repeatPurchases: 10, lastPurchaseAge: 20, age: 30 });
    const rarely = ownRhythm(model, { repeatPurchases: 1, lastPurchaseAge: 20, age: 30 });
    expect(often.chanceOfSilence).toBeCloseTo(0.75 ** 11, 12);
    expect(rarely.chanceOfSilence).toBeCloseTo(0.75 ** 2, 12);
    expect([often.gapsMissed, rarely.gapsMissed]).toEqual([5, 0.5]);
  });

  test("a single purchase has no gap yet, and one day has no gap to count in", () => {
    const once = ownRhythm(model, { repeatPurchases: 0, lastPurchaseAge: 0, age: 30 });
    expect([once.usualGap, once.gapsMissed]).toEqual([null, null]);
    const sameDay = ownRhythm(model, { repeatPurchases: 2, lastPurchaseAge: 0, age: 30 });
    expect([sameDay.usualGap, sameDay.gapsMissed]).toEqual([0, null]);
  });

  test("a clock is late sooner than chance is", () => {
    const parameters = { r: 1, alpha: 2, a: 1, b: 2 };
    const customer = { repeatPurchases: 8, lastPurchaseAge: 40, age: 55 };
    const chance = (k: number) =>
      // The same mean rate for every k.
      ownRhythm({ kind: "mbg-cnbd-k", k, parameters: { ...parameters, alpha: 2 / k } }, customer)
        .chanceOfSilence;
    expect(chance(1)).toBeCloseTo((42 / 57) ** 9, 12);
    expect(chance(4)).toBeLessThan(chance(1) / 2);
  });
});

describe("churnRisk", () => {
  const risk = churnRisk(models, data, question);

  test("ranks customers by P(alive), the least likely still here first", () => {
    const chances = risk.customers.map(({ probabilityAlive: alive }) => alive);
    expect(chances).toEqual([...chances].sort((one, other) => one - other));
  });

  test("at stake is the chance to have left times the value if still here", () => {
    for (const { probabilityAlive: alive, valueIfHere, valueAtStake, value } of risk.customers) {
      expect(valueAtStake + value).toBeCloseTo(valueIfHere, 9);
      expect(valueAtStake).toBeCloseTo((1 - alive) * valueIfHere, 9);
    }
  });

  test("the bands hold every customer once, by the lines that were asked for", () => {
    const asked = { ...question, hereFrom: 0.9, goneBelow: 0.5, unusualBelow: 0.4 };
    const { bands, customers } = churnRisk(models, data, asked);
    expect(bands.map(({ band }) => band)).toEqual(["here", "at-risk", "unclear", "gone"]);
    expect(bands.reduce((sum, band) => sum + band.customers, 0)).toBe(1200);
    for (const { band, probabilityAlive: alive, chanceOfSilence } of customers) {
      const between = chanceOfSilence < 0.4 ? "at-risk" : "unclear";
      expect(band).toBe(alive >= 0.9 ? "here" : alive < 0.5 ? "gone" : between);
    }
    expect(bands.every((band) => band.customers > 0)).toBe(true);
  });

  test("ranks by value at stake if asked", () => {
    const { customers } = churnRisk(models, data, { ...question, order: "value-at-stake" });
    const stakes = customers.map(({ valueAtStake }) => valueAtStake);
    expect(stakes).toEqual([...stakes].sort((one, other) => other - one));
  });

  test("says that BG/NBD cannot see one-time buyers leave", () => {
    const { remarks } = churnRisk({ ...models, purchases: fitBgNbd(data) }, data);
    const once = readSummary(data).repeatPurchases.filter((x) => x === 0).length;
    expect(remarks).toEqual([expect.stringContaining(`${once} customers bought once only`)]);
    expect(risk.remarks).toEqual([]);
  });

  test("escapes the names of customers when it shows itself", () => {
    const rows = [
      { customerId: "<b>\u001b[31m", repeatPurchases: 5, lastPurchaseAge: 20, age: 30 },
    ];
    const text = toText(
      churnRisk({ purchases: models.purchases }, rows, { goneBelow: 0, hereFrom: 1 }),
    );
    expect(text).toContain("\\u001b");
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("refuses lines that cross", () => {
    const run = () => churnRisk(models, data, { hereFrom: 0.3, goneBelow: 0.6 });
    expect(refusalOf(run).issues[0]?.option).toBe("goneBelow");
  });
});

describe("clvSegments", () => {
  const ten = [100, 50, 20, 10, 5, 5, 4, 3, 2, 1].map((value) => ({ value }));

  test("cuts ten customers by hand: 2, 3 and 5", () => {
    const { segments, cutPoints } = clvSegments(ten);
    expect(cutPoints).toEqual([50, 5]);
    expect(segments.map(({ customers, value }) => [customers, value])).toEqual([
      [2, 150],
      [4, 40], // two customers of 5 stay together
      [4, 10],
    ]);
    expect(segments.map(({ shareOfValue }) => shareOfValue)).toEqual([0.75, 0.2, 0.05]);
    expect(segments[0]?.places).toEqual([0, 1]);
  });

  test("cuts where it is told, and names the tiers", () => {
    const asked = { cutPoints: [50, 200 / 40], names: ["gold", "silver", "bronze"] };
    const { segments } = clvSegments(ten, asked);
    expect(segments.map(({ name, customers }) => `${name} ${customers}`)).toEqual([
      "gold 2",
      "silver 4",
      "bronze 4",
    ]);
    const none = clvSegments(ten, { cutPoints: [1000] }).segments[0];
    expect(none).toMatchObject({ customers: 0, from: null, to: null, value: 0, shareOfValue: 0 });
  });

  test("counts places that stand for several customers as often", () => {
    const { segments } = clvSegments(
      [
        { value: 10, customers: 2 },
        { value: 1, customers: 8 },
      ],
      { shares: [0.2, 0.8] },
    );
    expect(segments.map(({ customers, value }) => [customers, value])).toEqual([
      [2, 20],
      [8, 8],
    ]);
  });

  test("has no share of no value", () => {
    const { segments } = clvSegments([{ value: 0 }, { value: 0 }]);
    expect(segments.map(({ shareOfValue }) => shareOfValue)).toEqual([null, null, null]);
  });

  test("holds every customer once, whatever the values", () => {
    const values = customerValues(models, data, question);
    const made = clvSegments(values);
    const places = made.segments.flatMap((segment) => segment.places);
    expect([...places].sort((one, other) => one - other)).toEqual([...data.age.keys()]);
    expect(made.currency).toBe("EUR");
    expect(toText(made)).toMatch(/The first tier, 20\.\d% of the customers, holds/);
  });

  test.each([
    [{ shares: [0.5, 0.4] }, "shares"],
    [{ shares: [1.5, -0.5] }, "shares"],
    [{ cutPoints: [1, 2] }, "cutPoints"],
    [{ names: ["one"] }, "names"],
    [{ tiers: 3 }, "tiers"],
  ])("refuses %j", (wrong, option) => {
    const refused = refusalOf(() => clvSegments(ten, wrong as never)); // wrong on purpose
    expect(refused.issues[0]?.option).toBe(option);
  });

  test("refuses nobody, and a value that is none", () => {
    expect(refusalOf(() => clvSegments([])).issues[0]?.option).toBe("customers");
    const run = () => clvSegments([{ value: 1 }, { value: Number.NaN }]);
    expect(refusalOf(run).issues[0]?.option).toBe("customers[1].value");
  });
});
