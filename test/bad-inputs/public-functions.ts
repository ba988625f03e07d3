import * as counts from "../../src/counts.ts";
import * as kpis from "../../src/index.ts";
import * as io from "../../src/io.ts";

/** A public function with something good to ask it about, and good options. */
export interface PublicFunction {
  readonly name: string;
  /** Calls it with these options, or these counts, on good data. */
  readonly call: (options: never) => unknown;
  readonly good: Readonly<Record<string, unknown>>;
}

const ORDERS: readonly kpis.Transaction[] = [
  { orderId: 1, customerId: "ann", date: "2025-01-09", amount: "30.00", ...extras("web") },
  { orderId: 2, customerId: "bob", date: "2025-02-11", amount: "12.50", ...extras("shop") },
  { orderId: 3, customerId: "ann", date: "2025-04-02", amount: "7.00", ...extras("web") },
  { orderId: 4, customerId: "bob", date: "2025-05-02", amount: "9.00", ...extras("web") },
];

function extras(channel: string): object {
  return { discount: "1.00", tax: "2.00", shipping: "3.00", currency: "EUR", channel };
}

const SUBSCRIPTIONS: readonly kpis.Subscription[] = [
  { customerId: "ann", start: "2025-01-01", mrr: "30.00", currency: "EUR" },
  { customerId: "bob", start: "2025-01-10", end: "2025-02-15", mrr: "12.50", currency: "EUR" },
];

const answers = (survey: kpis.Survey, scores: readonly number[]): readonly kpis.SurveyAnswer[] =>
  scores.map((score) => ({ survey, score, date: "2025-02-01" }));

const NPS = answers("nps", [10, 9, 7, 3]);
const CSAT = answers("csat", [5, 4, 1]);
const CES = answers("ces", [5, 6, 7]);

const COLUMNS = {
  customerId: ["ann", "bob"],
  date: ["2025-01-09", "2025-02-11"],
  amount: ["30.00", "12.50"],
  currency: ["EUR", "EUR"],
};

const FREQUENCY = kpis.purchaseFrequency(ORDERS);

const CSV = "customerId,date,amount,currency\nann,2025-01-09,30.00,EUR\n";

const one = (
  name: string,
  good: Readonly<Record<string, unknown>>,
  call: PublicFunction["call"],
): PublicFunction => ({ name, good, call });

const PERIOD = { period: "2025-Q2" };
const RETENTION_COUNTS = { customersAtStart: 200, retainedCustomers: 150, customersAtEnd: 190 };
const GAP_COUNTS = { customers: 3, gaps: 3, gapDays: 90 };

