import { describePeriod } from "../base/describe-period.ts";
import type { Period } from "../base/period.ts";

/** Which kind of rows counts were made from. */
export type CountsSource = "orders" | "subscriptions" | "answers" | "cohorts";

/** The question that counts over orders answer; it travels with them. */
export interface OrdersAsked {
  /** `"cohorts"`: orders that were counted by cohort already. */
  readonly source: "orders" | "cohorts";
  /** `null`: all rows. */
  readonly period: Period | null;
  readonly timeZone: string;
  /** Orders refunded in full are left out when `false`. */
  readonly countFullyRefunded: boolean;
}

/** The question that counts over survey answers answer. */
export interface AnswersAsked {
  readonly source: "answers";
  readonly period: Period | null;
  readonly timeZone: string;
}

/** A period as a person names it, or the words for all rows. */
export function periodWords(period: Period | null, all: string): string {
  return period === null ? all : describePeriod(period);
}
