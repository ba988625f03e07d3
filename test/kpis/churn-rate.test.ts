import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChurnForm,
  type ChurnOptions,
  churnRate,
  churnRateFromCounts,
  churnRateVariants,
  churnRateVariantsFromCounts,
  convertChurnRate,
  type RetentionCountsInput,
  toText,
} from "../../src/index.ts";
import { ordersOf, subscriptionsOf } from "../support/orders-of.ts";
import { publishedExamples } from "../support/published.ts";
import { refusal } from "../support/refusal.ts";

/** 1000 customers; 500 join; 50 of the old and 12 of the new ones leave. */
const MONTH: RetentionCountsInput = {
  ...{ customersAtStart: 1000, newCustomers: 500, customersAtEnd: 1438 },
  ...{ lostStarters: 50, lostCustomers: 62 },
};

/** The same behaviour a month later, from 1438: 72 of the old and 12 of the new ones leave. */
const NEXT_MONTH: RetentionCountsInput = {
  ...{ customersAtStart: 1438, newCustomers: 500, customersAtEnd: 1854 },
  ...{ lostStarters: 72, lostCustomers: 84 },
};

const FORMS: readonly (readonly [variant: string, form: ChurnForm])[] = [
  ["starters", {}],
  ["all", { numerator: "all" }],
  ["average", { denominator: "average" }],
  ["mid", { denominator: "mid" }],
  ["start-plus-new", { denominator: "start-plus-new" }],
  ["end", { denominator: "end" }],
  ["exposure-hazard", { denominator: "exposure" }],
  ["exposure-probability", { denominator: "exposure", exposureAs: "probability" }],
];

const percent = (value: number | null): string => ((value ?? Number.NaN) * 100).toFixed(2);

const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

