import type { NpsCategory } from "../counts/nps-counts.ts";
import type { Interval } from "../result/interval.ts";
import type { ResultPeriod } from "../result/kpi-result.ts";
import type { HistoricalClv } from "./historical-clv.ts";

/** Value of customers by class of NPS. Shows itself as a table. */
export interface ClvByNpsClass {
  readonly kind: "clv-by-nps-class";
  /** The days whose orders count; `null` without rows. */
  readonly period: ResultPeriod | null;
  /** Promoters, passives, detractors. */
  readonly classes: readonly NpsClassValue[];
  /** Mean value of promoters over that of detractors. */
  readonly ratio: NpsClassRatio;
  /** The comparison in one sentence. */
  readonly sentence: string;
  readonly warnings: readonly NpsClassWarning[];
  readonly assumptions: readonly string[];
}

/** What the customers of one class brought. */
export interface NpsClassValue {
  readonly npsClass: NpsCategory;
  readonly customers: number;
  /** Those of them without an order or refund in the period; they count with a value of 0. */
  readonly withoutOrder: number;
  /** Their share of all customers who answered; `null` where nobody did. */
  readonly customerShare: number | null;
  /** Their share of the value of all who answered; `null` where a class is worth less than nothing. */
  readonly valueShare: number | null;
  /** Mean value per customer with its interval. */
  readonly result: HistoricalClv;
}

/** A ratio of two mean values, with an interval or the reason why there is none. */
export interface NpsClassRatio {
  readonly value: number | null;
  /** Decimal text to 40 digits. */
  readonly exact: string | null;
  readonly interval: Interval | null;
  /** Why there is no value, or none but the value; `null` where both are there. */
  readonly because: NoRatioReason | null;
}

/** Why there is no ratio, or no interval of it. */
export type NoRatioReason =
  /** A class has no customers. */
  | "no-customers"
  /** A mean is not above 0, so that a ratio means nothing. */
  | "not-positive"
  /** A class has fewer than 30 customers. */
  | "small-sample"
  /** The customers of each class are all worth the same. */
  | "no-spread"
  /** The caller asked for none. */
  | "not-wanted";

/** What a reader should know before acting on the table. */
export type NpsClassWarningFact =
  /** Answers without a customer are left out. */
  | { readonly code: "answers-without-customer"; readonly answers: number }
  /** Ids that are text in one source and a number in the other are not the same. */
  | { readonly code: "id-type-differs"; readonly customers: number }
  /** No customer who answered is among the orders at all. */
  | { readonly code: "no-customer-found"; readonly customers: number }
  /** Who answers decides that, and so many customers with orders did not. */
  | { readonly code: "self-selected"; readonly withoutAnswer: number };

export type NpsClassWarning = NpsClassWarningFact & { readonly message: string };
