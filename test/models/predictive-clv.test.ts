import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { customerValues } from "../../src/models/customer-values.ts";
import { expectedSpend } from "../../src/models/expected-spend.ts";
import { fitPurchaseModel } from "../../src/models/fit-purchase-model.ts";
import { fitGammaGamma } from "../../src/models/gamma-gamma.ts";
import { PURCHASE_MODELS } from "../../src/models/model-words.ts";
import { type PredictiveClv, predictiveClv } from "../../src/models/predictive-clv.ts";
import type { PredictiveClvQuestion } from "../../src/models/predictive-clv-question.ts";
import type { PurchaseSummary } from "../../src/models/purchase-summary.ts";
import { readSummary, rowOf } from "../../src/models/read-summary.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";
import { discountPerPeriod, valueByPeriod } from "../../src/models/value-by-period.ts";
import { refusalOf } from "../support/refusal-of.ts";

const independent = create(all ?? {}, { number: "BigNumber", precision: 60 });

const MONEY = { currency: "EUR", annualDiscountRate: 0.1 } as const;

/** A shop of 400 customers that buys with some chance, leaves and spends as the models think. */
function shop(): PurchaseSummary {
  const model = { kind: "mbg-nbd", parameters: { r: 0.8, alpha: 6, a: 0.7, b: 2.5 } } as const;
  const ages = Float64Array.from({ length: 400 }, (_, index) => 30 + (index % 20));
  const spend = { kind: "gamma-gamma", parameters: { p: 4, q: 3.5, v: 20 } } as const;
  const summary = simulateSummary(model, ages, { seed: 4, spend });
  return { ...summary, customerIds: Array.from(ages, (_, index) => `c${index}`) };
}

const SUMMARY = shop();
/** The customer with most repeat purchases, and one with none. */
const BEST = `c${SUMMARY.repeatPurchases.indexOf(Math.max(...SUMMARY.repeatPurchases))}`;
const NONE = `c${SUMMARY.repeatPurchases.indexOf(0)}`;

function ask(question: PredictiveClvQuestion): PredictiveClv {
  return predictiveClv(SUMMARY, { ...MONEY, ...question });
}

function near(actual: number | null | undefined, wanted: number, tolerance: number): void {
  expect(Math.abs((actual ?? Number.NaN) / wanted - 1)).toBeLessThan(tolerance);
}

describe("the value comes from its expression", () => {
  const spend = fitGammaGamma(SUMMARY);
  const questions = PURCHASE_MODELS.flatMap((kind) => {
    const model = fitPurchaseModel(kind, SUMMARY, 2);
    return [undefined, BEST, NONE].map(
      (customerId) => [kind, customerId ?? "all", customerId, model] as const,
    );
  });
  test.each(questions)("%s, %s", (kind, _, customerId, model) => {
    const who = customerId === undefined ? {} : { customerId };
    const result = ask({ model, spend, margin: 0.3, every: "week", periods: 7, ...who });
    const { explanation, exact, value, interval } = result;
    expect(result.variant).toBe(kind);
    expect(explanation.expression).toMatch(/^[\x20-\x7e]+$/);
    const evaluated = independent.bignumber(String(independent.evaluate(explanation.expression)));
    expect(evaluated.toSignificantDigits(30).toString()).toBe(
      independent
        .bignumber(exact ?? "NaN")
        .toSignificantDigits(30)
        .toString(),
    );
    expect(Number(explanation.steps.at(-1))).toBe(value);
    near(
      value,
      result.counts.valueByPeriod.reduce((sum, part) => sum + part, 0),
      1e-10,
    );
    expect(interval?.lower).toBeLessThan(value ?? 0);
    expect(interval?.upper).toBeGreaterThan(value ?? 0);
    for (const symbol of explanation.symbols) {
      if (symbol.kind === "statistic") expect(symbol.n).toBeGreaterThan(0);
    }
  });
});

