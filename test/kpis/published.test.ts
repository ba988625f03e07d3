import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  averageOrderValueFromCounts,
  cesFromCounts,
  churnRateFromCounts,
  convertChurnRate,
  csat,
  csatFromCounts,
  type FormulaClvFormQuestion,
  type FormulaClvInputs,
  formulaClv,
  historicalClvFromCounts,
  npsFromCounts,
  purchaseFrequencyFromCounts,
  repeatCustomerRateFromCounts,
  retentionRateFromCounts,
  type Transaction,
  timeBetweenPurchases,
} from "../../src/index.ts";
import { report } from "../support/report.ts";
import { sharedJson } from "../support/shared.ts";

/** Each example has some of these; the functions asked check them. */
interface Inputs {
  readonly [numbers: string]: unknown;
  readonly customersAtStart: number;
  readonly lostCustomers: number;
  readonly periodChurn: number;
  readonly periods: number;
  readonly dates: readonly string[];
  readonly netRevenue: number | undefined;
  readonly refunds: readonly number[];
  readonly cohortSize: number;
  readonly profitByPeriod: readonly number[];
  readonly lifespanPeriods: number | undefined;
  readonly arpa: number;
  readonly grossMargin: number;
  readonly contribution: number | undefined;
  readonly churn: number;
  readonly margin: number;
  readonly retentionSpend: number | undefined;
  readonly retention: number;
  readonly discount: number;
  readonly countsByScore: readonly number[] | undefined;
  readonly promoterShare: number;
  readonly detractorShare: number;
  readonly satisfied: number | undefined;
  readonly responses: number;
  readonly good: number;
  readonly bad: number;
  readonly score: number | undefined;
  readonly csat: number;
  readonly scoreSum: number;
  readonly positive: number | undefined;
}

interface Published {
  readonly id: string;
  readonly kpi: string;
  readonly variant: string;
  readonly inputs: Inputs;
  readonly expected: unknown;
  readonly tolerance: number;
}

type Answer = (inputs: Published["inputs"], variant: string) => unknown;

const EUR = { currency: "EUR" } as const;

