import type { Wordings } from "../definitions.ts";
import { orderValueWords } from "./average-order-value.ts";
import { cesWords } from "./ces.ts";
import { churnWords } from "./churn-rate.ts";
import { churnConversionWords } from "./convert-churn-rate.ts";
import { csatWords } from "./csat.ts";
import { formulaClvWords } from "./formula-clv.ts";
import { customerValueWords } from "./historical-clv.ts";
import { frequencyWords } from "./purchase-frequency.ts";
import { repeatWords } from "./repeat-customer-rate.ts";
import { retentionWords } from "./retention-rate.ts";
import { npsWords } from "./surveys.ts";
import { gapWords } from "./time-between-purchases.ts";
import { secondOrderWords } from "./time-to-second-order.ts";

/** French words of every definition. */
export const FRENCH_WORDINGS: Wordings = {
  "retentionRate/cohort@1": retentionWords,
  "retentionRate/counts@1": retentionWords,
  "retentionRate/counts-with-returned@1": retentionWords,
  "retentionRate/end-over-start@1": retentionWords,
  "retentionRate/repeat-active@1": retentionWords,
  "churnRate/starters@1": churnWords,
  "churnRate/counts@1": churnWords,
  "churnRate/all@1": churnWords,
  "churnRate/average@1": churnWords,
  "churnRate/mid@1": churnWords,
  "churnRate/start-plus-new@1": churnWords,
  "churnRate/end@1": churnWords,
  "churnRate/exposure-hazard@1": churnWords,
  "churnRate/exposure-probability@1": churnWords,
  "churnRate/voluntary@1": churnWords,
  "churnRate/involuntary@1": churnWords,
  "convertChurnRate/compound@1": churnConversionWords,
  "repeatCustomerRate/in-period@1": repeatWords,
  "repeatCustomerRate/returning@1": repeatWords,
  "repeatCustomerRate/lifetime@1": repeatWords,
  "repeatCustomerRate/cohort@1": repeatWords,
  "purchaseFrequency/per-buyer@1": frequencyWords,
  "purchaseFrequency/per-all-customers@1": frequencyWords,
  "purchaseFrequency/annualised@1": frequencyWords,
  "purchaseFrequency/per-customer-year@1": frequencyWords,
  "timeBetweenPurchases/mean-of-gaps@1": gapWords,
  "timeBetweenPurchases/mean-of-customers@1": gapWords,
  "timeBetweenPurchases/median@1": gapWords,
  "timeBetweenPurchases/period-over-frequency@1": gapWords,
  "timeBetweenPurchases/kaplan-meier@1": gapWords,
  "timeToSecondOrder/kaplan-meier@1": secondOrderWords,
  "averageOrderValue/net@1": orderValueWords,
  "averageOrderValue/gross@1": orderValueWords,
  "averageOrderValue/total@1": orderValueWords,
  "averageOrderValue/net-refunds-by-order@1": orderValueWords,
  "averageOrderValue/total-refunds-by-order@1": orderValueWords,
  "historicalClv/mean@1": customerValueWords,
  "historicalClv/revenue@1": customerValueWords,
  "historicalClv/before-acquisition@1": customerValueWords,
  "formulaClv/perpetuity-end@1": formulaClvWords,
  "formulaClv/perpetuity-start@1": formulaClvWords,
  "formulaClv/arpa-over-churn@1": formulaClvWords,
  "formulaClv/simple@1": formulaClvWords,
  "formulaClv/profit-times-duration@1": formulaClvWords,
  "formulaClv/finite@1": formulaClvWords,
  "formulaClv/cohort-curve@1": formulaClvWords,
  "nps/standard@1": npsWords,
  "csat/top-box@1": csatWords,
  "csat/top-1@1": csatWords,
  "csat/mean@1": csatWords,
  "csat/normalised@1": csatWords,
  "csat/exclude-neutral@1": csatWords,
  "csat/good-bad@1": csatWords,
  "csat/good-bad-neutral-is-bad@1": csatWords,
  "csat/dissatisfied@1": csatWords,
  "csat/dissatisfied-neutral-is-bad@1": csatWords,
  "ces/mean@1": cesWords,
  "ces/percent-agree@1": cesWords,
  "ces/top-2@1": cesWords,
  "ces/net-easy@1": cesWords,
};
