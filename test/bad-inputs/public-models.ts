import type { Transaction } from "../../src/index.ts";
import * as models from "../../src/models.ts";

/** A public function of the models with good arguments, each by its name. */
export interface ModelFunction {
  readonly name: string;
  readonly call: (...handed: never[]) => unknown;
  readonly good: readonly (readonly [argument: string, value: unknown])[];
}

const ORDERS: readonly Transaction[] = Array.from({ length: 60 }, (_, at) => ({
  ...{ orderId: at, customerId: `c${at % 12}`, currency: "EUR" },
  date: `2025-0${1 + ((at * 7) % 6)}-${10 + ((at * 11) % 18)}`,
  amount: 10 + ((at * 13) % 40),
}));

const SUMMARY = models.purchaseSummary(ORDERS, { observedUntil: "2025-07-01" });
const SPLIT = models.purchaseSummary(ORDERS, {
  observedUntil: "2025-07-01",
  holdoutFrom: "2025-05-01",
});
const COLUMNS = {
  customer: Int32Array.of(0, 1, 0, 0),
  day: Int32Array.of(20_100, 20_107, 20_110, 20_130),
  amount: Float64Array.of(3, 4, 5, 6),
};
const DAYS = { observedUntil: 20_142, holdoutFrom: 20_121 };
const TRACKED = models.summarisePurchases(COLUMNS, DAYS);
const COHORTS = [{ size: 100, active: [100, 80, 70, 65] }];
const GIFTS = [
  { repeatPurchases: 3, lastPurchaseAge: 5, age: 6 },
  { repeatPurchases: 1, lastPurchaseAge: 2, age: 6 },
  { repeatPurchases: 0, lastPurchaseAge: 0, age: 6 },
];

const BG = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } } as const;
const PARETO = {
  kind: "pareto-nbd",
  parameters: { r: 0.553, alpha: 10.58, s: 0.606, beta: 11.67 },
} as const;
const REGULAR = { ...BG, kind: "mbg-cnbd-k", k: 2 } as const;
const GIVING = {
  kind: "bg-bb",
  parameters: { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 },
} as const;
const SPEND = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 15.45 } } as const;
const SBG = { kind: "sbg", parameters: { alpha: 0.7, beta: 1.2 } } as const;
const FIT = models.fitBgNbd(SUMMARY);
const MODELS = { purchases: FIT, spend: models.fitGammaGamma(SUMMARY) };
const VALUES = models.customerValues(MODELS, SUMMARY);
const COVARIATES = { web: Array.from(SUMMARY.age, (_, at) => at % 2) };
const CUSTOMER = { repeatPurchases: 2, lastPurchaseAge: 9, age: 12 };
const HISTORY = { repeatPurchases: 2, meanSpend: 30 };

const of = (
  call: (...handed: never[]) => unknown,
  good: Readonly<Record<string, unknown>>,
): ModelFunction => ({ name: call.name, call, good: Object.entries(good) });

