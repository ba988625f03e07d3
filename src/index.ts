export { type CalendarDate, calendarDate } from "./base/day.ts";
export { Decimal } from "./base/decimal.ts";
export { describePeriod } from "./base/describe-period.ts";
export { type ErrorCode, KpiError } from "./base/errors.ts";
export type { ScaledIntegers } from "./base/exact-sum.ts";
export type { Issue, IssueCode, IssueTotal } from "./base/issue.ts";
export { type Period, type PeriodInput, period, periodDays } from "./base/period.ts";
export { type Every, periodsOf } from "./base/periods-of.ts";
export { previousPeriod, samePeriodLastYear } from "./base/previous-period.ts";
export type { WeekDay } from "./base/week.ts";
export type { AnswersAsked, CountsSource, OrdersAsked } from "./counts/asked.ts";
export type { CesCounts, CesCountsInput, CesVersion } from "./counts/ces-counts.ts";
export type {
  ChannelAttribution,
  ChannelGroupAsked,
  ChannelGroupKind,
  ChannelQuestion,
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
  CohortAxes,
  CohortBase,
  CohortBy,
  CohortClock,
  CohortMeasure,
  CohortOptions,
  CohortQuestion,
  ReturnRule,
} from "./counts/cohort-question.ts";
export type { CesQuestion } from "./counts/collect-ces.ts";
export type { OrdersAndAnswers } from "./counts/collect-clv-by-nps-class.ts";
export type { CohortSource } from "./counts/collect-cohorts.ts";
export type { CsatQuestion } from "./counts/collect-csat.ts";
export type { CustomerValueQuestion } from "./counts/collect-customer-value.ts";
export type { FormulaClvSource } from "./counts/collect-formula-clv.ts";
export type {
  GapMethod,
  PurchaseGapQuestion,
  PurchaseGapsQuestion,
} from "./counts/collect-gaps.ts";
export type { NpsIntervalOptions, NpsQuestion } from "./counts/collect-nps.ts";
export type { OrderValueQuestion } from "./counts/collect-order-value.ts";
export type { RepeatCustomerQuestion } from "./counts/collect-repeat-customers.ts";
export type { ValueByAgeQuestion } from "./counts/collect-value-by-age.ts";
export type { ConfidenceOptions } from "./counts/confidence.ts";
export type { AnswersQuestion, AnswersSource } from "./counts/count-answers.ts";
export type { CsatCounts, CsatCountsInput } from "./counts/csat-counts.ts";
export type { Recognise } from "./counts/customer-spans.ts";
export type { CustomerSums } from "./counts/customer-sums.ts";
export type {
  CustomerCosts,
  CustomerValueAsked,
  CustomerValueCounts,
  CustomerValueCountsInput,
} from "./counts/customer-value-counts.ts";
export type { CustomerValueSpread, TenthOfCustomers } from "./counts/customer-value-spread.ts";
export type { CustomersQuestion, RetentionSource } from "./counts/customers-question.ts";
export type {
  FormulaClvCounts,
  FormulaClvNumbers,
  FormulaClvOrders,
} from "./counts/formula-clv-counts.ts";
export type { FormulaClvInputs } from "./counts/formula-clv-inputs.ts";
export type { FormulaClvQuestion } from "./counts/formula-clv-question.ts";
export type { MoneyCounts, MoneyOptions } from "./counts/money-counts.ts";
export type { NpsCategory, NpsCounts, NpsCountsInput } from "./counts/nps-counts.ts";
export type {
  OrderValueAsked,
  OrderValueBasis,
  OrderValueCounts,
  OrderValueCountsInput,
  RefundDate,
} from "./counts/order-value-counts.ts";
export type {
  OrderValueDistributionQuestion,
  OrderValueSpread,
} from "./counts/order-value-spread.ts";
export type { OrdersQuestion, OrdersSource } from "./counts/orders-source.ts";
export type {
  PurchaseFrequencyCounts,
  PurchaseFrequencyCountsInput,
} from "./counts/purchase-frequency-counts.ts";
export type {
  GapTable,
  PurchaseGapCounts,
  PurchaseGapCountsInput,
} from "./counts/purchase-gap-counts.ts";
export type { Question } from "./counts/question.ts";
export type { QuartilePair } from "./counts/ranked-values.ts";
export type {
  RepeatCustomerCounts,
  RepeatCustomerCountsInput,
  RepeatCustomersAsked,
  RepeatMethod,
} from "./counts/repeat-customer-counts.ts";
export type {
  RetentionCounts,
  RetentionCountsInput,
  RetentionQuestionAsked,
} from "./counts/retention-counts.ts";
export type { SecondOrderCounts, SecondOrderCountsInput } from "./counts/second-order-counts.ts";
export type { SubscriptionsSource } from "./counts/subscriptions-source.ts";
export {
  type AverageOrderValue,
  averageOrderValue,
  averageOrderValueFromCounts,
  type OrderValueOptions,
} from "./kpis/average-order-value.ts";
export {
  averageOrderValueVariants,
  averageOrderValueVariantsFromCounts,
  type OrderValueCountsByVariant,
} from "./kpis/average-order-value-variants.ts";
export type { OrderValueVariant } from "./kpis/average-order-value-words.ts";
export {
  type BootstrapOptions,
  type BootstrapQuestion,
  bootstrapInterval,
} from "./kpis/bootstrap-interval.ts";
export type {
  BootstrapInterval,
  BootstrapLimits,
  BootstrapMethod,
  NoBootstrapReason,
} from "./kpis/bootstrap-result.ts";
export { type Ces, type CesFormQuestion, type CesOptions, ces, cesFromCounts } from "./kpis/ces.ts";
export type { CesForm, CesMethod } from "./kpis/ces-form.ts";
export { cesVariants, cesVariantsFromCounts } from "./kpis/ces-variants.ts";
export { channelRetention } from "./kpis/channel-retention.ts";
export type {
  ChannelGroup,
  ChannelRetention,
  ChannelWarning,
  ChannelWarningFact,
  RetentionDifference,
} from "./kpis/channel-retention-shape.ts";
export {
  type ChurnOptions,
  type ChurnQuestion,
  type ChurnRate,
  churnRate,
  churnRateFromCounts,
} from "./kpis/churn-rate.ts";
export type { ChurnForm } from "./kpis/churn-rate-form.ts";
export { churnRateVariants, churnRateVariantsFromCounts } from "./kpis/churn-rate-variants.ts";
export { clvByNpsClass } from "./kpis/clv-by-nps-class.ts";
export type {
  ClvByNpsClass,
  NoRatioReason,
  NpsClassRatio,
  NpsClassValue,
  NpsClassWarning,
  NpsClassWarningFact,
} from "./kpis/clv-by-nps-class-shape.ts";
export type { CohortAverage } from "./kpis/cohort-average.ts";
export { type CohortCellResult, cohortCell } from "./kpis/cohort-cell.ts";
export type { CohortCellCounts } from "./kpis/cohort-cell-definition.ts";
export type { CellState, CohortCell } from "./kpis/cohort-cells.ts";
export type { CohortExplanation } from "./kpis/cohort-explanation.ts";
export { cohortRetention, cohortRetentionFromCounts } from "./kpis/cohort-retention.ts";
export type { CohortOfTable, CohortRetention } from "./kpis/cohort-table.ts";
export {
  type ChurnConversion,
  type ChurnConversionCounts,
  type ChurnSpan,
  type ConvertedChurnRate,
  convertChurnRate,
} from "./kpis/convert-churn-rate.ts";
export {
  type Csat,
  type CsatFormQuestion,
  type CsatOptions,
  csat,
  csatFromCounts,
} from "./kpis/csat.ts";
export type { CsatForm, CsatMethod } from "./kpis/csat-form.ts";
export { csatVariants, csatVariantsFromCounts } from "./kpis/csat-variants.ts";
export { customerValueDistribution } from "./kpis/customer-value-distribution.ts";
export type { Figure } from "./kpis/figure.ts";
export {
  type FormulaClv,
  type FormulaClvFormQuestion,
  formulaClv,
  formulaClvFromCounts,
} from "./kpis/formula-clv.ts";
export type { ClvFormula, FormulaClvForm } from "./kpis/formula-clv-form.ts";
export { formulaClvVariants } from "./kpis/formula-clv-variants.ts";
export {
  type HistoricalClv,
  historicalClv,
  historicalClvFromCounts,
} from "./kpis/historical-clv.ts";
export { historicalClvByAge } from "./kpis/historical-clv-by-age.ts";
export {
  historicalClvVariants,
  historicalClvVariantsFromCounts,
} from "./kpis/historical-clv-variants.ts";
export { type Nps, type NpsOptions, nps, npsFromCounts } from "./kpis/nps.ts";
export { orderValueDistribution } from "./kpis/order-value-distribution.ts";
export type { OrderValueDistribution } from "./kpis/order-value-distribution-shape.ts";
export {
  overPeriods,
  type Series,
  type SeriesPoint,
  type SeriesQuestion,
} from "./kpis/over-periods.ts";
export {
  type PurchaseFrequency,
  type PurchaseFrequencyOptions,
  type PurchaseFrequencyQuestion,
  purchaseFrequency,
  purchaseFrequencyFromCounts,
} from "./kpis/purchase-frequency.ts";
export type { FrequencyForm, FrequencyMethod } from "./kpis/purchase-frequency-form.ts";
export {
  purchaseFrequencyVariants,
  purchaseFrequencyVariantsFromCounts,
} from "./kpis/purchase-frequency-variants.ts";
export {
  type RepeatCustomerOptions,
  type RepeatCustomerRate,
  repeatCustomerRate,
  repeatCustomerRateFromCounts,
} from "./kpis/repeat-customer-rate.ts";
export {
  type RepeatCountsByMethod,
  type RepeatVariantsQuestion,
  repeatCustomerRateVariants,
  repeatCustomerRateVariantsFromCounts,
} from "./kpis/repeat-customer-rate-variants.ts";
export { report } from "./kpis/report.ts";
export type { Comparison, ReportQuestion, ReportSources } from "./kpis/report-question.ts";
export type {
  NotComputed,
  NotComputedCode,
  Report,
  ReportComparison,
} from "./kpis/report-shape.ts";
export {
  type RetentionOptions,
  type RetentionQuestion,
  type RetentionRate,
  retentionRate,
  retentionRateFromCounts,
} from "./kpis/retention-rate.ts";
export type { RetentionForm } from "./kpis/retention-rate-form.ts";
export {
  retentionRateVariants,
  retentionRateVariantsFromCounts,
} from "./kpis/retention-rate-variants.ts";
export { suggestInactiveAfterDays } from "./kpis/suggest-inactive-after-days.ts";
export {
  type PurchaseGapOptions,
  type TimeBetweenPurchases,
  timeBetweenPurchases,
  timeBetweenPurchasesFromCounts,
} from "./kpis/time-between-purchases.ts";
export {
  timeBetweenPurchasesVariants,
  timeBetweenPurchasesVariantsFromCounts,
} from "./kpis/time-between-purchases-variants.ts";
export {
  type TimeToSecondOrder,
  timeToSecondOrder,
  timeToSecondOrderFromCounts,
} from "./kpis/time-to-second-order.ts";
export type { HistoricalClvByAge, ValueAtAge } from "./kpis/value-by-age.ts";
export type {
  CustomerValueDistribution,
  TopFifthOfValue,
  ValueDecile,
} from "./kpis/value-distribution.ts";
export type { KpiVariant, KpiVariants, VariantNotComputed } from "./kpis/variants.ts";
export type { AnswersLedger, AnswersLedgerOptions } from "./ledger/answers.ts";
export { answersLedger } from "./ledger/answers-ledger.ts";
export type { Column } from "./ledger/column.ts";
export type { EntryDimension } from "./ledger/dimensions.ts";
export type { Ledger } from "./ledger/ledger-kind.ts";
export { mergeLedgers } from "./ledger/merge-ledgers.ts";
export type { MoneyColumn } from "./ledger/money-column.ts";
export type { OrderColumns } from "./ledger/order-columns.ts";
export type {
  OrdersDimension,
  OrdersLedger,
  OrdersLedgerOptions,
  Refunds,
  Sales,
} from "./ledger/orders.ts";
export { ordersLedger } from "./ledger/orders-ledger.ts";
export { ordersLedgerFromColumns } from "./ledger/orders-ledger-from-columns.ts";
export type {
  AmountInput,
  Cohort,
  Customer,
  CustomerId,
  DateInput,
  RowId,
  Subscription,
  Survey,
  SurveyAnswer,
  Transaction,
} from "./ledger/rows.ts";
export type { Scale } from "./ledger/scale.ts";
export type { SubscriptionsLedger, SubscriptionsLedgerOptions } from "./ledger/subscriptions.ts";
export { subscriptionsLedger } from "./ledger/subscriptions-ledger.ts";
export { explain, type LocalExplanation } from "./present/explain.ts";
export type { LocaleOptions } from "./present/locale.ts";
export { type Translatable, translate } from "./present/translate.ts";
export type { Interval, IntervalMethod } from "./result/interval.ts";
export { fromJson, toDecimal, toJson } from "./result/json.ts";
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
export type { Locale } from "./result/language.ts";
export { type Showable, toHtml, toMarkdown, toText } from "./result/to-page.ts";
export type { Unit } from "./result/unit.ts";
export type {
  NoIntervalReason,
  RowWarning,
  RowWarningCode,
  Warning,
  WarningCode,
  WarningFact,
} from "./result/warning.ts";
