import type { Tongue } from "../tongue.ts";
import { orderValueVariantWords } from "./average-order-value-variants.ts";
import { cesVariantWords } from "./ces-variants.ts";
import { channelRetentionWords } from "./channel-retention.ts";
import { churnVariantWords } from "./churn-rate-variants.ts";
import { clvByNpsClassWords } from "./clv-by-nps-class.ts";
import { cohortCellWords, FRENCH_COHORTS } from "./cohorts.ts";
import { csatVariantWords } from "./csat-variants.ts";
import { FRENCH_WORDINGS } from "./definitions.ts";
import { formulaClvVariantWords } from "./formula-clv-variants.ts";
import { historicalClvVariantWords } from "./historical-clv.ts";
import { FRENCH_LABELS, FRENCH_REPORT, FRENCH_SERIES } from "./labels.ts";
import { french } from "./language.ts";
import { frequencyVariantWords } from "./purchase-frequency-variants.ts";
import { repeatVariantWords } from "./repeat-customer-rate-variants.ts";
import { retentionVariantWords } from "./retention-rate-variants.ts";
import { gapVariantWords } from "./time-between-purchases-variants.ts";
import { fr } from "./typography.ts";
import { FRENCH_VALUE_BY_AGE } from "./value-by-age.ts";
import {
  customerValueDistributionWords,
  orderValueDistributionWords,
} from "./value-distributions.ts";

const VARIANTS = {
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
} as const;

const NAMES: Readonly<Record<string, Readonly<Record<string, { readonly name: string }>>>> =
  VARIANTS;

/** Everything that French says. */
export const FRENCH: Tongue = {
  language: french,
  result: FRENCH_LABELS,
  wordings: FRENCH_WORDINGS,
  cohortCell: cohortCellWords,
  variants: {
    head: ["Définition", "Valeur", "En quoi elle diffère", "Utilisée par"],
    noValue: FRENCH_LABELS.noValue,
    notComputed: "Non calculé",
    without: (name, reason) => fr`${name} : ${reason}`,
    nameOf: (kpi, variant) => NAMES[kpi]?.[variant]?.name ?? variant,
  },
  variantsOf: VARIANTS,
  cohorts: FRENCH_COHORTS,
  series: FRENCH_SERIES,
  channels: channelRetentionWords,
  npsClasses: clvByNpsClassWords,
  valueByAge: FRENCH_VALUE_BY_AGE,
  customerValues: customerValueDistributionWords,
  orderValues: orderValueDistributionWords,
  report: FRENCH_REPORT,
};