describe("churnRateFromCounts", () => {
  test("one month has eight churn rates", () => {
    const rates = FORMS.map(([variant, form]) => {
      const result = churnRateFromCounts(MONTH, form);
      expect(result.variant).toBe(variant);
      return percent(result.value);
    });
    expect(rates).toEqual(["5.00", "6.20", "5.09", "4.96", "4.13", "4.31", "5.09", "4.96"]);
  });

  test("a month later, at the same behaviour, only the fair ones stand still", () => {
    const moved = FORMS.map(([variant, form]) => [
      variant,
      percent(churnRateFromCounts(NEXT_MONTH, form).value),
    ]);
    expect(moved.slice(0, 4)).toEqual([
      ["starters", "5.01"],
      ["all", "5.84"],
      ["average", "5.10"],
      ["mid", "4.98"],
    ]);
  });

  test.each(FORMS)("the expression of %s gives its value", (_, form) => {
    const { explanation, value } = churnRateFromCounts(MONTH, form);
    const scope = { exp: Math.exp };
    const code = explanation.expression.replaceAll("^", "**");
    const evaluated: unknown = new Function("exp", `return ${code}`)(scope.exp);
    expect(evaluated).toBeCloseTo(value ?? Number.NaN, 14);
  });

  test.each(FORMS)("the interval of %s contains its value", (_, form) => {
    const { interval, value } = churnRateFromCounts(MONTH, form);
    expect(interval?.lower).toBeLessThan(value ?? Number.NaN);
    expect(interval?.upper).toBeGreaterThan(value ?? Number.NaN);
  });

  test("Wilson's interval is for shares, the exact one of a rate for the rest", () => {
    const methods = FORMS.map(([, form]) => churnRateFromCounts(MONTH, form).interval?.method);
    expect(methods).toEqual([
      ...["wilson", "poisson", "poisson", "poisson", "wilson"],
      ...["poisson", "poisson", "poisson"],
    ]);
  });

  test("none of 30 lost leaves room up to 11.4 %", () => {
    const { value, interval } = churnRateFromCounts({ customersAtStart: 30, lostStarters: 0 });
    expect(value).toBe(0);
    expect(interval?.lower).toBe(0);
    expect(percent(interval?.upper ?? null)).toBe("11.35");
  });

  test("losses of joiners over the start may exceed 1, and are warned of", () => {
    const counts = { customersAtStart: 10, newCustomers: 90, lostCustomers: 15, lostStarters: 1 };
    const result = churnRateFromCounts(counts, { numerator: "all" });
    expect(result.value).toBe(1.5);
    expect(codes(result)).toContain("mixed-exposure");
  });

  test("losses of the start alone are not warned of", () => {
    const counts = { customersAtStart: 2000, lostCustomers: 300, retainedCustomers: 1700 };
    expect(codes(churnRateFromCounts(counts, { numerator: "all" }))).toEqual([]);
  });

  test("losses come from totals where they are not given", () => {
    const counts = { customersAtStart: 1000, newCustomers: 500, customersAtEnd: 1438 };
    expect(churnRateFromCounts(counts).variant).toBe("counts");
    expect(churnRateFromCounts(counts, { denominator: "mid" }).explanation.steps[0]).toBe(
      "(1000 + 500 − 1438) ÷ (1000 + 500 ÷ 2)",
    );
  });

  test("customers who came back count among those who joined", () => {
    const counts = { ...MONTH, customersAtEnd: 1448, returnedCustomers: 10 };
    const { explanation } = churnRateFromCounts(counts, { denominator: "start-plus-new" });
    expect(explanation.steps[0]).toBe("62 ÷ (1000 + 500 + 10)");
  });

  test("exposure uses days as customers where they are given", () => {
    const counts = { ...MONTH, customerDays: 36_000, periodDays: 30 };
    const { explanation, exact } = churnRateFromCounts(counts, { denominator: "exposure" });
    expect(explanation.steps[0]).toBe("62 ÷ 36000 × 30");
    expect(Number(exact)).toBeCloseTo((62 / 36_000) * 30, 15);
  });

  test.each([
    ["numerator", { denominator: "average", numerator: "starters" }],
    ["exposureAs", { exposureAs: "hazard" }],
    ["reason", { denominator: "end", reason: "voluntary" }],
    ["reason", { numerator: "all", reason: "voluntary" }],
    ["denominator", { denominator: "middle" as "mid" }],
  ] as readonly (readonly [string, ChurnOptions])[])(
    "options that do not go together are refused by name: %s",
    (option, options) => {
      expect(() => churnRateFromCounts(MONTH, options)).toThrow(
        refusal("option-out-of-range", option),
      );
    },
  );

  test.each([
    ["no-customers-at-start", {}, { customersAtStart: 0, lostCustomers: 0 }],
    ["no-customers-at-end", { denominator: "end" }, { ...MONTH, customersAtEnd: 0 }],
    [
      "no-customers",
      { denominator: "average" },
      { customersAtStart: 0, customersAtEnd: 0, lostCustomers: 0 },
    ],
    [
      "no-customers",
      { denominator: "mid" },
      { customersAtStart: 0, newCustomers: 0, lostCustomers: 0 },
    ],
    ["missing-count", { denominator: "end" }, { customersAtStart: 10, lostCustomers: 1 }],
  ] as readonly (readonly [string, ChurnForm, RetentionCountsInput])[])(
    "what cannot be divided is %s, and not 0",
    (reason, form, counts) => {
      const result = churnRateFromCounts(counts, form);
      expect(result).toMatchObject({ status: "no-value", reason, value: null, interval: null });
    },
  );

  const asInput = ({ lostOfStarters, lostOfNew: _, ...inputs }: Record<string, unknown>) =>
    ({
      ...inputs,
      ...(lostOfStarters === undefined ? {} : { lostStarters: lostOfStarters }),
    }) as unknown as RetentionCountsInput; // of the members it names

  for (const { id, inputs, expected, tolerance } of publishedExamples("churnRate")) {
    test(`${id} as published`, () => {
      const { value } = churnRateFromCounts(asInput(inputs), { numerator: "all" });
      expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
    });
  }

  for (const { id, inputs, expected, tolerance } of publishedExamples("churnConversion")) {
    test(`${id} as published`, () => {
      const { periodChurn, periods } = inputs as { periodChurn: number; periods: number };
      const { value } = convertChurnRate(periodChurn, { periods });
      expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
    });
  }
});

describe("churnRate of subscriptions", () => {
  const rows = [
    { customerId: "ann", start: "2025-01-01", mrr: 10 },
    ...(["voluntary", "voluntary", "involuntary", undefined] as const).map((reason, at) => ({
      ...{ customerId: `lost ${at}`, start: "2025-01-01", end: "2025-04-11", mrr: 10 },
      ...(reason === undefined ? {} : { reason }),
    })),
  ];

  test("exposure counts every customer for as long as they were there", () => {
    const { counts, exact } = churnRate(rows, { period: "2025-04", denominator: "exposure" });
    expect(counts).toMatchObject({ customerDays: 30 + 4 * 10, periodDays: 30, lostCustomers: 4 });
    expect(Number(exact)).toBeCloseTo((4 / 70) * 30, 15);
  });

  test("losses are split by why, and the parts stay within the whole", () => {
    const part = (reason: "voluntary" | "involuntary") =>
      churnRate(rows, { period: "2025-04", reason });
    expect(part("voluntary").exact).toBe("0.4");
    expect(part("involuntary").exact).toBe("0.2");
    expect(part("involuntary").variant).toBe("involuntary");
    expect(churnRate(rows, { period: "2025-04" }).exact).toBe("0.8");
  });

  test("the reason of a customer is that of the last span", () => {
    const two = [
      { customerId: "ann", start: "2025-01-01", end: "2025-02-01", mrr: 1, reason: "voluntary" },
      { customerId: "ann", start: "2025-02-10", end: "2025-04-10", mrr: 1, reason: "involuntary" },
    ] as const;
    const { counts } = churnRate(two, { period: "2025-04" });
    expect(counts).toMatchObject({ voluntaryLostStarters: 0, involuntaryLostStarters: 1 });
  });

  test("where no row says why, there is no value and a reason", () => {
    const question = { period: "2025-04", reason: "voluntary" } as const;
    const result = churnRate(subscriptionsOf("ann 2025-01-01"), question);
    expect(result).toMatchObject({ status: "no-value", reason: "missing-column" });
  });
});

