import { expect, test } from "vitest";
import {
  channelRetention,
  churnRateVariants,
  cohortRetention,
  customerValueDistribution,
  explain,
  fromJson,
  nps,
  orderValueDistribution,
  overPeriods,
  purchaseFrequency,
  report,
  toJson,
  toText,
  translate,
} from "../../src/index.ts";
import { refusalOf } from "../support/refusal-of.ts";

const result = nps([10, 9, 7, 3]);

test("a result that came back from JSON is explained in French too", () => {
  const again = fromJson(toJson(result));
  expect(explain(again, { locale: "fr" })).toEqual(explain(result, { locale: "fr" }));
  expect(toText(explain(again, { locale: "fr" }))).toMatch(/^Net Promoter Score\u00a0: \+25,0/);
});

test("what is asked in French is frozen", () => {
  expect(Object.isFrozen(explain(result, { locale: "fr" }))).toBe(true);
  expect(Object.isFrozen(translate(result, { locale: "fr" }).explanation.symbols)).toBe(true);
});

test.each([
  ["a language there is none of", () => explain(result, { locale: "de" as "fr" }), /`locale`/],
  ["no language", () => explain(result, {} as { locale: "fr" }), /`locale` must be given/],
  ["no options", () => translate(result, undefined as never), /`locale` must be given/],
  ["another thing", () => translate({} as typeof result, { locale: "fr" }), /`shown`/],
  ["nothing", () => translate(null as never, { locale: "fr" }), /`shown`/],
  [
    "a definition of the caller's own",
    () => explain({ ...result, variant: "mine" }, { locale: "fr" }),
    /loyalty-kpis\/counts.*nps\/mine@1/,
  ],
])("%s is refused naming the argument", (_, ask, why) => {
  expect(ask).toThrow(why);
});

const orders = [
  { customerId: "ann", date: "2025-01-09", amount: 30, channel: "web" },
  { customerId: "ann", date: "2025-04-02", amount: 12, channel: "shop" },
];

test.each([
  channelRetention(orders, { period: "2025-Q2", channel: "channel" }),
  cohortRetention(orders, { every: "month" }),
  customerValueDistribution(orders, { currency: "EUR" }),
  orderValueDistribution(orders, { currency: "EUR" }),
  churnRateVariants(orders, { period: "2025-Q2" }),
  overPeriods(purchaseFrequency, orders, { every: "month" }),
])("explain says of a table ($kind) that translate takes it, and it does", (table) => {
  const fault = refusalOf(() => explain(table as never, { locale: "fr" }));
  expect(fault.message).toBe(
    `\`result\` must be one result of a KPI; for a whole table or report call \`translate\`; received "${table.kind}".`,
  );
  expect(toText(translate(table, { locale: "fr" }))).not.toBe(toText(table));
});

test("explain says the same of a report", () => {
  const fault = refusalOf(() => explain(report({ orders }) as never, { locale: "fr" }));
  expect(fault.message).toMatch(/call `translate`; received "report"/);
});

test.each([null, undefined, 5, "nps", [1], {}])("explain says of %j what it takes", (shown) => {
  const { message } = refusalOf(() => explain(shown as never, { locale: "fr" }));
  expect(message).toMatch(/^`result` must be a result, as a KPI such as `nps` gives it; received/);
});
