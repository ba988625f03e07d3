import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  answersLedger,
  type ClvByNpsClass,
  clvByNpsClass,
  Decimal,
  historicalClv,
  ordersLedger,
  type SurveyAnswer,
  type Transaction,
  toHtml,
  toText,
} from "../../src/index.ts";
import { refusal } from "../support/refusal.ts";

const EUR = { currency: "EUR" };

/** Orders, written `"ann 60"` or `"ann 60 2025-02-01"`; a negative amount is a refund. */
function ordersOf(...lines: readonly string[]): readonly Transaction[] {
  return lines.map((line, at) => {
    const [customerId = "", amount = "0", date = "2025-01-09"] = line.split(" ");
    const isRefund = amount.startsWith("-");
    return {
      ...{ customerId, date, amount: amount.replace("-", "") },
      ...(isRefund
        ? { type: "refund", refundId: `${customerId}/${at}` }
        : { orderId: `${customerId}/${at}` }),
    };
  });
}

/** Answers, written `"ann 10"` or `"ann 10 2025-03-01"`; `-` stands for nobody, and for no score. */
function answersOf(...lines: readonly string[]): readonly SurveyAnswer[] {
  return lines.map((line) => {
    const [customerId = "", score = "", date] = line.split(" ");
    return {
      score: score === "-" ? null : Number(score),
      ...(customerId === "-" ? {} : { customerId }),
      ...(date === undefined ? {} : { date }),
    };
  });
}

/** Customers, those without an order, and the mean of each class. */
function classesOf({ classes }: ClvByNpsClass) {
  return classes.map(({ customers, withoutOrder, result }) => [
    ...[customers, withoutOrder, result.exact],
  ]);
}

describe("clvByNpsClass by hand", () => {
  const orders = ordersOf("ann 60", "ann 30", "ann -10", "bob 20", "cem 40", "dee 50");
  const answers = answersOf("ann 10", "bob 4", "cem 8", "eve 6", "- 9");
  const table = clvByNpsClass({ orders, answers }, EUR);

  test("puts each customer's net value into the class of the answer", () => {
    expect(classesOf(table)).toEqual([
      [1, 0, "80"],
      [1, 0, "40"],
      [2, 1, "10"],
    ]);
    expect(table.ratio).toEqual({
      ...{ value: 8, exact: "8", interval: null, because: "small-sample" },
    });
  });

  test("says what share of customers and of value each class is", () => {
    expect(table.classes.map(({ customerShare }) => customerShare)).toEqual([0.25, 0.25, 0.5]);
    expect(table.classes.map(({ valueShare }) => valueShare?.toFixed(4))).toEqual([
      ...["0.5714", "0.2857", "0.1429"],
    ]);
  });

  test("compares promoters and detractors in one sentence", () => {
    expect(table.sentence).toBe(
      "A promoter has brought 8.00 times as much as a detractor (no interval: fewer than 30 customers in a class cannot carry one): 80.00 EUR against 10.00 EUR.",
    );
    expect(table.classes[2]?.result.explanation.sentence).toMatch(
      /^2 detractors brought 20.00 EUR net of refunds in 2025-01-09: 10.00 EUR of revenue per customer so far/,
    );
  });

  test("margin and costs are taken off every customer, also of one without an order", () => {
    const net = clvByNpsClass({ orders, answers }, { ...EUR, margin: 0.5, costToServe: 2, cac: 1 });
    expect(classesOf(net).map(([, , exact]) => exact)).toEqual(["37", "17", "2"]);
    expect(net.ratio.exact).toBe("18.5");
  });

  test("a period limits the orders, not the answers", () => {
    const later = [...orders, ...ordersOf("bob 5 2025-05-01")];
    const second = clvByNpsClass({ orders: later, answers }, { ...EUR, period: "2025-Q2" });
    expect(classesOf(second)).toEqual([
      [1, 1, "0"],
      [1, 1, "0"],
      [2, 1, "2.5"],
    ]);
    expect(second.ratio.because).toBe("not-positive");
  });

  test("the latest answer up to `asOf` counts, of several on one day the lowest", () => {
    const ann = (...lines: readonly string[]) => {
      const question = { ...EUR, asOf: "2025-06-01" };
      const given = clvByNpsClass({ orders, answers: answersOf(...lines) }, question);
      return given.classes.find(({ customers }) => customers === 1)?.npsClass;
    };
    expect(ann("ann 3 2025-02-01", "ann 9 2025-03-01")).toBe("promoter");
    expect(ann("ann 9 2025-03-01", "ann 3 2025-02-01")).toBe("promoter");
    expect(ann("ann 9 2025-03-01", "ann 3 2025-06-01")).toBe("promoter");
    expect(ann("ann 9 2025-03-01", "ann 7 2025-03-01")).toBe("passive");
    expect(ann("ann 9", "ann 3 2025-03-01")).toBe("detractor");
    expect(ann("ann 9 2025-03-01", "ann - 2025-04-01")).toBe("promoter");
  });

  test("a class that is worth less than nothing leaves no shares of value", () => {
    const given = { orders: ordersOf("ann 10", "bob 5", "bob -9"), answers };
    const { classes, ratio } = clvByNpsClass(given, EUR);
    expect(classes.map(({ valueShare }) => valueShare)).toEqual([null, null, null]);
    expect(ratio.because).toBe("not-positive");
  });
});