/** The functions that take options or counts, each with the other argument good. */
export const PUBLIC_FUNCTIONS: readonly PublicFunction[] = [
  one("ordersLedger", {}, (options) => kpis.ordersLedger(ORDERS, options)),
  one("subscriptionsLedger", {}, (options) => kpis.subscriptionsLedger(SUBSCRIPTIONS, options)),
  one("answersLedger", {}, (options) => kpis.answersLedger(NPS, options)),
  one("ordersLedgerFromColumns", {}, (options) => kpis.ordersLedgerFromColumns(COLUMNS, options)),
  one("averageOrderValue", {}, (options) => kpis.averageOrderValue(ORDERS, options)),
  one("averageOrderValueVariants", {}, (options) =>
    kpis.averageOrderValueVariants(ORDERS, options),
  ),
  one("purchaseFrequency", {}, (options) => kpis.purchaseFrequency(ORDERS, options)),
  one("purchaseFrequencyVariants", PERIOD, (options) =>
    kpis.purchaseFrequencyVariants(ORDERS, options),
  ),
  one("repeatCustomerRate", {}, (options) => kpis.repeatCustomerRate(ORDERS, options)),
  one("repeatCustomerRateVariants", {}, (options) =>
    kpis.repeatCustomerRateVariants(ORDERS, options),
  ),
  one("timeBetweenPurchases", {}, (options) => kpis.timeBetweenPurchases(ORDERS, options)),
  one("timeBetweenPurchasesVariants", {}, (options) =>
    kpis.timeBetweenPurchasesVariants(ORDERS, options),
  ),
  one("timeToSecondOrder", {}, (options) => kpis.timeToSecondOrder(ORDERS, options)),
  one("suggestInactiveAfterDays", {}, (options) => kpis.suggestInactiveAfterDays(ORDERS, options)),
  one("historicalClv", {}, (options) => kpis.historicalClv(ORDERS, options)),
  one("historicalClvVariants", {}, (options) => kpis.historicalClvVariants(ORDERS, options)),
  one("formulaClv", { ...PERIOD, annualDiscountRate: 0.1 }, (options) =>
    kpis.formulaClv(ORDERS, options),
  ),
  one("formulaClvVariants", { ...PERIOD, annualDiscountRate: 0.1 }, (options) =>
    kpis.formulaClvVariants(ORDERS, options),
  ),
  one("formulaClv of numbers", { profit: "10.00", retention: 0.8, discount: 0.1 }, (numbers) =>
    kpis.formulaClv(numbers, { currency: "EUR" }),
  ),
  one("retentionRate of orders", PERIOD, (options) => kpis.retentionRate(ORDERS, options)),
  one("retentionRate of subscriptions", { period: "2025-02" }, (options) =>
    kpis.retentionRate(SUBSCRIPTIONS, options),
  ),
  one("retentionRateVariants", PERIOD, (options) => kpis.retentionRateVariants(ORDERS, options)),
  one("churnRate of orders", PERIOD, (options) => kpis.churnRate(ORDERS, options)),
  one("churnRate of subscriptions", { period: "2025-02" }, (options) =>
    kpis.churnRate(SUBSCRIPTIONS, options),
  ),
  one("churnRateVariants", PERIOD, (options) => kpis.churnRateVariants(ORDERS, options)),
  one("cohortRetention", { every: "month" }, (options) => kpis.cohortRetention(ORDERS, options)),
  one(
    "cohortRetention by attribute",
    { every: "month", cohortBy: "attribute", attribute: "channel" },
    (options) => kpis.cohortRetention(ORDERS, options),
  ),
  one(
    "cohortRetention by bracket",
    { every: "month", return: "bracket", brackets: [[1, 2]] },
    (options) => kpis.cohortRetention(ORDERS, options),
  ),
  one("channelRetention", { ...PERIOD, channel: "channel" }, (options) =>
    kpis.channelRetention(ORDERS, options),
  ),
  one("clvByNpsClass", {}, (options) =>
    kpis.clvByNpsClass({ orders: ORDERS, answers: NPS }, options),
  ),
  one("overPeriods", { every: "month" }, (options) =>
    kpis.overPeriods(kpis.averageOrderValue, ORDERS, options),
  ),
  one("nps", {}, (options) => kpis.nps(NPS, options)),
  one("csat", {}, (options) => kpis.csat(CSAT, options)),
  one("csatVariants", {}, (options) => kpis.csatVariants(CSAT, options)),
  one("ces", { version: "2.0" }, (options) => kpis.ces(CES, options)),
  one("cesVariants", { version: "2.0" }, (options) => kpis.cesVariants(CES, options)),
  one("report", PERIOD, (options) =>
    kpis.report({ orders: ORDERS, subscriptions: SUBSCRIPTIONS, answers: NPS }, options),
  ),
  one("translate", { locale: "fr" }, (options) => kpis.translate(FREQUENCY, options)),
  one("explain", { locale: "fr" }, (options) => kpis.explain(FREQUENCY, options)),
  one("convertChurnRate", { periods: 12 }, (options) => kpis.convertChurnRate(0.05, options)),
  one("periodsOf", {}, (options) =>
    kpis.periodsOf(kpis.period("2025-01-01", "2026-01-01"), "week", options),
  ),
  one("readTransactions", {}, (options) => io.readTransactions(CSV, options)),
  one("readSubscriptions", {}, (options) =>
    io.readSubscriptions("customerId,start,mrr\nann,2025-01-01,1\n", options),
  ),
  one("readSurveyAnswers", {}, (options) =>
    io.readSurveyAnswers("survey,score\nnps,10\n", options),
  ),
  one("readRows", {}, (options) => io.readRows(CSV, io.transactionSchema, options)),
  one("retentionRateFromCounts", RETENTION_COUNTS, (input) => kpis.retentionRateFromCounts(input)),
  one("churnRateFromCounts", RETENTION_COUNTS, (input) => kpis.churnRateFromCounts(input)),
  one("averageOrderValueFromCounts", { orders: 3, revenue: "30.00", currency: "EUR" }, (input) =>
    kpis.averageOrderValueFromCounts(input),
  ),
  one("purchaseFrequencyFromCounts", { customers: 2, orders: 3 }, (input) =>
    kpis.purchaseFrequencyFromCounts(input),
  ),
  one("repeatCustomerRateFromCounts", { customers: 3, repeatCustomers: 2 }, (input) =>
    kpis.repeatCustomerRateFromCounts(input),
  ),
  one("historicalClvFromCounts", { customers: 2, revenue: "30.00", currency: "EUR" }, (input) =>
    kpis.historicalClvFromCounts(input),
  ),
  one("npsFromCounts", { promoters: 3, passives: 2, detractors: 1 }, (input) =>
    kpis.npsFromCounts(input),
  ),
  one("csatFromCounts", { satisfied: 2, answered: 3 }, (input) => kpis.csatFromCounts(input)),
  one("timeBetweenPurchasesFromCounts", GAP_COUNTS, (input) =>
    kpis.timeBetweenPurchasesFromCounts(input),
  ),
  one("options of npsFromCounts", {}, (options) =>
    kpis.npsFromCounts({ promoters: 3, passives: 2, detractors: 1 }, options),
  ),
  one("options of historicalClvFromCounts", {}, (options) =>
    kpis.historicalClvFromCounts({ customers: 2, revenue: "30.00", currency: "EUR" }, options),
  ),
  one("emptyCounts", {}, (options) => counts.emptyCounts("csat", null, options)),
  one("orderValueCounts", {}, (options) => counts.orderValueCounts(ORDERS, options)),
];