describe("the value is what its parts say", () => {
  const purchases = fitPurchaseModel("bg-nbd", SUMMARY);
  const spend = fitGammaGamma(SUMMARY);

  test("of one customer: purchases of each month × spend × margin, discounted", () => {
    const at = SUMMARY.customerIds?.indexOf(BEST) ?? -1;
    const history = rowOf(SUMMARY, at);
    const meanSpend = SUMMARY.meanSpend?.[at] ?? 0;
    const month = 30.436875;
    const parts = valueByPeriod(purchases, history, {
      spend: expectedSpend(spend, { ...history, meanSpend }) ?? Number.NaN,
      periods: 12,
      periodLength: month / 7,
      discount: discountPerPeriod(0.1, month),
      margin: 0.3,
    });
    const { counts, value } = ask({ customerId: BEST, margin: 0.3 });
    for (const [month, part] of parts.entries()) near(counts.valueByPeriod[month], part, 1e-9);
    near(
      value,
      parts.reduce((sum, part) => sum + part, 0),
      1e-9,
    );
  });

  test("of all: the sum over the customers, and what customerValues tells", () => {
    const whole = ask({ every: "week", periods: 26, margin: 0.3 });
    const { total } = customerValues({ purchases, spend }, SUMMARY, {
      horizon: 26,
      margin: 0.3,
      annualDiscountRate: 0.1,
    });
    near(whole.value, total.value, 1e-9);
    near(whole.interval?.lower, total.lower ?? Number.NaN, 1e-3);
    near(whole.interval?.upper, total.upper ?? Number.NaN, 1e-3);
    near(whole.counts.fitted?.alive, total.alive, 1e-9);
    near(whole.counts.fitted?.expectedPurchases, total.expectedPurchases, 1e-9);
    const few = SUMMARY.customerIds?.slice(0, 8) ?? [];
    const each = few.map((customerId) => {
      return ask({ customerId, model: purchases, spend, margin: 0.3, every: "week", periods: 26 });
    });
    const part = customerValues({ purchases, spend }, SUMMARY, {
      horizon: 26,
      margin: 0.3,
      annualDiscountRate: 0.1,
    });
    for (const [at, { value, interval }] of each.entries()) {
      near(value, part.customers[at]?.value ?? Number.NaN, 1e-9);
      near(interval?.lower, part.customers[at]?.lower ?? Number.NaN, 1e-3);
    }
  });

  test("groups of like customers count as often as they are", () => {
    const rows = [
      { repeatPurchases: 2, lastPurchaseAge: 19, age: 30, meanSpend: 12, customers: 30 },
      { repeatPurchases: 0, lastPurchaseAge: 0, age: 30, meanSpend: 0, customers: 60 },
      { repeatPurchases: 5, lastPurchaseAge: 29, age: 30, meanSpend: 30, customers: 20 },
    ];
    const apart = rows.flatMap((row) =>
      Array.from({ length: row.customers }, () => ({ ...row, customers: 1 })),
    );
    const [grouped, single] = [rows, apart].map((data) => predictiveClv(data, MONEY));
    near(grouped?.value, single?.value ?? Number.NaN, 1e-9);
    expect(grouped?.counts.customers).toBe(110);
    expect(grouped?.explanation.sentence).toContain("110 customers");
  });

  test("twelve months are a year when nothing is discounted, and less of it when it is", () => {
    const undiscounted = { customerId: BEST, annualDiscountRate: 0 };
    const months = ask(undiscounted);
    near(months.value, ask({ ...undiscounted, every: "year", periods: 1 }).value ?? 0, 1e-9);
    near(months.value, ask({ ...undiscounted, every: "day", periods: 365 }).value ?? 0, 2e-3);
    expect(ask({ customerId: BEST }).value).toBeLessThan(months.value ?? 0);
    near(ask({ ...undiscounted, margin: 0.25 }).value, (months.value ?? 0) / 4, 1e-12);
  });

  test("a higher confidence is a wider interval; interval: false is none", () => {
    const [narrow, wide] = [0.5, 0.99].map((confidence) => ask({ confidence }).interval);
    expect(wide?.upper).toBeGreaterThan(narrow?.upper ?? 0);
    expect(wide?.method).toBe("log-delta");
    expect(ask({ interval: false }).interval).toBeNull();
  });
});