describe("the ratio of promoters to detractors", () => {
  /** So many customers with one order and one answer each. */
  const group = (name: string, score: number, amounts: readonly number[]) => ({
    orders: ordersOf(...amounts.map((amount, at) => `${name}${at} ${amount}`)),
    answers: answersOf(...amounts.map((_, at) => `${name}${at} ${score}`)),
  });
  const ask = (first: readonly number[], second: readonly number[], question = {}) => {
    const [a, b] = [group("a", 10, first), group("b", 0, second)];
    const orders = [...a.orders, ...b.orders];
    return clvByNpsClass(
      { orders, answers: [...a.answers, ...b.answers] },
      { ...EUR, ...question },
    );
  };
  const alternating = (size: number, low: number, high: number) =>
    Array.from({ length: size }, (_, at) => (at % 2 === 0 ? low : high));

  test("has a delta interval on the logarithmic scale, by hand without skewness", () => {
    // Means 20 and 10, deviations 10 and 5 of 40 and 40: CV² = 40/39 ÷ 4, so each log mean has the
    // variance 1/156; t of 78 degrees is 1.990847, and exp(1.990847 × √(2/156)) = 1.252870.
    const { ratio } = ask(alternating(40, 10, 30), alternating(40, 5, 15));
    expect(ratio.exact).toBe("2");
    expect(ratio.interval?.lower).toBeCloseTo(2 / 1.25287, 4);
    expect(ratio.interval?.upper).toBeCloseTo(2 * 1.25287, 4);
    expect(ratio.interval?.method).toBe("log-delta");
    expect(ratio.because).toBeNull();
  });

  test("costs widen it, and a margin alone does not", () => {
    const [plain, margin, costs] = [{}, { margin: 0.5 }, { cac: 5 }].map(
      (question) => ask(alternating(40, 10, 30), alternating(40, 10, 30), question).ratio,
    );
    expect(margin?.interval).toEqual(plain?.interval);
    expect(costs?.interval?.lower).toBeLessThan(plain?.interval?.lower ?? 0);
  });

  test("turned around it is one over itself", () => {
    const [few, many] = [alternating(30, 1, 8), alternating(50, 2, 3)];
    const [ratio, other] = [ask(few, many).ratio, ask(many, few).ratio];
    expect((ratio.interval?.lower ?? 0) * (other.interval?.upper ?? 0)).toBeCloseTo(1, 10);
  });

  test.each([
    ["small-sample", alternating(29, 1, 2), alternating(40, 1, 2), {}],
    ["no-spread", alternating(30, 2, 2), alternating(30, 1, 1), {}],
    ["not-wanted", alternating(30, 1, 2), alternating(30, 1, 2), { interval: false }],
    ["not-positive", alternating(30, 1, 2), alternating(30, 0, 0), {}],
    ["no-customers", alternating(30, 1, 2), [], {}],
  ])("has none, and says why: %s", (because, first, second, question) => {
    const { ratio } = ask(first, second, question);
    expect([ratio.because, ratio.interval]).toEqual([because, null]);
  });
});