describe("churnRateVariants", () => {
  test("says of one month why each form differs, and who uses it", () => {
    const { variants, notComputed } = churnRateVariantsFromCounts(MONTH);
    expect(variants.map(({ variant, value }) => [variant, percent(value)])).toEqual([
      ["starters", "5.00"],
      ["all", "6.20"],
      ["average", "5.09"],
      ["mid", "4.96"],
      ["start-plus-new", "4.13"],
      ["end", "4.31"],
      ["exposure-hazard", "5.09"],
      ["exposure-probability", "4.96"],
    ]);
    expect(variants.map(({ difference }) => difference)).toEqual([
      "The default: customers of the start only, so exactly one minus retention.",
      "Counts 12 customers who joined and left within the period.",
      "Sets 62 losses against the mean of 1000 customers at the start and 1438 at the end.",
      "Sets 62 losses against 1000 customers at the start and half of the 500 who joined, who were there for part of the period.",
      "Sets 62 losses against 1000 customers at the start and all 500 who joined, though these had less time to leave.",
      "Sets 62 losses against 1438 customers at the end, new ones among them.",
      "Sets 62 losses against an exposure of the mean of 1000 customers at the start and 1438 at the end: everybody counts for as long as they were there.",
      "Turns 62 losses against an exposure of the mean of 1000 customers at the start and 1438 at the end into the chance that a customer present all the period is lost.",
    ]);
    expect(variants[1]?.usedBy).toEqual(["most articles", "Recurly (basic)", "Chargify"]);
    expect(notComputed).toEqual([]);
  });

  test("names what the counts cannot answer", () => {
    const { variants, notComputed } = churnRateVariantsFromCounts({
      ...{ customersAtStart: 100, lostCustomers: 5 },
    });
    expect(variants.map(({ variant }) => variant)).toEqual(["starters", "all"]);
    expect(notComputed[0]).toMatchObject({
      variant: "average",
      reason:
        "The counts do not say how many customers at end there were, so there is no churn rate of this form.",
    });
  });

  test("is frozen to the last member, and plain data", () => {
    const variants = churnRateVariantsFromCounts(MONTH);
    expect(Object.isFrozen(variants) && Object.isFrozen(variants.variants)).toBe(true);
    expect(Object.isFrozen(variants.variants[0]?.usedBy)).toBe(true);
    expect(structuredClone(variants)).toEqual(variants);
  });

  test("shows itself as a table, in notebooks too", () => {
    const variants = churnRateVariants(ordersOf("ann 2025-01-02", "bob 2025-01-03"), {
      period: "2025-Q2",
    });
    expect(toText(variants)).toMatch(/^Churn rate\n[\s\S]*Why it differs/);
    const display: unknown = Reflect.get(variants, Symbol.for("Jupyter.display"));
    const shown = (display as () => Record<string, string>)(); // as `attachDisplay` puts it there
    expect(Object.keys(shown)).toEqual(["text/plain", "text/markdown", "text/html"]);
  });

  test("every form lies in its order: served ≤ mid ≤ start, for the same losses", () => {
    const counts = fc
      .tuple(fc.nat(500), fc.nat(500), fc.nat(500))
      .filter(([start]) => start > 0)
      .map(([customersAtStart, newCustomers, lost]) => {
        const lostCustomers = Math.min(lost, customersAtStart + newCustomers);
        const customersAtEnd = customersAtStart + newCustomers - lostCustomers;
        return { customersAtStart, newCustomers, lostCustomers, customersAtEnd };
      });
    fc.assert(
      fc.property(counts, (given) => {
        const rate = (form: ChurnForm) => churnRateFromCounts(given, form).value ?? 0;
        const all = rate({ numerator: "all" });
        const mid = rate({ denominator: "mid" });
        expect(rate({ denominator: "start-plus-new" })).toBeLessThanOrEqual(mid);
        expect(mid).toBeLessThanOrEqual(all);
        const exposure = { denominator: "exposure" } as const;
        expect(rate({ ...exposure, exposureAs: "probability" })).toBeLessThanOrEqual(
          rate(exposure),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