test("the example of docs/definitions/predictive-clv.md comes out as it does by hand", () => {
  const customer = { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 };
  const result = predictiveClv([{ ...customer, customerId: 1, meanSpend: 22.35 }], {
    ...{ currency: "USD", annualDiscountRate: 0, every: "week", periods: 39, customerId: 1 },
    model: {
      ...fitBgNbd(SUMMARY),
      ...{ parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } },
    },
    spend: { ...fitGammaGamma(SUMMARY), parameters: { p: 6.25, q: 3.74, v: 15.44 } },
  });
  expect(result.value).toBeCloseTo(30.24, 2);
  expect(result.counts.fitted?.alive).toBeCloseTo(0.7266, 4);
  const ifHere = result.counts.fitted?.byPeriod.reduce((sum, part) => sum + part, 0);
  expect(ifHere).toBeCloseTo(1.6874, 4);
});

describe("it says which model, why, and how sure", () => {
  test("the model, the reason and the two samples are in the assumptions", () => {
    const text = ask({ customerId: BEST }).explanation.assumptions.join("\n");
    expect(text).toContain("BG/NBD, fitted to 400 customers");
    expect(text).toContain("BG/NBD is the default");
    expect(text).toContain("discounted at 10.0% a year");
    expect(ask({ model: "choose" }).explanation.assumptions.join("\n")).toMatch(/ BIC/);
    const given = fitPurchaseModel("mbg-nbd", SUMMARY);
    expect(ask({ model: given }).explanation.assumptions.join("\n")).toContain("handed in fitted");
  });

  test("of one customer it warns that what happens varies by more than the interval", () => {
    const { warnings, counts } = ask({ customerId: BEST, margin: 0.3 });
    expect(warnings.map(({ code }) => code)).toContain("one-customer-varies");
    expect(counts.fitted?.noPurchase).toBeGreaterThan(0);
    const all = ask({ margin: 0.3 }).warnings.map(({ code }) => code);
    expect(all).not.toContain("one-customer-varies");
    expect(all).toContain("fitted-model");
  });

  test("without a margin it says that this is revenue", () => {
    const { warnings, explanation } = ask({});
    expect(warnings.map(({ code }) => code)).toContain("revenue-not-margin");
    expect(explanation.sentence).toContain("of revenue within the next 12 months");
  });

  test("it is plain and frozen, kept whole by JSON, and passes the published schema", () => {
    const result = ask({ customerId: BEST });
    expect(Object.isFrozen(result.counts.fitted?.byPeriod)).toBe(true);
    expect(structuredClone(result)).toEqual(JSON.parse(JSON.stringify(result)));
    const file = new URL("../../docs/schema/result.schema.json", import.meta.url);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(file, "utf8")));
    expect(validate(JSON.parse(JSON.stringify(result))) ? null : validate.errors).toBeNull();
  });
});