describe("what clvByNpsClass warns of and refuses", () => {
  const orders = ordersOf("1 10", "2 20");
  const codesOf = (answers: readonly SurveyAnswer[]) =>
    clvByNpsClass({ orders, answers }, EUR).warnings.map(({ code }) => code);

  test("answers of nobody known", () => {
    expect(codesOf(answersOf("- 9", "- 3"))).toEqual(["answers-without-customer"]);
  });

  test("ids that are numbers in one source and text in the other", () => {
    const answers = [
      { score: 9, customerId: 1 },
      { score: 9, customerId: "2" },
    ];
    expect(codesOf(answers)).toEqual(["id-type-differs", "self-selected"]);
  });

  test("answers of customers none of whom is among the orders", () => {
    expect(codesOf(answersOf("x 9", "y 3"))).toEqual(["no-customer-found", "self-selected"]);
  });

  test("customers who did not answer", () => {
    const { warnings } = clvByNpsClass({ orders, answers: answersOf("1 9") }, EUR);
    expect(warnings).toMatchObject([{ code: "self-selected", withoutAnswer: 1 }]);
  });

  test("bare scores belong to nobody", () => {
    const table = clvByNpsClass({ orders, answers: [9, 10, 3] }, EUR);
    expect(table.warnings).toMatchObject([{ code: "answers-without-customer", answers: 3 }]);
    expect(table.classes.map(({ customers }) => customers)).toEqual([0, 0, 0]);
  });

  test("guests, where they are many", () => {
    const guests = [...orders, { date: "2025-01-01", amount: 5 }];
    const { classes } = clvByNpsClass(
      { orders: guests, answers: answersOf("1 9") },
      { ...EUR, guests: "keep" },
    );
    expect(classes[0]?.result.warnings).toContainEqual(
      expect.objectContaining({ code: "guest-orders-excluded", guests: 1, orders: 3 }),
    );
  });

  test("a missing source, an unknown option and a missing currency are refused", () => {
    const answers = answersOf("1 9");
    expect(() => clvByNpsClass({ orders } as never)).toThrow(refusal("option-missing", "answers"));
    expect(() => clvByNpsClass({ answers } as never)).toThrow(refusal("option-missing", "orders"));
    expect(() => clvByNpsClass({ orders, answers }, { currncy: "EUR" } as never)).toThrow(
      refusal("option-unknown", "currncy"),
    );
    expect(() => clvByNpsClass({ orders, answers })).toThrow(
      refusal("currency-missing", "currency"),
    );
  });

  test("answers off the scale are refused", () => {
    expect(() => clvByNpsClass({ orders, answers: answersOf("1 11") }, EUR)).toThrow(
      expect.objectContaining({ code: "invalid-data" }),
    );
  });

  test("no rows are no customers, not an error", () => {
    const { classes, ratio, sentence } = clvByNpsClass({ orders: [], answers: [] });
    expect(classes.map(({ result }) => result.reason)).toEqual(Array(3).fill("no-customers"));
    expect(ratio.because).toBe("no-customers");
    expect(sentence).toContain("nothing to compare");
  });
});

const anySources = fc.record({
  orders: fc.array(
    fc
      .record({
        who: fc.integer({ min: 0, max: 9 }),
        cents: fc.integer({ min: 0, max: 90_000 }),
        type: fc.constantFrom("sale" as const, "sale" as const, "refund" as const),
      })
      .map(({ who, cents, type }) => ({
        ...{ customerId: `c${who}`, date: "2025-01-01", type, amount: (cents / 100).toFixed(2) },
      })),
    { maxLength: 40 },
  ),
  answers: fc.array(
    fc
      .record({
        who: fc.integer({ min: 0, max: 12 }),
        score: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 }),
        day: fc.option(fc.integer({ min: 1, max: 9 })),
      })
      .map(({ who, score, day }) => ({
        ...{ customerId: `c${who}`, score, date: day === null ? null : `2025-02-0${day}` },
      })),
    { maxLength: 40 },
  ),
});

