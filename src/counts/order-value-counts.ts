import { argumentError } from "../base/errors.ts";
import type { OrdersAsked } from "./asked.ts";
import { type CustomerSums, customerSumsCheck } from "./customer-sums.ts";
import { currencyCode, type MoneyCounts } from "./money-counts.ts";
import { type CountsOf, exactAmount, readCounts, wholeCount } from "./read-counts.ts";

/** Orders and their net revenue. They merge only over parts that share no customer. */
export interface OrderValueCounts extends MoneyCounts {
  readonly kind: "order-value";
  readonly question: OrdersAsked | null;
  readonly orders: number;
  /** Items less discounts and refunds, without tax and shipping; decimal text. */
  readonly revenue: string;
  /** Customers with an order or a refund in the period; each guest is one. `null`: not known. */
  readonly customers: number | null;
  /** Sums over customers, x their orders and y their net revenue; for the interval. */
  readonly customerSums: CustomerSums | null;
  readonly zeroValueOrders: number;
  /** Orders left out because all of their money went back. */
  readonly fullyRefundedOrders: number;
  readonly guestOrders: number;
  readonly refunds: number;
}

/** Counts of order value as a person types them. */
export interface OrderValueCountsInput
  extends Partial<Omit<OrderValueCounts, "orders" | "revenue">> {
  readonly orders: number;
  readonly revenue: string | number;
}

const FIELDS: CountsOf<Omit<OrderValueCountsInput, "kind" | "question">> = {
  currency: currencyCode,
  orders: wholeCount,
  revenue: exactAmount,
  customers: wholeCount,
  customerSums: customerSumsCheck,
  zeroValueOrders: wholeCount,
  fullyRefundedOrders: wholeCount,
  guestOrders: wholeCount,
  refunds: wholeCount,
};

/** Completes counts typed by hand; the currency may also come with the options. */
export function readOrderValueCounts(
  input: OrderValueCountsInput,
  currency?: string,
): OrderValueCounts {
  const given = readCounts<OrderValueCountsInput>(input, "order-value", FIELDS, [
    "orders",
    "revenue",
  ]);
  if (given.currency !== undefined && currency !== undefined && given.currency !== currency) {
    throw argumentError(
      "currency",
      `"${given.currency}", as the counts say`,
      currency,
      "currency-mixed",
    );
  }
  return {
    kind: "order-value",
    question: given.question ?? null,
    currency: given.currency ?? currency ?? null,
    orders: given.orders,
    revenue: String(given.revenue),
    customers: given.customers ?? null,
    customerSums: given.customerSums ?? null,
    zeroValueOrders: given.zeroValueOrders ?? 0,
    fullyRefundedOrders: given.fullyRefundedOrders ?? 0,
    guestOrders: given.guestOrders ?? 0,
    refunds: given.refunds ?? 0,
  };
}