/** What each published example asks of the public functions, by KPI. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  retentionRate: (inputs) => retentionRateFromCounts(inputs as never).value,
  churnRate: ({ customersAtStart, lostCustomers }) =>
    churnRateFromCounts({ customersAtStart, lostCustomers }, { numerator: "all" }).value,
  churnConversion: ({ periodChurn, periods }) => convertChurnRate(periodChurn, { periods }).value,
  repeatPurchaseRate: (inputs) => repeatCustomerRateFromCounts(inputs as never).value,
  purchaseFrequency: (inputs) => purchaseFrequencyFromCounts(inputs as never).value,
  timeBetweenPurchases: ({ dates }) =>
    timeBetweenPurchases(dates.map((date) => ({ customerId: "ann", date, amount: 1 }))).value,
  averageOrderValue: ({ netRevenue, orders }) =>
    netRevenue === undefined
      ? averageOrderValue(linesOf(orders as readonly Order[]), { ...EUR, rowsAre: "lines" }).value
      : averageOrderValueFromCounts({ ...EUR, orders: Number(orders), revenue: netRevenue }).value,
  netSales: ({ orders, refunds }) =>
    Number(
      averageOrderValue(salesAndRefunds(orders as readonly number[], refunds), EUR).counts.revenue,
    ),
  clvHistorical: ({ cohortSize, profitByPeriod }) =>
    cumulative(profitByPeriod).map(
      (revenue) => historicalClvFromCounts({ ...EUR, customers: cohortSize, revenue }).value,
    ),
  clvSimple: ({ lifespanPeriods, arpa, grossMargin, contribution, churn, ...simple }) =>
    lifespanPeriods === undefined
      ? clv({ churn, ...profitOf(contribution, arpa, grossMargin) }, "arpa-over-churn")
      : clv({ ...(simple as FormulaClvInputs), periods: lifespanPeriods }, "simple"),
  clvPerpetuity: ({ margin, retentionSpend, retention, discount }, variant) =>
    clv(
      { profit: Number((margin - (retentionSpend ?? 0)).toPrecision(12)), retention, discount },
      variant.startsWith("margin-at-end") ? "perpetuity-end" : "perpetuity-start",
    ),
  nps: ({ countsByScore, promoterShare, detractorShare }) => {
    const respondents = 6_000_000_000;
    const [promoters, detractors] =
      countsByScore === undefined
        ? [promoterShare, detractorShare].map((share) => Math.round(share * respondents))
        : [sumOf(countsByScore, 9, 10), sumOf(countsByScore, 0, 6)];
    const passives =
      countsByScore === undefined
        ? respondents - Number(promoters) - Number(detractors)
        : sumOf(countsByScore, 7, 8);
    const counts = { promoters: Number(promoters), passives, detractors: Number(detractors) };
    const { value } = npsFromCounts(counts);
    if (countsByScore === undefined) return value;
    return { score: value, ...counts, total: sumOf(countsByScore, 0, 10) };
  },
  csat: ({ satisfied, responses, good, bad, score }) => {
    if (score !== undefined) {
      const { value } = csat([score], { method: "good-bad", neutralIsBad: true });
      return value === 0 ? "bad" : "good";
    }
    const counts = { satisfied: satisfied ?? good, answered: responses ?? good + bad };
    return csatFromCounts(counts).value;
  },
  dsat: ({ csat: share }) =>
    csatFromCounts(
      { satisfied: Math.round(share * 1000), answered: 1000 },
      { method: "dissatisfied", neutralIsBad: true },
    ).value,
  ces: ({ countsByScore, scoreSum, responses, positive }) => {
    if (positive !== undefined) {
      const scores = [responses - positive, 0, 0, 0, 0, 0, positive];
      return cesFromCounts({ version: "2.0", countsByScore: scores }, { method: "percent-agree" })
        .value;
    }
    return countsByScore === undefined
      ? cesFromCounts({ version: "2.0", scoreSum, answered: responses }).value
      : cesFromCounts({ version: "2.0", countsByScore: Object.values(countsByScore) }).value;
  },
};

function clv(
  inputs: FormulaClvInputs,
  formula: NonNullable<FormulaClvFormQuestion["formula"]>,
): number | null {
  return formulaClv(inputs, { ...EUR, formula }).value;
}

function profitOf(contribution: number | undefined, revenue: number, margin: number) {
  return contribution === undefined ? { revenue, margin } : { profit: contribution };
}

interface Line {
  readonly price: number;
  readonly unitDiscount: number;
  readonly quantity: number;
}

interface Order {
  readonly lines: readonly Line[];
}

function linesOf(orders: readonly Order[]): readonly Transaction[] {
  return orders.flatMap(({ lines }, order) =>
    lines.map(({ price, unitDiscount, quantity }) => ({
      ...{ customerId: order, orderId: order, date: "2025-01-01" },
      amount: (price - unitDiscount) * quantity,
    })),
  );
}

function salesAndRefunds(sales: readonly number[], refunds: readonly number[]) {
  const date = "2025-01-01";
  return [
    ...sales.map((amount, at) => ({ customerId: at, orderId: at, date, amount })),
    ...refunds.map((amount, at) => ({
      ...{ customerId: at, refundOf: at, date, amount, type: "refund" as const },
    })),
  ];
}

function cumulative(amounts: readonly number[]): readonly number[] {
  let sum = 0;
  return amounts.map((amount) => {
    sum += amount;
    return sum;
  });
}

function sumOf(counts: readonly number[], from: number, to: number): number {
  return counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
}

const shared = sharedJson("examples/published.json") as readonly Published[] | null;
const published = (shared ?? []).filter(({ kpi }) => Object.hasOwn(ANSWERS, kpi));

describe.skipIf(shared === null)("published examples", () => {
  test("every one of these KPIs is asked", () => {
    const counts = Object.keys(ANSWERS).map(
      (kpi) => `${kpi} ${published.filter((one) => one.kpi === kpi).length}`,
    );
    report(`published KPIs: ${published.length} in all; ${counts.join(", ")}`);
    expect(published.length).toBeGreaterThan(0);
  });

  test.each(published)("$id: $variant", ({ kpi, variant, inputs, expected, tolerance }) => {
    const actual = ANSWERS[kpi]?.(inputs, variant);
    if (typeof expected === "string") expect(actual).toBe(expected);
    else near(actual, expected, tolerance);
  });
});

function near(actual: unknown, expected: unknown, tolerance: number): void {
  if (typeof expected === "object" && expected !== null) {
    for (const [name, wanted] of Object.entries(expected)) {
      near((actual as Readonly<Record<string, unknown>>)[name], wanted, tolerance);
    }
    return;
  }
  expect(Math.abs(Number(actual) - Number(expected))).toBeLessThanOrEqual(tolerance);
}
