import { orderValueVariantWords } from "../kpis/average-order-value-variants.ts";
import { cesVariantWords } from "../kpis/ces-variant-words.ts";
import { channelRetentionWords } from "../kpis/channel-retention-words.ts";
import { churnVariantWords } from "../kpis/churn-rate-variant-words.ts";
import { clvByNpsClassWords } from "../kpis/clv-by-nps-class-words.ts";
import { ENGLISH_COHORTS } from "../kpis/cohort-table-words.ts";
import { csatVariantWords } from "../kpis/csat-variant-words.ts";
import { customerValueDistributionWords } from "../kpis/customer-value-distribution-words.ts";
import { formulaClvVariantWords } from "../kpis/formula-clv-variant-words.ts";
import { ENGLISH_VALUE_BY_AGE } from "../kpis/historical-clv-by-age-words.ts";
import { historicalClvVariantWords } from "../kpis/historical-clv-variants.ts";
import { orderValueDistributionWords } from "../kpis/order-value-distribution-words.ts";
import { frequencyVariantWords } from "../kpis/purchase-frequency-variant-words.ts";
import { repeatVariantWords } from "../kpis/repeat-customer-rate-variant-words.ts";
import { ENGLISH_REPORT } from "../kpis/report-labels.ts";
import { retentionVariantWords } from "../kpis/retention-rate-variant-words.ts";
import { ENGLISH_SERIES } from "../kpis/series-blocks.ts";
import { gapVariantWords } from "../kpis/time-between-purchases-variant-words.ts";
import { ENGLISH_VARIANTS } from "../kpis/variants.ts";
import { ENGLISH_LABELS } from "../result/document.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import type { Tongue } from "./tongue.ts";

/** Everything that English says, gathered from where it stands. */
export const ENGLISH: Tongue = {
  language: englishOfCustomers,
  result: ENGLISH_LABELS,
  wordings: null,
  cohortCell: null,
  variants: ENGLISH_VARIANTS,
  variantsOf: {
    retentionRate: retentionVariantWords,
    churnRate: churnVariantWords,
    repeatCustomerRate: repeatVariantWords,
    purchaseFrequency: frequencyVariantWords,
    timeBetweenPurchases: gapVariantWords,
    averageOrderValue: orderValueVariantWords,
    historicalClv: historicalClvVariantWords,
    formulaClv: formulaClvVariantWords,
    csat: csatVariantWords,
    ces: cesVariantWords,
  },
  cohorts: ENGLISH_COHORTS,
  series: ENGLISH_SERIES,
  channels: channelRetentionWords,
  npsClasses: clvByNpsClassWords,
  valueByAge: ENGLISH_VALUE_BY_AGE,
  customerValues: customerValueDistributionWords,
  orderValues: orderValueDistributionWords,
  report: ENGLISH_REPORT,
};
