import type { CesCounts } from "../counts/ces-counts.ts";
import type { GapMethod } from "../counts/collect-gaps.ts";
import type { CsatCounts } from "../counts/csat-counts.ts";
import type { CustomerValueCounts } from "../counts/customer-value-counts.ts";
import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
import type { OrderValueCounts } from "../counts/order-value-counts.ts";
import type { PurchaseFrequencyCounts } from "../counts/purchase-frequency-counts.ts";
import type { PurchaseGapCounts } from "../counts/purchase-gap-counts.ts";
import type { RepeatCustomerCounts, RepeatMethod } from "../counts/repeat-customer-counts.ts";
import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { OrderValueVariant } from "../kpis/average-order-value-words.ts";
import type { CesMethod } from "../kpis/ces-form.ts";
import type { channelRetentionWords } from "../kpis/channel-retention-words.ts";
import type { ChurnVariant } from "../kpis/churn-rate-formulas.ts";
import type { clvByNpsClassWords } from "../kpis/clv-by-nps-class-words.ts";
import type { CohortCellCounts, CohortSymbol } from "../kpis/cohort-cell-definition.ts";
import type { CohortTableWords } from "../kpis/cohort-table-words.ts";
import type { CsatVariant } from "../kpis/csat-form.ts";
import type { customerValueDistributionWords } from "../kpis/customer-value-distribution-words.ts";
import type { ClvFormula } from "../kpis/formula-clv-form.ts";
import type { ValueByAgeLabels } from "../kpis/historical-clv-by-age-words.ts";
import type { HistoricalClvVariant } from "../kpis/historical-clv-words.ts";
import type { orderValueDistributionWords } from "../kpis/order-value-distribution-words.ts";
import type { FrequencyMethod } from "../kpis/purchase-frequency-form.ts";
import type { ReportLabels } from "../kpis/report-labels.ts";
import type { RetentionVariant } from "../kpis/retention-rate-form.ts";
import type { SeriesLabels } from "../kpis/series-blocks.ts";
import type { VariantsLabels, VariantWords } from "../kpis/variants.ts";
import type { Wording } from "../result/definition.ts";
import type { ResultLabels } from "../result/document.ts";
import type { Language } from "../result/language.ts";
import type { Wordings } from "./definitions.ts";

type Variants<Variant extends string, Counts> = Readonly<Record<Variant, VariantWords<Counts>>>;

/** What a language says of every variant of every KPI that has several. */
export interface VariantsOfKpis {
  readonly retentionRate: Variants<RetentionVariant, RetentionCounts>;
  readonly churnRate: Variants<ChurnVariant, RetentionCounts>;
  readonly repeatCustomerRate: Variants<RepeatMethod, RepeatCustomerCounts>;
  readonly purchaseFrequency: Variants<FrequencyMethod, PurchaseFrequencyCounts>;
  readonly timeBetweenPurchases: Variants<GapMethod, PurchaseGapCounts>;
  readonly averageOrderValue: Variants<OrderValueVariant, OrderValueCounts>;
  readonly historicalClv: Variants<HistoricalClvVariant, CustomerValueCounts>;
  readonly formulaClv: Variants<ClvFormula, FormulaClvCounts>;
  readonly csat: Variants<CsatVariant, CsatCounts>;
  readonly ces: Variants<CesMethod, CesCounts>;
}

/** Everything that one language says: of results, of variants, of tables and of reports. */
export interface Tongue {
  readonly language: Language;
  readonly result: ResultLabels;
  /** The words of every definition; `null`: those that stand beside it, which are English. */
  readonly wordings: Wordings | null;
  readonly cohortCell: Wording<CohortCellCounts, CohortSymbol> | null;
  readonly variants: VariantsLabels;
  readonly variantsOf: VariantsOfKpis;
  readonly cohorts: CohortTableWords;
  readonly series: SeriesLabels;
  readonly channels: typeof channelRetentionWords;
  readonly npsClasses: typeof clvByNpsClassWords;
  readonly valueByAge: ValueByAgeLabels;
  readonly customerValues: typeof customerValueDistributionWords;
  readonly orderValues: typeof orderValueDistributionWords;
  readonly report: ReportLabels;
}