/** Every function of the entry. Options are tried member by member, all else as it is handed in. */
export const MODEL_FUNCTIONS: readonly ModelFunction[] = [
  of(models.fitBgNbd, { data: SUMMARY, options: { prior: { r: { median: 1, sigma: 2 } } } }),
  of(models.fitMbgNbd, { data: SUMMARY, options: { start: { r: 1, alpha: 1, a: 1, b: 1 } } }),
  of(models.fitMbgCnbdK, { data: SUMMARY, options: { k: 1, maxK: 1 } }),
  of(models.fitParetoNbd, { data: SUMMARY, options: {} }),
  of(models.fitGammaGamma, { data: SUMMARY, options: {} }),
  of(models.fitBgBb, { data: GIFTS, options: {} }),
  of(models.fitSbg, { cohorts: COHORTS, options: {} }),
  of(models.fitPurchaseModel, { kind: "bg-nbd", data: SUMMARY }),
  of(models.fitWithCovariates, {
    ...{ kind: "bg-nbd", data: SUMMARY, covariates: COVARIATES, options: {} },
  }),
  of(models.modelForCustomer, {
    ...{ fit: models.fitWithCovariates("bg-nbd", SUMMARY, COVARIATES), covariates: { web: 1 } },
  }),
  of(models.bootstrapFits, { fit: FIT, data: SUMMARY, options: { seed: 1, replicates: 1 } }),
  of(models.boundsOfFits, { fits: [FIT], ask: () => 1, confidence: 0.9 }),
  of(models.calibrationByFrequency, { model: BG, data: SUMMARY, most: 3 }),
  of(models.holdoutByFrequency, { model: BG, summary: SPLIT, most: 3 }),
  of(models.chooseModel, { source: ORDERS, question: { candidates: ["bg-nbd"] } }),
  of(models.modelReport, { fit: FIT, source: ORDERS, question: { confidence: 0.9 } }),
  of(models.customerValues, { models: MODELS, data: SUMMARY, question: { horizon: 10 } }),
  of(models.churnRisk, { models: MODELS, data: SUMMARY, question: { horizon: 10 } }),
  of(models.clvSegments, { customers: VALUES, question: { shares: [0.2, 0.8] } }),
  of(models.deltaInterval, { fit: FIT, ask: () => 1, options: { scale: "log" } }),
  of(models.parameterIntervals, { fit: FIT, confidence: 0.9 }),
  of(models.profileInterval, { fit: FIT, data: SUMMARY, parameter: "r", confidence: 0.9 }),
  of(models.profileDepth, { fit: FIT, data: SUMMARY, parameter: "r", value: 1 }),
  of(models.discountedPurchases, { model: BG, customer: CUSTOMER, options: { rate: 0.01 } }),
  of(models.discountedPurchasesOfAll, { model: BG, data: SUMMARY, options: { rate: 0.01 } }),
  of(models.expectedPurchases, { model: PARETO, customer: CUSTOMER, horizon: 3 }),
  of(models.expectedPurchasesBy, { model: BG, customer: CUSTOMER, horizons: [1, 2] }),
  of(models.expectedPurchasesOfAll, { model: REGULAR, data: SUMMARY, horizon: 3 }),
  of(models.expectedSpend, { model: SPEND, history: HISTORY }),
  of(models.expectedSpendOfAll, { model: SPEND, data: SUMMARY }),
  of(models.medianSpend, { model: SPEND, history: HISTORY }),
  of(models.medianSpendOfAll, { model: SPEND, data: SUMMARY }),
  of(models.groupSummary, { summary: SUMMARY }),
  of(models.readSummary, { data: GIFTS, unit: "week" }),
  of(models.modelToJson, { model: FIT }),
  of(models.modelFromJson, { text: models.modelToJson(FIT) }),
  of(models.modelName, { model: BG }),
  of(models.modelIdea, { model: BG }),
  of(models.ownRhythm, { model: BG, customer: CUSTOMER }),
  of(models.posteriorRates, { model: GIVING, customer: { ...CUSTOMER, age: 12 } }),
  of(models.posteriorRatesOfAll, { model: BG, data: SUMMARY }),
  of(models.predictiveClv, { source: ORDERS, question: { model: "bg-nbd" } }),
  of(models.probabilityAlive, { model: BG, customer: CUSTOMER, horizon: 3 }),
  of(models.probabilityAliveOfAll, { model: BG, data: SUMMARY, horizon: 3 }),
  of(models.probabilityOfNoPurchase, { model: BG, customer: CUSTOMER, horizon: 3 }),
  of(models.probabilityOfNoPurchaseOfAll, { model: BG, data: SUMMARY, horizon: 3 }),
  of(models.purchaseDistribution, { model: BG, customer: CUSTOMER, horizon: 3, most: 4 }),
  of(models.purchaseDistributionOfAll, { model: BG, data: SUMMARY, horizon: 3, most: 4 }),
  of(models.purchaseSummary, { source: ORDERS, question: { unit: "week" } }),
  of(models.purchaseSummaryFromRows, { rows: GIFTS, options: { unit: "week", columns: {} } }),
  of(models.projectedRetention, { model: SBG, periods: 3 }),
  of(models.projectedSurvival, { model: SBG, periods: 3 }),
  of(models.discountedLifetime, { model: SBG, discount: 0.1 }),
  of(models.discountedResidualLifetime, { model: SBG, renewal: 2, discount: 0.1 }),
  of(models.simulateCohort, { model: SBG, periods: 3, options: { size: 10, seed: 1 } }),
  of(models.simulateOpportunities, {
    ...{ model: GIVING, opportunities: 3, options: { customers: 5, seed: 1 } },
  }),
  of(models.simulatePurchases, {
    model: BG,
    options: {
      ...{ customers: 5, seed: 1, acquiredFrom: 20_089, acquiredUntil: 20_100 },
      ...{ observedUntil: 20_200, spend: SPEND },
    },
  }),
  of(models.simulateSummary, { model: BG, ages: [3, 4], options: { seed: 1, spend: SPEND } }),
  of(models.summarisePurchases, { columns: COLUMNS, options: DAYS }),
  of(models.trackPurchases, {
    ...{ model: BG, summary: TRACKED, purchases: COLUMNS },
    span: { end: 20_121, observedUntil: 20_142 },
  }),
  of(models.valueByPeriod, { model: BG, customer: CUSTOMER, options: { periods: 3, spend: 9 } }),
  of(models.worthByPeriod, { purchases: [1, 2], options: { spend: 9 } }),
  of(models.discountPerPeriod, { yearly: 0.1, daysInPeriod: 30 }),
  of(models.daysIn, { unit: "week" }),
];
