import {
  averageOrderValueVariants,
  type CohortRetention,
  type CustomerValueDistribution,
  cesVariants,
  cesVariantsFromCounts,
  churnRateVariants,
  churnRateVariantsFromCounts,
  cohortCell,
  cohortRetention,
  convertChurnRate,
  csatVariants,
  csatVariantsFromCounts,
  customerValueDistribution,
  formulaClvVariants,
  type HistoricalClvByAge,
  historicalClv,
  historicalClvByAge,
  historicalClvVariants,
  type KpiResult,
  type KpiVariants,
  nps,
  npsFromCounts,
  type OrderValueDistribution,
  orderValueDistribution,
  overPeriods,
  purchaseFrequencyVariants,
  purchaseFrequencyVariantsFromCounts,
  type Report,
  type ReportSources,
  repeatCustomerRateVariants,
  repeatCustomerRateVariantsFromCounts,
  report,
  retentionRate,
  retentionRateVariants,
  retentionRateVariantsFromCounts,
  type Series,
  type Subscription,
  type SurveyAnswer,
  subscriptionsLedger,
  type Transaction,
  timeBetweenPurchases,
  timeBetweenPurchasesVariants,
  timeBetweenPurchasesVariantsFromCounts,
  timeToSecondOrder,
  timeToSecondOrderFromCounts,
} from "../../src/index.ts";

/** Everything of this library that can be said in another language. */
export interface Everything {
  readonly variants: readonly KpiVariants[];
  readonly cohorts: readonly CohortRetention[];
  readonly series: readonly Series[];
  readonly reports: readonly Report[];
  /** Tables of customer and order value. */
  readonly values: readonly (
    | HistoricalClvByAge
    | CustomerValueDistribution
    | OrderValueDistribution
  )[];
  /** Results that stand in none of these. */
  readonly others: readonly KpiResult[];
}

