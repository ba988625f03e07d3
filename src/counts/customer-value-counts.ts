import { argumentError } from "../base/errors.ts";
import type { OptionChecks } from "../base/options.ts";
import type { Every } from "../base/periods-of.ts";
import type { OrdersAsked } from "./asked.ts";
import { currencyCode, type MoneyCounts } from "./money-counts.ts";
import type { NpsCategory } from "./nps-counts.ts";
import { shareOption } from "./question.ts";
import { type CountsOf, exactAmount, readCounts, wholeCount } from "./read-counts.ts";

/** The question that counts of customer value answer. */
export interface CustomerValueAsked extends OrdersAsked {
  /**
   * Of customers by the period they came in: what they brought up to and with this age, those left
   * out whom the data do not follow so long.
   */
  readonly throughAge?: { readonly every: Every; readonly age: number };
  /** Only customers whose latest answer to the NPS question was of this kind, with an order or without. */
  readonly npsClass?: NpsCategory;
}

/** Net revenue of distinct customers. They merge only over parts that share no customer. */
export interface CustomerValueCounts extends MoneyCounts {
  readonly kind: "customer-value";
  readonly question: CustomerValueAsked | null;
  /** Distinct customers with an order or a refund in the period; of an NPS class, all of it. */
  readonly customers: number;
  /** Their net revenue; decimal text. */
  readonly revenue: string;
  /** Squares of the customers' net revenue, added up; for the interval. */
  readonly revenueSquared: string | null;
  /** Cubes of the same, added up. */
  readonly revenueCubed: string | null;
  /** Profit as a share of revenue; `null`: the value is revenue. */
  readonly margin: number | null;
  /** What one customer cost to serve in that time; it is taken off. */
  readonly costToServe: string | null;
  /** What it cost to win one customer; it is taken off. */
  readonly cac: string | null;
  readonly guestOrders: number;
  /** All orders of the period, guests' included. */
  readonly orders: number | null;
}

/** Counts of customer value as a person types them. */
export interface CustomerValueCountsInput
  extends Partial<
    Omit<
      CustomerValueCounts,
      "customers" | "revenue" | "revenueSquared" | "revenueCubed" | "costToServe" | "cac"
    >
  > {
  readonly customers: number;
  readonly revenue: string | number;
  readonly revenueSquared?: string | number | null;
  readonly revenueCubed?: string | number | null;
  readonly costToServe?: string | number | null;
  readonly cac?: string | number | null;
}

/** What is given with a question of customer value, beside the rows. */
export interface CustomerCosts {
  /** Profit as a share of revenue, 0 to 1. Without it the value is revenue, and warned about. */
  readonly margin?: number;
  /** What one customer cost to serve in that time; it is taken off. */
  readonly costToServe?: number | string;
  /** What it cost to win one customer; it is taken off. */
  readonly cac?: number | string;
}

/** The checks of {@link CustomerCosts}. */
export const CUSTOMER_COSTS_CHECKS: OptionChecks<CustomerCosts> = {
  margin: shareOption,
  costToServe: exactAmount,
  cac: exactAmount,
};

const FIELDS: CountsOf<Omit<CustomerValueCountsInput, "kind" | "question">> = {
  currency: currencyCode,
  customers: wholeCount,
  revenue: exactAmount,
  revenueSquared: exactAmount,
  revenueCubed: exactAmount,
  margin: shareOption,
  costToServe: exactAmount,
  cac: exactAmount,
  guestOrders: wholeCount,
  orders: wholeCount,
};

/** Completes counts typed by hand; currency and margin may also come with the options. */
export function readCustomerValueCounts(
  input: CustomerValueCountsInput,
  options: CustomerCosts & { readonly currency?: string } = {},
): CustomerValueCounts {
  const given = readCounts<CustomerValueCountsInput>(input, "customer-value", FIELDS, [
    "customers",
    "revenue",
  ]);
  const { currency } = given;
  const text = (value: string | number | null | undefined): string | null =>
    value === null || value === undefined ? null : String(value);
  if (currency !== undefined && options.currency !== undefined && currency !== options.currency) {
    throw argumentError(
      "currency",
      `"${currency}", as the counts say`,
      options.currency,
      "currency-mixed",
    );
  }
  return {
    kind: "customer-value",
    question: given.question ?? null,
    currency: currency ?? options.currency ?? null,
    customers: given.customers,
    revenue: String(given.revenue),
    revenueSquared: text(given.revenueSquared),
    revenueCubed: text(given.revenueCubed),
    margin: given.margin ?? options.margin ?? null,
    costToServe: text(given.costToServe ?? options.costToServe),
    cac: text(given.cac ?? options.cac),
    guestOrders: given.guestOrders ?? 0,
    orders: given.orders ?? null,
  };
}
