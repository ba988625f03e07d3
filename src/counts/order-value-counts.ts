import { argumentError } from "../base/errors.ts";
import { type OptionCheck, oneOf } from "../base/options.ts";
import type { OrdersAsked } from "./asked.ts";
import { type CustomerSums, customerSumsCheck } from "./customer-sums.ts";
import { currencyCode, type MoneyCounts } from "./money-counts.ts";
import { type CountsOf, exactAmount, readCounts, wholeCount } from "./read-counts.ts";

/**
 * What the money of an order is: items less discounts and refunds (`"net"`), before both
 * (`"gross"`), or as net with tax and shipping (`"total"`).
 */
export type OrderValueBasis = "net" | "gross" | "total";

/** When a refund is taken off: when it was given, or back in the period of its order. */
export type RefundDate = "transaction" | "order";

/** The question that counts of order value answer. */
export interface OrderValueAsked extends OrdersAsked {
  readonly basis: OrderValueBasis;
  readonly refundDate: RefundDate;
}

/** Orders and their money, by one basis. They merge only over parts that share no customer. */
export interface OrderValueCounts extends MoneyCounts {
  readonly kind: "order-value";
  readonly question: OrderValueAsked | null;
  readonly orders: number;
  /** Their money by the basis asked for; decimal text. `null`: the rows lack a column for it. */
  readonly revenue: string | null;
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
  readonly revenue: string | number | null;
}

/** The checks of basis and date of refunds. */
export const ORDER_VALUE_CHECKS = {
  basis: oneOf(["net", "gross", "total"]) as OptionCheck<OrderValueBasis>,
  refundDate: oneOf(["transaction", "order"]) as OptionCheck<RefundDate>,
} as const;

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
  const given = readCounts<OrderValueCountsInput>(input, "order-value", FIELDS, ["orders"]);
  if (given.revenue === undefined) {
    throw argumentError("revenue", "given", undefined, "option-missing");
  }
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
    revenue: given.revenue === null ? null : String(given.revenue),
    customers: given.customers ?? null,
    customerSums: given.customerSums ?? null,
    zeroValueOrders: given.zeroValueOrders ?? 0,
    fullyRefundedOrders: given.fullyRefundedOrders ?? 0,
    guestOrders: given.guestOrders ?? 0,
    refunds: given.refunds ?? 0,
  };
}