/** Every KPI in every form, on rows of all kinds; `period` should hold some of them. */
export function everythingOf(sources: ReportSources, period: string): Everything {
  const orders = (sources.orders ?? []) as readonly Transaction[];
  const rows = (sources.subscriptions ?? []) as readonly Subscription[];
  const subscriptions = subscriptionsLedger(rows, { currency: "EUR" });
  const answers = (sources.answers ?? []) as readonly SurveyAnswer[];
  const of = (survey: SurveyAnswer["survey"]) => answers.filter((row) => row.survey === survey);
  const costs = { margin: 0.4, costToServe: "1.5", cac: 4 };
  const whole = { timeZone: "Europe/Paris" };
  const cohorts = [
    cohortRetention(orders, { every: "month" }),
    cohortRetention(orders, { every: "quarter", base: "previous", return: "on-or-after" }),
    cohortRetention(orders, { every: "month", measure: "revenue", currency: "EUR" }),
    cohortRetention(orders, {
      ...{ every: "week", measure: "orders", includeIncomplete: true, average: "median" },
    }),
    cohortRetention(orders, { every: "month", clock: "elapsed", return: "streak" }),
    cohortRetention(orders, {
      ...{ every: "month", return: "bracket", average: "mean" },
      brackets: [
        [1, 1],
        [2, 4],
      ],
    }),
    cohortRetention(orders, {
      ...{ every: "quarter", cohortBy: "every-active-period", return: "on-or-before" },
      average: "size-squared",
    }),
    cohortRetention(
      orders.map((order) => ({ ...order, channel: "Zürich" })),
      { every: "month", cohortBy: "attribute", attribute: "channel" },
    ),
  ];
  return {
    variants: [
      retentionRateVariants(orders, { period }),
      retentionRateVariants(orders, { period, inactiveAfterDays: 60 }),
      retentionRateVariants(subscriptions, { period }),
      churnRateVariants(orders, { period, inactiveAfterDays: 60 }),
      churnRateVariants(subscriptions, { period }),
      churnRateVariants(subscriptionsLedger(withReasons(rows), { currency: "EUR" }), { period }),
      churnRateVariants(subscriptions, { period, recognise: "cancelled" }),
      repeatCustomerRateVariants(orders, { period, windowDays: 30 }),
      repeatCustomerRateVariants(orders),
      purchaseFrequencyVariants(orders, { period }),
      purchaseFrequencyVariants(orders, whole),
      timeBetweenPurchasesVariants(orders, { period }),
      timeBetweenPurchasesVariants(orders, { mergeSameDay: false }),
      averageOrderValueVariants(withColumns(orders), { period, currency: "EUR" }),
      averageOrderValueVariants(orders, { currency: "EUR", countFullyRefunded: true }),
      historicalClvVariants(orders, { period, currency: "EUR", ...costs }),
      historicalClvVariants(orders, { currency: "EUR", cac: 4 }),
      formulaClvVariants(orders, { period, currency: "EUR", margin: 0.4, periods: 3, cac: 2 }),
      formulaClvVariants(orders, { period, currency: "EUR", annualDiscountRate: 0.1 }),
      csatVariants(of("csat"), { period }),
      cesVariants(of("ces"), { period, version: "2.0" }),
    ],
    cohorts,
    series: [
      overPeriods(retentionRate, orders, { every: "quarter" }),
      overPeriods(retentionRate, subscriptions, { every: "month" }),
      overPeriods(timeBetweenPurchases, orders, { every: "year" }),
      overPeriods(nps, of("nps"), { every: "week" }),
    ],
    reports: [
      report(sources, { period, margin: 0.4, cesVersion: "2.0", compareTo: "previous" }),
      report(sources, { compareTo: "previous", period: "2024-02-03/2024-02-20" }),
      report({ orders }, {}),
    ],
    values: [
      historicalClvByAge(orders, { every: "month", currency: "EUR" }),
      historicalClvByAge(orders, { every: "week", currency: "EUR", margin: 0.4, cac: 3 }),
      customerValueDistribution(orders, { currency: "EUR", period }),
      customerValueDistribution(orders, { currency: "EUR", margin: 0.4, cac: 9 }),
      orderValueDistribution(orders, { currency: "EUR", period }),
      orderValueDistribution(withColumns(orders), { currency: "EUR", basis: "gross", trim: 0.25 }),
      orderValueDistribution(orders, { currency: "EUR", basis: "total" }),
    ],
    others: [
      timeToSecondOrder(orders, { period }),
      timeToSecondOrder(orders),
      nps(of("nps"), { period, confidence: 0.999 }),
      ...(["week", "month", "year"] as const).flatMap((every) =>
        historicalClvByAge(orders, { every, currency: "EUR" })
          .points.slice(0, 3)
          .map(({ result }) => result),
      ),
      historicalClv([{ cohort: "2025-01", size: 100, active: [100], revenue: [1500] }], {
        currency: "EUR",
      }),
      ...cohorts.flatMap(cellsOf),
    ],
  };
}

