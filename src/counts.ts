export type { CalendarDate } from "./base/day.ts";
export { type ErrorCode, KpiError } from "./base/errors.ts";
export type { Issue, IssueCode, IssueTotal } from "./base/issue.ts";
export type { Period, PeriodInput } from "./base/period.ts";
export type { AnswersAsked, OrdersAsked } from "./counts/asked.ts";
export {
  type CesCounts,
  type CesCountsInput,
  type CesVersion,
  readCesCounts,
} from "./counts/ces-counts.ts";
export type {
  ChannelAttribution,
  ChannelGroupAsked,
  ChannelGroupKind,
} from "./counts/channel-question.ts";
export type {
  CohortAsked,
  CohortCounts,
  CohortRowCounts,
  CohortValue,
} from "./counts/cohort-counts.ts";
export type {
  AgeBracket,
  CohortAverageBy,
  CohortBase,
  CohortBy,
  CohortClock,
  CohortMeasure,
  CohortQuestion,
  ReturnRule,
} from "./counts/cohort-question.ts";
export type { CesQuestion } from "./counts/collect-ces.ts";
export type { CohortSource } from "./counts/collect-cohorts.ts";
export type { CsatQuestion } from "./counts/collect-csat.ts";
export type { CustomerValueQuestion } from "./counts/collect-customer-value.ts";
export type { FormulaClvSource } from "./counts/collect-formula-clv.ts";
export type { GapMethod, PurchaseGapQuestion } from "./counts/collect-gaps.ts";
export type { RepeatCustomerQuestion } from "./counts/collect-repeat-customers.ts";
export type { AnswersQuestion, AnswersSource } from "./counts/count-answers.ts";
export {
  cesCounts,
  cohortCounts,
  csatCounts,
  customerValueCounts,
  formulaClvCounts,
  npsCounts,
  orderValueCounts,
  purchaseFrequencyCounts,
  purchaseGapCounts,
  repeatCustomerCounts,
  retentionCounts,
  secondOrderCounts,
} from "./counts/counts-of-rows.ts";
export { type CsatCounts, type CsatCountsInput, readCsatCounts } from "./counts/csat-counts.ts";
export type { Recognise } from "./counts/customer-spans.ts";
export type { CustomerSums } from "./counts/customer-sums.ts";
export {
  type CustomerCosts,
  type CustomerValueAsked,
  type CustomerValueCounts,
  type CustomerValueCountsInput,
  readCustomerValueCounts,
} from "./counts/customer-value-counts.ts";
export type { CustomersQuestion, RetentionSource } from "./counts/customers-question.ts";
export { type EmptyCountsOptions, emptyCounts } from "./counts/empty-counts.ts";
export type {
  FormulaClvCounts,
  FormulaClvNumbers,
  FormulaClvOrders,
} from "./counts/formula-clv-counts.ts";
export type { FormulaClvInputs } from "./counts/formula-clv-inputs.ts";
export type { FormulaClvQuestion } from "./counts/formula-clv-question.ts";
export {
  type CustomerCounts,
  mergeCounts,
  type PartitionedByCustomer,
  type RecordCounts,
} from "./counts/merge-counts.ts";
export type {
  CountsByKind,
  CountsKind,
  CustomerCountsByKind,
  RecordCountsByKind,
} from "./counts/mergeable-counts.ts";
export {
  type NpsCategory,
  type NpsCounts,
  type NpsCountsInput,
  readNpsCounts,
} from "./counts/nps-counts.ts";
export {
  type OrderValueAsked,
  type OrderValueBasis,
  type OrderValueCounts,
  type OrderValueCountsInput,
  type RefundDate,
  readOrderValueCounts,
} from "./counts/order-value-counts.ts";
export type { OrdersQuestion, OrdersSource } from "./counts/orders-source.ts";
export {
  type PurchaseFrequencyCounts,
  type PurchaseFrequencyCountsInput,
  readPurchaseFrequencyCounts,
} from "./counts/purchase-frequency-counts.ts";
export {
  type GapTable,
  type PurchaseGapCounts,
  type PurchaseGapCountsInput,
  readPurchaseGapCounts,
} from "./counts/purchase-gap-counts.ts";
export { readCohortCounts } from "./counts/read-cohort-counts.ts";
export {
  type RepeatCustomerCounts,
  type RepeatCustomerCountsInput,
  type RepeatCustomersAsked,
  type RepeatMethod,
  readRepeatCustomerCounts,
} from "./counts/repeat-customer-counts.ts";
export type { Bounds } from "./counts/require-statistic.ts";
export {
  type RetentionCounts,
  type RetentionCountsInput,
  type RetentionQuestionAsked,
  readRetentionCounts,
} from "./counts/retention-counts.ts";
export type { SecondOrderCounts, SecondOrderCountsInput } from "./counts/second-order-counts.ts";
export { readSecondOrderCounts } from "./counts/second-order-counts.ts";
export {
  agrestiCaffoInterval,
  holmCorrection,
  netShareTest,
  newcombeInterval,
  priceBonettInterval,
  proportionsTest,
  twoProportionTest,
} from "./counts/statistics-of-differences.ts";
export { tInterval, welchInterval, welchTest } from "./counts/statistics-of-means.ts";
export {
  adjustedWaldInterval,
  agrestiCoullInterval,
  clopperPearsonInterval,
  modifiedWilsonInterval,
  netShareWaldInterval,
  plusFourInterval,
  poissonInterval,
  sampleSizeForShare,
  waldInterval,
  wilsonContinuityInterval,
  wilsonInterval,
} from "./counts/statistics-of-shares.ts";
export { unitsOfCounts } from "./counts/units-of-counts.ts";
export {
  averageOrderValueGross,
  averageOrderValueNet,
  averageOrderValueNetByOrder,
  averageOrderValueTotal,
  averageOrderValueTotalByOrder,
} from "./kpis/average-order-value-definitions.ts";
export { cesMean, cesNetEasy, cesPercentAgree, cesTop2 } from "./kpis/ces-definitions.ts";
export {
  churnRateAll,
  churnRateAverage,
  churnRateCounts,
  churnRateEnd,
  churnRateHazard,
  churnRateInvoluntary,
  churnRateMid,
  churnRateProbability,
  churnRateStarters,
  churnRateStartPlusNew,
  churnRateVoluntary,
} from "./kpis/churn-rate-definitions.ts";
export {
  type CohortCellCounts,
  type CohortSymbol,
  cohortCellDefinition,
} from "./kpis/cohort-cell-definition.ts";
export { type ChurnConversionCounts, convertChurnRateCompound } from "./kpis/convert-churn-rate.ts";
export {
  csatDissatisfied,
  csatDissatisfiedNeutralIsBad,
  csatExcludeNeutral,
  csatGoodBad,
  csatGoodBadNeutralIsBad,
  csatMean,
  csatNormalised,
  csatTop1,
  csatTopBox,
} from "./kpis/csat-definitions.ts";
export {
  formulaClvArpaOverChurn,
  formulaClvCohortCurve,
  formulaClvFinite,
  formulaClvPerpetuityEnd,
  formulaClvPerpetuityStart,
  formulaClvProfitTimesDuration,
  formulaClvSimple,
} from "./kpis/formula-clv-definitions.ts";
export {
  historicalClvBeforeAcquisition,
  historicalClvMean,
  historicalClvRevenue,
} from "./kpis/historical-clv.ts";
export { npsDefinition } from "./kpis/nps.ts";
export {
  purchaseFrequencyAnnualised,
  purchaseFrequencyPerAllCustomers,
  purchaseFrequencyPerBuyer,
  purchaseFrequencyPerCustomerYear,
} from "./kpis/purchase-frequency-definitions.ts";
export {
  repeatCustomerRateCohort,
  repeatCustomerRateInPeriod,
  repeatCustomerRateLifetime,
  repeatCustomerRateReturning,
} from "./kpis/repeat-customer-rate-definitions.ts";
export {
  retentionRateCohort,
  retentionRateCounts,
  retentionRateCountsWithReturned,
  retentionRateEndOverStart,
  retentionRateRepeatActive,
} from "./kpis/retention-rate-definitions.ts";
export {
  gapsKaplanMeier,
  gapsMean,
  gapsMeanOfCustomers,
  gapsMedian,
  gapsPeriodOverFrequency,
} from "./kpis/time-between-purchases-definitions.ts";
export { timeToSecondOrderKaplanMeier } from "./kpis/time-to-second-order.ts";
export type { AnswersLedger } from "./ledger/answers.ts";
export type { EntryDimension } from "./ledger/dimensions.ts";
export type { MoneyColumn } from "./ledger/money-column.ts";
export type { OrdersDimension, OrdersLedger, Refunds, Sales } from "./ledger/orders.ts";
export type {
  AmountInput,
  Cohort,
  CustomerId,
  DateInput,
  RowId,
  Subscription,
  Survey,
  SurveyAnswer,
  Transaction,
} from "./ledger/rows.ts";
export type { Scale } from "./ledger/scale.ts";
export type { SubscriptionsLedger } from "./ledger/subscriptions.ts";
export type { KpiDefinition, SymbolValue, Wording, Words } from "./result/definition.ts";
export {
  constant,
  type Formula,
  maximum,
  minimum,
  minus,
  type Operation,
  type OperationKind,
  over,
  plus,
  symbol,
  times,
  total,
} from "./result/formula.ts";
export type { Interval, IntervalFinding, IntervalMethod } from "./result/interval.ts";
export type {
  ExplainedSymbol,
  Explanation,
  KpiResult,
  Measured,
  NoValue,
  NoValueReason,
  ResultCore,
  ResultPeriod,
  Source,
} from "./result/kpi-result.ts";
export type { Language, Locale, Writer } from "./result/language.ts";
export { type MeasureOptions, measure } from "./result/measure.ts";
export type { NumberStyle } from "./result/number-style.ts";
export type { Unit } from "./result/unit.ts";
export type {
  NoIntervalReason,
  RowWarning,
  RowWarningCode,
  Warning,
  WarningCode,
  WarningFact,
} from "./result/warning.ts";
export type { FormulaWords } from "./result/write-formula.ts";
export type { NetAnswers } from "./stats/net-share.ts";
export type { Proportion } from "./stats/proportion.ts";
export type { ProportionsTest } from "./stats/proportions-test.ts";
export type { MeanAndVariance } from "./stats/t-interval.ts";
export type { TestResult } from "./stats/test-result.ts";
