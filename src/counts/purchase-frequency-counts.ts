import { argumentError } from "../base/errors.ts";
import type { OrdersAsked } from "./asked.ts";
import { type CountsOf, exactAmount, readCounts, wholeCount } from "./read-counts.ts";

/** Orders and the customers who placed them. They merge only over parts that share no customer. */
export interface PurchaseFrequencyCounts {
  readonly kind: "purchase-frequency";
  readonly question: OrdersAsked | null;
  /** Distinct customers with an order in the period. */
  readonly customers: number;
  /** Orders of those customers in the period. */
  readonly orders: number;
  /** Squares of the customers' numbers of orders, added up; for the interval. `null`: not known. */
  readonly ordersSquared: string | null;
  /** Cubes of the same, added up. */
  readonly ordersCubed: string | null;
}

/** Counts of purchase frequency as a person types them. */
export interface PurchaseFrequencyCountsInput
  extends Partial<Omit<PurchaseFrequencyCounts, "customers" | "orders">>,
    Pick<PurchaseFrequencyCounts, "customers" | "orders"> {}

const FIELDS: CountsOf<Omit<PurchaseFrequencyCountsInput, "kind" | "question">> = {
  customers: wholeCount,
  orders: wholeCount,
  ordersSquared: exactAmount,
  ordersCubed: exactAmount,
};

/** Completes counts typed by hand, and refuses fewer orders than customers. */
export function readPurchaseFrequencyCounts(
  input: PurchaseFrequencyCountsInput,
): PurchaseFrequencyCounts {
  const given = readCounts<PurchaseFrequencyCountsInput>(input, "purchase-frequency", FIELDS, [
    "customers",
    "orders",
  ]);
  const { question = null, customers, orders, ordersSquared = null, ordersCubed = null } = given;
  if (orders < customers) {
    const expected = "at least `customers`, each of whom ordered";
    throw argumentError("orders", expected, orders, "counts-inconsistent");
  }
  if (ordersSquared !== null && Number(ordersSquared) * customers < orders * orders * (1 - 1e-12)) {
    const expected = "at least `orders`² ÷ `customers`";
    throw argumentError("ordersSquared", expected, ordersSquared, "counts-inconsistent");
  }
  return { kind: "purchase-frequency", question, customers, orders, ordersSquared, ordersCubed };
}
