export { type ErrorCode, KpiError } from "./base/errors.ts";
export type { Issue, IssueCode, IssueTotal } from "./base/issue.ts";
export type { OrdersSource } from "./counts/orders-source.ts";
export type { OrdersLedger } from "./ledger/orders.ts";
export type { CustomerId, DateInput, Transaction } from "./ledger/rows.ts";
export type { AnyModel } from "./models/any-model.ts";
export type { BetaGeometricName } from "./models/beta-geometric-problem.ts";
export { type BgBb, type BgBbName, type FittedBgBb, fitBgBb } from "./models/bg-bb.ts";
export { type BgNbd, type FittedBgNbd, fitBgNbd } from "./models/bg-nbd.ts";
export {
  type BootstrapOptions,
  bootstrapFits,
  boundsOfFits,
  type FittedPurchaseModel,
} from "./models/bootstrap-fits.ts";
export type { Bucket } from "./models/bucket.ts";
export {
  calibrationByFrequency,
  type FrequencyClass,
} from "./models/calibration-by-frequency.ts";
export { type ChooseModelQuestion, chooseModel } from "./models/choose-model.ts";
export { type ChurnRiskQuestion, churnRisk } from "./models/churn-risk.ts";
export type { ClvSegment, ClvSegments } from "./models/clv-segment.ts";
export {
  type ClvSegmentsQuestion,
  clvSegments,
  type ValuedCustomer,
} from "./models/clv-segments.ts";
export type { Covariates } from "./models/covariates.ts";
export type { CustomerModel } from "./models/customer-model.ts";
export type { ChurnRisk, CustomerRisk, RiskBand, RiskBandTotal } from "./models/customer-risk.ts";
export type { CustomerModels, CustomerValue, CustomerValues } from "./models/customer-value.ts";
export { customerValues } from "./models/customer-values.ts";
export { type DeltaIntervalOptions, deltaInterval } from "./models/delta-interval.ts";
export {
  type DiscountOptions,
  discountedPurchases,
  discountedPurchasesOfAll,
} from "./models/discounted-purchases.ts";
export {
  expectedPurchases,
  expectedPurchasesBy,
  expectedPurchasesOfAll,
} from "./models/expected-purchases.ts";
export {
  expectedSpend,
  expectedSpendOfAll,
  medianSpend,
  medianSpendOfAll,
  type SpendHistory,
} from "./models/expected-spend.ts";
export type { Convergence, Fit, FitOptions, LogNormalPrior } from "./models/fit.ts";
export { fitPurchaseModel } from "./models/fit-purchase-model.ts";
export {
  type CovariateKind,
  type FittedCovariateModel,
  fitWithCovariates,
  modelForCustomer,
} from "./models/fit-with-covariates.ts";
export { type FittedGammaGamma, fitGammaGamma, type GammaGamma } from "./models/gamma-gamma.ts";
export type { GammaGammaName } from "./models/gamma-gamma-problem.ts";
export { groupSummary } from "./models/group-summary.ts";
export { type HoldoutClass, holdoutByFrequency } from "./models/holdout-by-frequency.ts";
export type { HoldoutError, SplitSummary } from "./models/holdout-error.ts";
export type { DataOf } from "./models/likelihood-problem-of.ts";
export {
  type FittedMbgCnbdK,
  fitMbgCnbdK,
  type MbgCnbdK,
  type MbgCnbdKOptions,
} from "./models/mbg-cnbd-k.ts";
export { type FittedMbgNbd, fitMbgNbd, type MbgNbd } from "./models/mbg-nbd.ts";
export type {
  CandidateHoldout,
  DecidedBy,
  HoldoutOfChoice,
  ModelCandidate,
  ModelChoice,
  ModelNotTried,
} from "./models/model-choice.ts";
export { modelFromJson, modelToJson } from "./models/model-json.ts";
export { type ModelReportQuestion, modelReport } from "./models/model-report.ts";
export type {
  ModelReport,
  ReportedHoldout,
  ReportedParameter,
} from "./models/model-report-shape.ts";
export type { ModelSource, ModelSourceQuestion } from "./models/model-source.ts";
export type { Boundary, ModelWarning, ModelWarningFact } from "./models/model-warning.ts";
export { modelIdea, modelName, type PurchaseModelKind } from "./models/model-words.ts";
export { NEW_CUSTOMER } from "./models/new-customer.ts";
export { type OwnRhythm, ownRhythm } from "./models/own-rhythm.ts";
export { type Bounds, parameterIntervals } from "./models/parameter-intervals.ts";
export {
  type FittedParetoNbd,
  fitParetoNbd,
  type ParetoNbd,
  type ParetoNbdName,
} from "./models/pareto-nbd.ts";
export {
  type PosteriorRates,
  type PosteriorRatesOfAll,
  posteriorRates,
  posteriorRatesOfAll,
} from "./models/posterior-rates.ts";
export { type PredictiveClv, predictiveClv } from "./models/predictive-clv.ts";
export type {
  ClvCustomer,
  ClvModels,
  ClvModelWarning,
  PredictiveClvCounts,
} from "./models/predictive-clv-counts.ts";
export type { PredictiveClvQuestion } from "./models/predictive-clv-question.ts";
export { probabilityAlive, probabilityAliveOfAll } from "./models/probability-alive.ts";
export {
  probabilityOfNoPurchase,
  probabilityOfNoPurchaseOfAll,
} from "./models/probability-of-no-purchase.ts";
export { profileDepth, profileInterval } from "./models/profile-interval.ts";
export type { PurchaseColumns } from "./models/purchase-columns.ts";
export { purchaseDistribution, purchaseDistributionOfAll } from "./models/purchase-distribution.ts";
export type { PurchaseModel } from "./models/purchase-model.ts";
export type { PurchaseData, PurchaseRow, PurchaseSummary } from "./models/purchase-summary.ts";
export {
  purchaseSummaryFromRows,
  type SummaryRowsOptions,
} from "./models/purchase-summary-from-rows.ts";
export {
  type OrdersSummary,
  type PurchaseSummaryQuestion,
  purchaseSummary,
} from "./models/purchase-summary-of-orders.ts";
export type { SurvivalCohort } from "./models/read-lifetimes.ts";
export { readSummary } from "./models/read-summary.ts";
export type { RiskLines } from "./models/risk-of-values.ts";
export { type FittedSbg, fitSbg, type Sbg, type SbgName } from "./models/sbg.ts";
export {
  discountedLifetime,
  discountedResidualLifetime,
  projectedRetention,
  projectedSurvival,
} from "./models/sbg-projection.ts";
export { simulateCohort } from "./models/simulate-cohort.ts";
export { simulateOpportunities } from "./models/simulate-opportunities.ts";
export {
  type SimulatedPurchases,
  type SimulatePurchasesOptions,
  simulatePurchases,
} from "./models/simulate-purchases.ts";
export { type SimulateSummaryOptions, simulateSummary } from "./models/simulate-summary.ts";
export type { SpendAndFrequency } from "./models/spend-and-frequency.ts";
export {
  type CustomerSummary,
  type Holdout,
  type SummariseOptions,
  summarisePurchases,
} from "./models/summarise-purchases.ts";
export { daysIn, type TimeUnit } from "./models/time-unit.ts";
export { type TrackedWeek, trackPurchases } from "./models/track-purchases.ts";
export type { TrackedSpan } from "./models/tracked-span.ts";
export {
  discountPerPeriod,
  type ValueOptions,
  valueByPeriod,
  type WorthOptions,
  worthByPeriod,
} from "./models/value-by-period.ts";
export type { ValueAsked, ValueQuestion } from "./models/value-question.ts";
