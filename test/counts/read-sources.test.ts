import { describe, expect, test } from "vitest";
import {
  answersLedger,
  cesFromCounts,
  clvByNpsClass,
  csat,
  csatFromCounts,
  type KpiError,
  nps,
  npsFromCounts,
  ordersLedger,
  report,
} from "../../src/index.ts";
import { refusalOf } from "../support/refusal-of.ts";

const orders = [{ customerId: "ann", date: "2025-01-09", amount: 30, currency: "EUR" }];
const answers = [{ customerId: "ann", score: 9, date: "2025-01-10" }];
const ask = (call: (...handed: never[]) => unknown, ...handed: readonly unknown[]): KpiError =>
  refusalOf(() => call(...(handed as never[])));

describe("an object of sources", () => {
  test.each<readonly [string, readonly unknown[], string]>([
    ["rows alone", [orders], "a list"],
    ["rows before a question", [orders, { period: "2025" }], "a list"],
    ["a ledger alone", [ordersLedger(orders)], '"a ledger of orders"'],
    ["a question before it", [{ period: "2025" }, { orders }], '"an object with period"'],
    ["nothing", [], "undefined"],
    ["null", [null], "null"],
    ["an empty one", [{}], "an object"],
    ["one of what is undefined", [{ orders: undefined, answers: undefined }], "an object"],
  ])("is asked for, with a call that is right, where %s was handed in", (_, handed, received) => {
    for (const [call, example] of [
      [report, 'report({ orders }, { period: "2025-Q2" })'],
      [clvByNpsClass, "clvByNpsClass({ orders, answers }, { margin: 0.3 })"],
    ] as const) {
      const error = ask(call, ...handed);
      expect(error.message).toContain(example);
      expect(error.message).toContain(`received ${received}.`);
      expect(error.issues[0]?.option).toBe("sources");
    }
  });

  test("names rows that stand under the name of another kind", () => {
    const swapped = ask(clvByNpsClass, { orders: answers, answers: orders });
    expect(swapped.issues.map(({ option, code, received }) => [option, code, received])).toEqual([
      ["orders", "kind-mixed", '"rows of answers"'],
      ["answers", "kind-mixed", '"rows of orders"'],
    ]);
    const misnamed = ask(report, { subscriptions: orders });
    expect(misnamed.issues[0]?.received).toBe('"rows of orders"');
  });

  test("says which source is missing, or which name was meant", () => {
    expect(ask(clvByNpsClass, { orders }).message).toBe(
      "`answers` must be given: rows or a ledger of answers; received undefined.",
    );
    expect(ask(report, { order: orders }).message).toContain("Did you mean `orders`?");
  });

  test("takes rows and ledgers under their own names", () => {
    const ledgers = {
      orders: ordersLedger(orders),
      answers: answersLedger(answers, { survey: "nps" }),
    };
    expect(clvByNpsClass({ orders, answers })).toEqual(clvByNpsClass(ledgers));
  });
});

describe("what is handed in instead of something else is told", () => {
  test.each<readonly [string, () => unknown, string]>([
    [
      "a list for a scale",
      () => csat([3], { scale: [1, 5] } as never),
      "`scale` must be an object of the lowest and the highest answer, such as { min: 1, max: 5 }; received a list.",
    ],
    [
      "a list for scales",
      () => answersLedger([], { scales: [1, 5] } as never),
      "`scales` must be an object such as { csat: { min: 1, max: 5 } }; received a list.",
    ],
    [
      "counts of CES without a version",
      () => cesFromCounts({ scoreSum: 10, answered: 4 } as never),
      '`version` must be given: "1.0" (1 to 5, low is good) or "2.0" (1 to 7, high is good); received undefined.',
    ],
    [
      "counts without a number",
      () => npsFromCounts({ promoters: 1, passives: 2 } as never),
      "`detractors` must be given: a whole number; received undefined.",
    ],
    [
      "a list for counts",
      () => npsFromCounts([1, 2, 3] as never),
      "`counts` must be an object with promoters, passives, detractors; received a list.",
    ],
    [
      "a number for counts of which any may be left out",
      () => csatFromCounts(60 as never),
      "`counts` must be an object with scale, satisfied, answered, countsByScore, unanswered; received 60.",
    ],
    [
      "rows after the question",
      () => nps({ period: "2025" } as never, [9] as never),
      "`options` must be an object with named options; rows come before it; received a list.",
    ],
  ])("%s", (_, call, message) => {
    expect(refusalOf(call).message).toBe(message);
  });
});
