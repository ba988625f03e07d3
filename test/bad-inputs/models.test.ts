import { inspect } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { KpiError } from "../../src/index.ts";
import { fitBgNbd } from "../../src/models.ts";
import { refusalOf } from "../support/refusal-of.ts";
import { report as log } from "../support/report.ts";
import { JUNK } from "./junk.ts";
import { MODEL_FUNCTIONS } from "./public-models.ts";

let injected = 0;
afterAll(() => log(`junk put into arguments and options of models, one at a time: ${injected}`));

/** What a caller writes by hand, so that each of its members may be wrong. */
const WRITTEN =
  /^(options|question|span|customer|history|columns|purchases|covariates|data|summary)$/;

/** The answer with every number in it, or the typed refusal; anything else thrown fails the test. */
function outcome(run: () => unknown): string | KpiError {
  try {
    return inspect(run(), { depth: 6, maxArrayLength: 40, maxStringLength: 100 });
  } catch (fault) {
    if (fault instanceof KpiError) return fault;
    throw fault;
  }
}

describe.each(MODEL_FUNCTIONS.map((one) => [one.name, one] as const))("%s", (_, { call, good }) => {
  const asked = (at: number, value: unknown) => () =>
    call(...(good.map(([, usual], place) => (place === at ? value : usual)) as never[]));

  function expectTyped(place: string, run: () => unknown): void {
    injected += 1;
    const came = outcome(run);
    if (typeof came === "string") {
      expect([place, /(?<!["'])\bNaN\b/.test(came)]).toEqual([place, false]);
      return;
    }
    expect([place, came.issues.length > 0]).toEqual([place, true]);
    expect(came.message.length).toBeLessThanOrEqual(500);
    expect(came.message).not.toContain("secret");
  }

  test("answers what is good", () => {
    expect(outcome(asked(-1, null))).toEqual(expect.any(String));
  });

  test.each(good.map(([argument], at) => [argument, at] as const))(
    "gives an answer or a typed error, and no NaN, whatever is handed in as `%s`",
    (argument, at) => {
      for (const [kind, junk] of JUNK) expectTyped(`${argument}: ${kind}`, asked(at, junk));
    },
  );

  const written = good.flatMap(([argument, value], at) =>
    WRITTEN.test(argument) && typeof value === "object" && !Array.isArray(value)
      ? [[argument, at, value as object] as const]
      : [],
  );
  test.each(written)("and whatever stands in a member of `%s`", (argument, at, value) => {
    for (const member of Object.keys(value)) {
      for (const [kind, junk] of JUNK) {
        expectTyped(`${argument}.${member}: ${kind}`, asked(at, { ...value, [member]: junk }));
      }
    }
  });
});

describe("the options of a fit", () => {
  const rows = [
    { repeatPurchases: 2, lastPurchaseAge: 9, age: 12 },
    { repeatPurchases: 0, lastPurchaseAge: 0, age: 10 },
  ];

  test.each([
    [{ priors: {} }, "priors", /Did you mean `prior`/],
    [{ prior: { q: { median: 1, sigma: 1 } } }, "prior.q", /The options here are r, alpha, a, b/],
    [{ prior: { r: { median: -1, sigma: 1 } } }, "prior.r.median", /above 0; received -1/],
    [{ prior: { r: { median: 1 } } }, "prior.r.sigma", /must be given/],
    [{ start: { r: 1, alpha: 1, a: 1 } }, "start.b", /must be given/],
    [{ start: { r: "1", alpha: 1, a: 1, b: 1 } }, "start.r", /above 0; received "1"/],
  ])("%j names %s", (options, option, message) => {
    const error = refusalOf(() => fitBgNbd(rows, options as never));
    expect(error.issues[0]?.option).toBe(option);
    expect(error.message).toMatch(message);
  });

  test("rows of orders are told from a summary of them", () => {
    const orders = [{ customerId: "ann", date: "2025-01-09", amount: 30 }];
    expect(refusalOf(() => fitBgNbd(orders as never)).message).toBe(
      '`summary` must be a summary of purchases; `purchaseSummary(orders)` makes one; received "rows of orders".',
    );
  });

  test("rows whose numbers are texts are refused, not coerced", () => {
    const text = [{ repeatPurchases: "2", lastPurchaseAge: 9, age: 12 }];
    expect(refusalOf(() => fitBgNbd(text as never)).issues[0]?.field).toBe("repeatPurchases");
  });
});