describe("laws of clvByNpsClass", () => {
  test("classes and customers without an answer make up all customers and all revenue", () => {
    fc.assert(
      fc.property(anySources, ({ orders, answers }) => {
        // Whoever did not answer is given an answer here.
        const silent = [...new Set(orders.map(({ customerId }) => customerId))]
          .filter((id) => !answers.some((row) => row.customerId === id && row.score !== null))
          .map((customerId) => ({ customerId, score: 8, date: null }));
        const { classes } = clvByNpsClass({ orders, answers: [...answers, ...silent] }, EUR);
        const all = historicalClv(orders, EUR).counts;
        const revenue = classes.reduce(
          (sum, { result }) => sum.plus(result.counts.revenue),
          new Decimal(0),
        );
        expect(revenue.toFixed()).toBe(new Decimal(all.revenue).toFixed());
        const seen = classes.reduce((sum, each) => sum + each.customers - each.withoutOrder, 0);
        expect(seen).toBe(all.customers);
      }),
    );
  });

  test("shares add up to one where there are any", () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const { classes } = clvByNpsClass(sources, EUR);
        for (const member of ["customerShare", "valueShare"] as const) {
          if (classes.some((each) => each[member] === null)) continue;
          expect(classes.reduce((sum, each) => sum + (each[member] ?? 0), 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  test("neither the order of the rows nor the names of the customers matter", () => {
    const mixed = anySources.chain((sources) =>
      fc
        .record({
          orders: fc.shuffledSubarray(sources.orders, { minLength: sources.orders.length }),
          answers: fc.shuffledSubarray(sources.answers, { minLength: sources.answers.length }),
        })
        .map((other) => [sources, other] as const),
    );
    const renamed = <Row extends { readonly customerId: string }>(rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, customerId: `${row.customerId}!` }));
    fc.assert(
      fc.property(mixed, ([sources, { orders, answers }]) => {
        const table = clvByNpsClass(sources, EUR);
        const other = clvByNpsClass({ orders: renamed(orders), answers: renamed(answers) }, EUR);
        expect(other.classes.map(({ result }) => result.counts)).toEqual(
          table.classes.map(({ result }) => result.counts),
        );
        expect([other.ratio, other.sentence]).toEqual([table.ratio, table.sentence]);
      }),
    );
  });

  test("rows and ledgers of them give the same", () => {
    fc.assert(
      fc.property(anySources, ({ orders, answers }) => {
        const ledgers = {
          orders: ordersLedger(orders, EUR),
          answers: answersLedger(answers, { survey: "nps" }),
        };
        expect(clvByNpsClass(ledgers)).toEqual(clvByNpsClass({ orders, answers }, EUR));
      }),
      { numRuns: 50 },
    );
  });

  test("amounts beyond what a double holds are added exactly", () => {
    const orders = ordersOf("ann 9007199254740993.25", "ann 9007199254740993.25", "bob 0.01");
    const { classes } = clvByNpsClass({ orders, answers: answersOf("ann 9", "bob 1") }, EUR);
    expect(classes.map(({ result }) => result.exact)).toEqual([
      ...["18014398509481986.5", null, "0.01"],
    ]);
  });
});

describe("the table of clvByNpsClass", () => {
  const table = clvByNpsClass({ orders: ordersOf("ann 1"), answers: answersOf("ann 9") }, EUR);

  test("is plain frozen data", () => {
    expect(Object.isFrozen(table.classes)).toBe(true);
    expect(structuredClone(table)).toEqual(table);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    expectTypeOf(clvByNpsClass).returns.toEqualTypeOf<ClvByNpsClass>();
  });

  test("shows itself", () => {
    expect(toText(table)).toMatch(/^Customer lifetime value by NPS class\n/);
    expect(toHtml(table)).toContain("<td>promoters</td>");
  });
});