/** Forms that only counts typed by hand reach. */
export function everythingTyped(): Pick<Everything, "variants" | "others"> {
  const month = { customersAtStart: 1000, newCustomers: 500, customersAtEnd: 1438 };
  const fifth = [14, 9, 10, 32, 42];
  const numbers = { profit: 100, retention: 0.8, discount: 0.1, periods: 1 };
  const eur = { currency: "EUR" };
  return {
    variants: [
      retentionRateVariantsFromCounts({ ...month, lostStarters: 50, returnedCustomers: 7 }),
      retentionRateVariantsFromCounts({ ...month, returnedCustomers: 1 }),
      retentionRateVariantsFromCounts({ customersAtStart: 0, retainedCustomers: 0 }),
      churnRateVariantsFromCounts({
        ...{ ...month, lostCustomers: 62, lostStarters: 50 },
        ...{ voluntaryLostStarters: 1, involuntaryLostStarters: 9 },
        ...{ customerDays: 36_000, periodDays: 30 },
      }),
      churnRateVariantsFromCounts({ ...month, returnedCustomers: 20 }),
      churnRateVariantsFromCounts({ customersAtStart: 1000, lostCustomers: 62, lostStarters: 50 }),
      churnRateVariantsFromCounts({ customersAtStart: 1, lostCustomers: 1, customersAtEnd: 0 }),
      repeatCustomerRateVariantsFromCounts({
        "in-period": { customers: 400, repeatCustomers: 60 },
        returning: { customers: 400, repeatCustomers: 61 },
        lifetime: { customers: 10_000, repeatCustomers: 1800 },
        cohort: { customers: 80, repeatCustomers: 1 },
      }),
      purchaseFrequencyVariantsFromCounts({
        ...{ customers: 240, orders: 600, allCustomers: 1000, periodDays: 90 },
        ...{ repeatOrders: 500, customerDays: 80_000 },
      }),
      purchaseFrequencyVariantsFromCounts({ customers: 1, orders: 1 }),
      timeBetweenPurchasesVariantsFromCounts({ gaps: 3, gapDays: 48 }),
      timeBetweenPurchasesVariantsFromCounts({ gaps: 0, gapDays: 0 }),
      formulaClvVariants(numbers, eur),
      formulaClvVariants({ ...numbers, periods: 2 }, { ...eur, cac: 20 }),
      formulaClvVariants({ revenue: 100, margin: 0.3, churn: 0.2, discount: 0.1 }, eur),
      formulaClvVariants({ ...numbers, retention: 1, discount: 0 }, eur),
      formulaClvVariants({ averageOrderValue: 50, ordersPerPeriod: 2.5, periods: 3 }, eur),
      formulaClvVariants({ profit: 10, discount: 0.1, survival: [1, 0.8, 0.6] }, eur),
      csatVariantsFromCounts({ countsByScore: fifth, scale: { min: 1, max: 5 } }),
      csatVariantsFromCounts({
        countsByScore: [1, 0, 1],
        scale: { min: 1, max: 3 },
        unanswered: 1,
      }),
      csatVariantsFromCounts({ satisfied: 60, answered: 100 }),
      cesVariantsFromCounts({ version: "2.0", countsByScore: [80, 210, 140, 110, 160, 180, 120] }),
      cesVariantsFromCounts({ version: "1.0", scoreSum: 210, answered: 100 }),
      cesVariantsFromCounts({ version: "2.0", scoreSum: 0, answered: 0 }),
    ],
    others: [
      npsFromCounts({ promoters: 1, passives: 0, detractors: 0 }),
      npsFromCounts({ promoters: 0, passives: 0, detractors: 0, unanswered: 12_345 }),
      timeToSecondOrderFromCounts({ secondOrders: [[6, 3]], oneOrder: [[30, 13]] }),
      timeToSecondOrderFromCounts({ secondOrders: [], oneOrder: [] }),
      convertChurnRate(0.05, { periods: 12 }),
      convertChurnRate(0.05, { periods: 0.5 }),
      ...(["quarter", "half-year", "year"] as const).flatMap((to) => [
        convertChurnRate(0.05, { from: "month", to }),
        convertChurnRate(0.05, { from: to, to: "month" }),
      ]),
    ],
  };
}

/** All results, each with its explanation. */
export function resultsIn({ variants, series, reports, others }: Everything): readonly KpiResult[] {
  return [
    ...variants.flatMap((list) => list.variants.map(({ result }) => result)),
    ...variants.flatMap((list) => list.notComputed.flatMap(({ result }) => result ?? [])),
    ...series.flatMap(({ points }) => points.map(({ result }) => result)),
    ...reports.flatMap(({ results, comparison }) => [...results, ...(comparison?.results ?? [])]),
    ...others,
  ];
}

function cellsOf(table: CohortRetention): readonly KpiResult[] {
  return table.cohorts
    .slice(0, 2)
    .flatMap(({ cohort }) =>
      table.ages.slice(0, 3).map((_, age): KpiResult => cohortCell(table, cohort, age)),
    );
}

function withReasons(rows: readonly Subscription[]): readonly Subscription[] {
  return rows.map((row, at) =>
    row.end === null ? row : { ...row, reason: at % 2 === 0 ? "voluntary" : "involuntary" },
  );
}

function withColumns(orders: readonly Transaction[]): readonly Transaction[] {
  return orders.map((order) => ({ ...order, discount: "1.00", tax: "2.00", shipping: "0.50" }));
}
