import type { CesCounts } from "./ces-counts.ts";
import type { CohortCounts } from "./cohort-counts.ts";
import type { CsatCounts } from "./csat-counts.ts";
import type { CustomerValueCounts } from "./customer-value-counts.ts";
import type { FormulaClvOrders } from "./formula-clv-counts.ts";
import { cohortsSum } from "./merge-cohorts.ts";
import {
  customerSumsSum,
  decimalSum,
  gapTableSum,
  listSum,
  type MemberRule,
  same,
  wholeSum,
} from "./merge-members.ts";
import type { NpsCounts } from "./nps-counts.ts";
import type { OrderValueCounts } from "./order-value-counts.ts";
import type { PurchaseFrequencyCounts } from "./purchase-frequency-counts.ts";
import type { PurchaseGapCounts } from "./purchase-gap-counts.ts";
import type { RepeatCustomerCounts } from "./repeat-customer-counts.ts";
import type { RetentionCounts } from "./retention-counts.ts";
import type { SecondOrderCounts } from "./second-order-counts.ts";

/** Counts of single rows: any split of the rows merges. */
export interface RecordCountsByKind {
  readonly nps: NpsCounts;
  readonly csat: CsatCounts;
  readonly ces: CesCounts;
}

/** Counts of distinct customers: they merge only over parts that share no customer. */
export interface CustomerCountsByKind {
  readonly retention: RetentionCounts;
  readonly "repeat-customers": RepeatCustomerCounts;
  readonly "purchase-frequency": PurchaseFrequencyCounts;
  readonly "purchase-gaps": PurchaseGapCounts;
  readonly "second-orders": SecondOrderCounts;
  readonly "order-value": OrderValueCounts;
  readonly "customer-value": CustomerValueCounts;
  readonly "formula-clv": FormulaClvOrders;
  readonly "cohort-retention": CohortCounts;
}

/** Counts that can be merged, by their kind. */
export interface CountsByKind extends RecordCountsByKind, CustomerCountsByKind {}

export type CountsKind = keyof CountsByKind;

/** A rule for every member; a member may also be `null`: not known. */
export type MemberRules<Counts> = {
  readonly [Name in keyof Counts]-?: MemberRule<Exclude<Counts[Name], null | undefined>>;
};

/** Which parts a kind of counts can be merged over, and how. */
export interface MergeRule<Counts> {
  /** `"records"`: any split of the rows; `"customers"`: all rows of a customer in one part. */
  readonly split: "records" | "customers";
  readonly members: MemberRules<Counts>;
}

/** The rules of every kind, in the order in which counts carry their members. */
export const MERGE_RULES: { readonly [Kind in CountsKind]: MergeRule<CountsByKind[Kind]> } = {
  nps: {
    split: "records",
    members: {
      ...{ kind: same(), question: same() },
      ...{ promoters: wholeSum, passives: wholeSum, detractors: wholeSum, unanswered: wholeSum },
    },
  },
  csat: {
    split: "records",
    members: {
      ...{ kind: same(), question: same(), scale: same() },
      ...{ satisfied: wholeSum, answered: wholeSum, countsByScore: listSum, unanswered: wholeSum },
    },
  },
  ces: {
    split: "records",
    members: {
      ...{ kind: same(), question: same(), version: same() },
      ...{ answered: wholeSum, scoreSum: wholeSum, countsByScore: listSum, unanswered: wholeSum },
    },
  },
  retention: {
    split: "customers",
    members: {
      ...{ kind: same(), question: same() },
      ...{ customersAtStart: wholeSum, retainedCustomers: wholeSum, customersAtEnd: wholeSum },
      ...{ newCustomers: wholeSum, returnedCustomers: wholeSum, lostCustomers: wholeSum },
      ...{ voluntaryLostStarters: wholeSum, involuntaryLostStarters: wholeSum },
      ...{ customerDays: wholeSum, periodDays: same() },
    },
  },
  "repeat-customers": {
    split: "customers",
    members: {
      ...{ kind: same(), question: same() },
      ...{ customers: wholeSum, repeatCustomers: wholeSum, youngCustomers: wholeSum },
    },
  },
  "purchase-frequency": {
    split: "customers",
    members: {
      ...{ kind: same(), question: same() },
      ...{ customers: wholeSum, orders: wholeSum },
      ...{ ordersSquared: decimalSum, ordersCubed: decimalSum, periodDays: same() },
      ...{ allCustomers: wholeSum, repeatOrders: wholeSum, customerDays: wholeSum },
      ...{ exposureSums: customerSumsSum },
    },
  },
  "purchase-gaps": {
    split: "customers",
    members: {
      ...{ kind: same(), question: same() },
      ...{ customers: wholeSum, oneOrderCustomers: wholeSum, gaps: wholeSum, gapDays: wholeSum },
      ...{ gapTable: gapTableSum, daysByGaps: gapTableSum, openGaps: gapTableSum },
      ...{ periodDays: same(), customerSums: customerSumsSum },
    },
  },
  "second-orders": {
    split: "customers",
    members: {
      ...{ kind: same(), question: same() },
      ...{ secondOrders: gapTableSum, oneOrder: gapTableSum },
    },
  },
  "order-value": {
    split: "customers",
    members: {
      ...{ kind: same(), question: same(), currency: same() },
      ...{ orders: wholeSum, revenue: decimalSum, customers: wholeSum },
      ...{ customerSums: customerSumsSum, zeroValueOrders: wholeSum },
      ...{ fullyRefundedOrders: wholeSum, guestOrders: wholeSum, refunds: wholeSum },
    },
  },
  "customer-value": {
    split: "customers",
    members: {
      ...{ kind: same(), question: same(), currency: same() },
      ...{ customers: wholeSum, revenue: decimalSum },
      ...{ revenueSquared: decimalSum, revenueCubed: decimalSum },
      ...{ margin: same(), costToServe: same(), cac: same() },
      ...{ guestOrders: wholeSum, orders: wholeSum },
    },
  },
  "formula-clv": {
    split: "customers",
    members: {
      ...{ kind: same(), from: same(), currency: same(), question: same() },
      ...{ revenue: decimalSum, orders: wholeSum, customers: wholeSum },
      ...{ customersAtStart: wholeSum, retainedCustomers: wholeSum },
      ...{ margin: same(), annualDiscountRate: same(), periods: same(), cac: same() },
      days: same(),
    },
  },
  "cohort-retention": {
    split: "customers",
    members: {
      ...{ kind: same(), question: same(), currency: same(), cohorts: cohortsSum },
    },
  },
};
