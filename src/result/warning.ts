/**
 * Something a reader should know before acting on the number, as data.
 *
 * The message is worded per language from these fields, so both languages say the same.
 */
export type WarningFact =
  /** Few units behind a rate or mean. */
  | { readonly code: "small-sample"; readonly size: number; readonly advised: number }
  /** There is a value but no interval. */
  | { readonly code: "no-interval"; readonly because: NoIntervalReason }
  /** The period was not over when the data end. */
  | { readonly code: "period-incomplete"; readonly end: string; readonly asOf: string }
  /** Orders without a customer are left out of a customer-level KPI. */
  | { readonly code: "guest-orders-excluded"; readonly guests: number; readonly orders: number }
  /** Refunds outweigh sales: net revenue is below zero. */
  | {
      readonly code: "refunds-exceed-sales";
      readonly revenue: string;
      readonly currency: string | null;
    }
  /** The figure is revenue where profit is usually meant. */
  | { readonly code: "revenue-not-margin" }
  /** Churn is assumed to be the same at every age of a customer. */
  | { readonly code: "constant-hazard-assumed" }
  /** Gaps are only seen for customers who came back. */
  | { readonly code: "right-censored"; readonly customers: number; readonly oneOrder: number }
  /** `(E − N) ÷ S` is above 1, or the joiners and leavers of one period are mixed. */
  | {
      readonly code: "reactivations-inflate";
      readonly retained: number;
      readonly customersAtStart: number;
    }
  | { readonly code: "mixed-exposure" }
  /** `E ÷ S` is no retention rate: newcomers are among the customers at the end. */
  | { readonly code: "new-customers-included" }
  /** What one customer will do varies by far more than the interval of the expectation. */
  | { readonly code: "one-customer-varies"; readonly noPurchase: number }
  /** A fitted model has something to say of itself. */
  | {
      readonly code: "fitted-model";
      readonly model: "purchases" | "spend";
      readonly warning: string;
      readonly said: string;
    }
  /** A count per buyer was stretched to a year, though buyers of a short period buy often. */
  | { readonly code: "annualised-per-buyer"; readonly periodDays: number }
  | RowWarning;

export type NoIntervalReason =
  /** Below 30 units the method does not keep its coverage. */
  | "small-sample"
  /** The counts typed by hand lack the sums that the interval needs. */
  | "counts-lack-moments"
  /** Inputs are numbers without sampling error. */
  | "inputs-are-exact"
  /** The estimate lies outside the range of a share. */
  | "not-a-share"
  /** The statistic has no interval in this version. */
  | "no-method"
  /** All units are alike, so the data show no spread. */
  | "no-spread"
  /** The upper limit lies beyond what was observed so far. */
  | "limit-not-reached"
  /** The data do not tell all parameters of the model. */
  | "parameters-not-told"
  /** The caller asked for none. */
  | "not-wanted";

/** Found while the rows were read; the first place is named, all are counted. */
export interface RowWarning {
  readonly code: RowWarningCode;
  /** How many rows are concerned. */
  readonly count: number;
  /** Index of the first such row, from 0. */
  readonly row: number;
  readonly field: string;
  /** The earlier row it clashes with. */
  readonly otherRow?: number;
  /** The value, shortened to 80 characters. */
  readonly received?: string;
  /** Where the first row stands, where rows came from files: the line counts from 1. */
  readonly file?: string;
  readonly line?: number;
  /** Where the earlier row stands. */
  readonly otherFile?: string;
  readonly otherLine?: number;
}

export type RowWarningCode =
  /** Same id, equal content: counted once. */
  | "duplicate-transaction"
  /** No id, but customer, moment and amount are equal: kept. */
  | "identical-rows"
  /** An untyped negative amount is taken as a refund. */
  | "negative-amount"
  /** More decimals than the currency has. */
  | "number-too-precise"
  /** A refund names a sale that is not in the rows. */
  | "refund-without-sale"
  /** More was refunded than the sale was worth. */
  | "refund-above-sale"
  /** Differs from another id only by blanks, case, Unicode form, invisible characters, or number against text. */
  | "id-lookalike"
  | "id-whitespace"
  | "id-control-char"
  | "id-placeholder"
  | "id-not-safe-integer"
  /** A well-known placeholder date such as 1970-01-01. */
  | "date-implausible"
  /** After the reporting moment. */
  | "date-in-future"
  | "subscription-overlap"
  | "subscription-zero-length"
  | "reactivated"
  /** The same respondent answered the same survey more than once. */
  | "duplicate-respondent";

export type WarningCode = WarningFact["code"];

/** A warning in a result: its facts and an English sentence made from them. */
export type Warning = WarningFact & { readonly message: string };
