import type { CesCounts } from "../counts/ces-counts.ts";
import type { GapMethod } from "../counts/collect-gaps.ts";
import type { CsatCounts } from "../counts/csat-counts.ts";
import type { CustomerValueCounts } from "../counts/customer-value-counts.ts";
import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
import type { NpsCounts } from "../counts/nps-counts.ts";
import type { OrderValueCounts } from "../counts/order-value-counts.ts";
import type { PurchaseFrequencyCounts } from "../counts/purchase-frequency-counts.ts";
import type { PurchaseGapCounts } from "../counts/purchase-gap-counts.ts";
import type { RepeatCustomerCounts, RepeatMethod } from "../counts/repeat-customer-counts.ts";
import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { SecondOrderCounts } from "../counts/second-order-counts.ts";
import * as orderValue from "../kpis/average-order-value-definitions.ts";
import type { OrderValueVariant } from "../kpis/average-order-value-words.ts";
import * as effort from "../kpis/ces-definitions.ts";
import type { CesMethod } from "../kpis/ces-form.ts";
import type { CesSymbol } from "../kpis/ces-symbols.ts";
import * as churn from "../kpis/churn-rate-definitions.ts";
import type { ChurnVariant } from "../kpis/churn-rate-formulas.ts";
import {
  type ChurnConversionCounts,
  convertChurnRateCompound,
} from "../kpis/convert-churn-rate.ts";
import * as satisfaction from "../kpis/csat-definitions.ts";
import type { CsatVariant } from "../kpis/csat-form.ts";
import type { CsatSymbol } from "../kpis/csat-symbols.ts";
import * as formulas from "../kpis/formula-clv-definitions.ts";
import type { ClvFormula } from "../kpis/formula-clv-form.ts";
import type { FormulaClvSymbol } from "../kpis/formula-clv-symbol.ts";
import * as historical from "../kpis/historical-clv.ts";
import type { CustomerValueSymbol, HistoricalClvVariant } from "../kpis/historical-clv-words.ts";
import { type NpsSymbol, npsDefinition } from "../kpis/nps.ts";
import * as frequency from "../kpis/purchase-frequency-definitions.ts";
import type { FrequencyMethod } from "../kpis/purchase-frequency-form.ts";
import type { FrequencySymbol } from "../kpis/purchase-frequency-words.ts";
import * as repeat from "../kpis/repeat-customer-rate-definitions.ts";
import type { RepeatSymbol } from "../kpis/repeat-customer-rate-words.ts";
import * as retention from "../kpis/retention-rate-definitions.ts";
import type { RetentionVariant } from "../kpis/retention-rate-form.ts";
import type { RetentionSymbol } from "../kpis/retention-symbols.ts";
import * as gaps from "../kpis/time-between-purchases-definitions.ts";
import type { GapSymbol } from "../kpis/time-between-purchases-words.ts";
import { timeToSecondOrderKaplanMeier } from "../kpis/time-to-second-order.ts";
import type { KpiDefinition, Wording } from "../result/definition.ts";

/** All definitions of one KPI, by id. */
type Family<Kpi extends string, Variant extends string, Counts, Name extends string> = {
  readonly [Each in Variant as `${Kpi}/${Each}@1`]: KpiDefinition<Counts, Name>;
};

/** Every definition and its type, by id: a variant that is added to a KPI is asked for here. */
export type Definitions = Family<
  "retentionRate",
  RetentionVariant,
  RetentionCounts,
  RetentionSymbol
> &
  Family<"churnRate", ChurnVariant, RetentionCounts, RetentionSymbol> &
  Family<"convertChurnRate", "compound", ChurnConversionCounts, "churn" | "periods"> &
  Family<"repeatCustomerRate", RepeatMethod, RepeatCustomerCounts, RepeatSymbol> &
  Family<"purchaseFrequency", FrequencyMethod, PurchaseFrequencyCounts, FrequencySymbol> &
  Family<"timeBetweenPurchases", GapMethod, PurchaseGapCounts, GapSymbol> &
  Family<"timeToSecondOrder", "kaplan-meier", SecondOrderCounts, "halfReached"> &
  Family<"averageOrderValue", OrderValueVariant, OrderValueCounts, "revenue" | "orders"> &
  Family<"historicalClv", HistoricalClvVariant, CustomerValueCounts, CustomerValueSymbol> &
  Family<"formulaClv", ClvFormula, FormulaClvCounts, FormulaClvSymbol> &
  Family<"nps", "standard", NpsCounts, NpsSymbol> &
  Family<"csat", CsatVariant, CsatCounts, CsatSymbol> &
  Family<"ces", CesMethod, CesCounts, CesSymbol>;

export type DefinitionId = keyof Definitions;

/** The names of the KPIs that definitions belong to. */
export type KpiName = DefinitionId extends `${infer Kpi}/${string}` ? Kpi : never;

/** The words of every definition in one language; one that is missing does not compile. */
export type Wordings = {
  readonly [Id in DefinitionId]: Definitions[Id] extends KpiDefinition<infer Counts, infer Name>
    ? Wording<Counts, Name>
    : never;
};