describe("where there is no value", () => {
  const row = { repeatPurchases: 2, lastPurchaseAge: 5, age: 9 };
  const once = { repeatPurchases: 0, lastPurchaseAge: 0, age: 9 };
  test.each([
    ["no-customers", []],
    ["missing-column", [row]],
    ["no-repeat-purchases", [{ ...once, meanSpend: 0 }]],
    [
      "no-revenue",
      [
        { ...row, meanSpend: 0 },
        { ...once, meanSpend: 0 },
      ],
    ],
  ] as const)("%s", (reason, rows) => {
    const result = predictiveClv(rows, MONEY);
    expect(result).toMatchObject({ status: "no-value", value: null, reason });
    expect(result.explanation.sentence.length).toBeGreaterThan(20);
    expect(result.explanation.formula).toContain("sum(");
  });

  test("spend too unequal to have a mean: of new customers none, of old ones there may be", () => {
    const heavy = [1, 2, 3, 5, 9, 20, 80, 900, 20_000, 1e6].map((meanSpend, index) => ({
      ...{ ...row, customerId: index, meanSpend },
    }));
    const rows = [...heavy, { ...once, customerId: "new", meanSpend: 0 }];
    expect(predictiveClv(rows, MONEY).reason).toBe("undefined-mean");
    expect(predictiveClv(rows, { ...MONEY, customerId: "new" }).reason).toBe("undefined-mean");
    expect(predictiveClv(rows, { ...MONEY, customerId: 4 }).value).toBeGreaterThan(0);
    const prior = { q: { median: 2, sigma: 0.1 } };
    const spend = fitGammaGamma(rows, { prior });
    expect(predictiveClv(rows, { ...MONEY, spend }).value).toBeGreaterThan(0);
  });

  test.each(["bg-nbd", "mbg-nbd", "pareto-nbd"] as const)(
    "a boundary of %s, with parameters out of all bounds, leaves a value without an interval",
    (model) => {
      const rows = Array.from({ length: 40 }, (_, index) => ({
        ...{ repeatPurchases: 3, lastPurchaseAge: 8, age: 9, meanSpend: 5 + (index % 7) },
        customerId: index,
      }));
      for (const who of [{}, { customerId: 4 }]) {
        const { value, counts, interval, warnings } = predictiveClv(rows, {
          ...{ ...MONEY, model, periods: 3 },
          ...who,
        });
        near(
          value,
          counts.valueByPeriod.reduce((sum, part) => sum + part, 0),
          1e-9,
        );
        expect(counts.valueByPeriod.every((part) => part >= 0)).toBe(true);
        expect(interval).toBeNull();
        expect(warnings.map(({ message }) => message).join()).toContain(
          "do not tell all parameters",
        );
      }
    },
  );
});

describe("what is refused, by name", () => {
  test.each([
    ["customerId", { customerId: "nobody" }],
    ["customerId", { customerId: null }],
    ["every", { every: "decade" }],
    ["periods", { periods: 0 }],
    ["annualDiscountRate", { annualDiscountRate: -0.1 }],
    ["margin", { margin: 3 }],
    ["model", { model: "lda" }],
    ["model", { model: { kind: "sbg" } }],
    ["spend", { spend: {} }],
    ["confidence", { confidence: 95 }],
    ["timeZone", { timeZone: "UTC" }],
    ["currency", { currency: "euro" }],
    ["horizon", { horizon: 3 }],
  ])("`%s` in %j", (option, question) => {
    const { code, issues } = refusalOf(() => ask(question as PredictiveClvQuestion));
    expect(code).toBe("invalid-argument");
    expect(issues[0]?.option).toBe(option);
  });

  test("money without a currency, and a model of another unit", () => {
    expect(refusalOf(() => predictiveClv(SUMMARY)).message).toContain("currency");
    const daily = fitPurchaseModel("bg-nbd", readSummary([rowOf(SUMMARY, 0)], "day"));
    expect(refusalOf(() => ask({ model: daily })).message).toMatch(/days.*weeks/);
  });
});

test("orders go in as they are, with their own warnings and currency", () => {
  const orders = Array.from({ length: 60 }, (_, index) => ({
    customerId: `c${index % 23}`,
    date: `2025-0${1 + (index % 6)}-${String(10 + (index % 17))}`,
    amount: 10 + (index % 9),
    currency: "EUR",
  }));
  const result = predictiveClv(orders, { observedUntil: "2025-07-01", unit: "day" });
  expect(result.unit).toEqual({ kind: "money", currency: "EUR", decimals: 2 });
  expect(result.counts.customers).toBe(23);
  expect(result.counts.unit).toBe("day");
  expect(predictiveClv([], {}).reason).toBe("no-customers");
});