/** Every definition of this library, by id; cells of cohorts have definitions made for them. */
export const DEFINITIONS: Definitions = {
  "retentionRate/cohort@1": retention.retentionRateCohort,
  "retentionRate/counts@1": retention.retentionRateCounts,
  "retentionRate/counts-with-returned@1": retention.retentionRateCountsWithReturned,
  "retentionRate/end-over-start@1": retention.retentionRateEndOverStart,
  "retentionRate/repeat-active@1": retention.retentionRateRepeatActive,
  "churnRate/starters@1": churn.churnRateStarters,
  "churnRate/counts@1": churn.churnRateCounts,
  "churnRate/all@1": churn.churnRateAll,
  "churnRate/average@1": churn.churnRateAverage,
  "churnRate/mid@1": churn.churnRateMid,
  "churnRate/start-plus-new@1": churn.churnRateStartPlusNew,
  "churnRate/end@1": churn.churnRateEnd,
  "churnRate/exposure-hazard@1": churn.churnRateHazard,
  "churnRate/exposure-probability@1": churn.churnRateProbability,
  "churnRate/voluntary@1": churn.churnRateVoluntary,
  "churnRate/involuntary@1": churn.churnRateInvoluntary,
  "convertChurnRate/compound@1": convertChurnRateCompound,
  "repeatCustomerRate/in-period@1": repeat.repeatCustomerRateInPeriod,
  "repeatCustomerRate/returning@1": repeat.repeatCustomerRateReturning,
  "repeatCustomerRate/lifetime@1": repeat.repeatCustomerRateLifetime,
  "repeatCustomerRate/cohort@1": repeat.repeatCustomerRateCohort,
  "purchaseFrequency/per-buyer@1": frequency.purchaseFrequencyPerBuyer,
  "purchaseFrequency/per-all-customers@1": frequency.purchaseFrequencyPerAllCustomers,
  "purchaseFrequency/annualised@1": frequency.purchaseFrequencyAnnualised,
  "purchaseFrequency/per-customer-year@1": frequency.purchaseFrequencyPerCustomerYear,
  "timeBetweenPurchases/mean-of-gaps@1": gaps.gapsMean,
  "timeBetweenPurchases/mean-of-customers@1": gaps.gapsMeanOfCustomers,
  "timeBetweenPurchases/median@1": gaps.gapsMedian,
  "timeBetweenPurchases/period-over-frequency@1": gaps.gapsPeriodOverFrequency,
  "timeBetweenPurchases/kaplan-meier@1": gaps.gapsKaplanMeier,
  "timeToSecondOrder/kaplan-meier@1": timeToSecondOrderKaplanMeier,
  "averageOrderValue/net@1": orderValue.averageOrderValueNet,
  "averageOrderValue/gross@1": orderValue.averageOrderValueGross,
  "averageOrderValue/total@1": orderValue.averageOrderValueTotal,
  "averageOrderValue/net-refunds-by-order@1": orderValue.averageOrderValueNetByOrder,
  "averageOrderValue/total-refunds-by-order@1": orderValue.averageOrderValueTotalByOrder,
  "historicalClv/mean@1": historical.historicalClvMean,
  "historicalClv/revenue@1": historical.historicalClvRevenue,
  "historicalClv/before-acquisition@1": historical.historicalClvBeforeAcquisition,
  "formulaClv/perpetuity-end@1": formulas.formulaClvPerpetuityEnd,
  "formulaClv/perpetuity-start@1": formulas.formulaClvPerpetuityStart,
  "formulaClv/arpa-over-churn@1": formulas.formulaClvArpaOverChurn,
  "formulaClv/simple@1": formulas.formulaClvSimple,
  "formulaClv/profit-times-duration@1": formulas.formulaClvProfitTimesDuration,
  "formulaClv/finite@1": formulas.formulaClvFinite,
  "formulaClv/cohort-curve@1": formulas.formulaClvCohortCurve,
  "nps/standard@1": npsDefinition,
  "csat/top-box@1": satisfaction.csatTopBox,
  "csat/top-1@1": satisfaction.csatTop1,
  "csat/mean@1": satisfaction.csatMean,
  "csat/normalised@1": satisfaction.csatNormalised,
  "csat/exclude-neutral@1": satisfaction.csatExcludeNeutral,
  "csat/good-bad@1": satisfaction.csatGoodBad,
  "csat/good-bad-neutral-is-bad@1": satisfaction.csatGoodBadNeutralIsBad,
  "csat/dissatisfied@1": satisfaction.csatDissatisfied,
  "csat/dissatisfied-neutral-is-bad@1": satisfaction.csatDissatisfiedNeutralIsBad,
  "ces/mean@1": effort.cesMean,
  "ces/percent-agree@1": effort.cesPercentAgree,
  "ces/top-2@1": effort.cesTop2,
  "ces/net-easy@1": effort.cesNetEasy,
};
