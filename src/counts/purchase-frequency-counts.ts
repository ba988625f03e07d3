import { argumentError } from "../base/errors.ts";
import { wholeNumber } from "../base/options.ts";
import type { OrdersAsked } from "./asked.ts";
import { type CustomerSums, customerSumsCheck } from "./customer-sums.ts";
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
  /** Days of the period. */
  readonly periodDays: number | null;
  /** Distinct customers with an order by the period's end, whenever that was. */
  readonly allCustomers: number | null;
  /** Orders in the period that were not their customer's first ever. */
  readonly repeatOrders: number | null;
  /** Days of the period from each customer's first order on, added up over all customers. */
  readonly customerDays: number | null;
  /** Sums over all customers, x their days and y their repeat orders; for the interval. */
  readonly exposureSums: CustomerSums | null;
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
  periodDays: /* @__PURE__ */ wholeNumber(1, "a whole number of days from 1 on"),
  allCustomers: wholeCount,
  repeatOrders: wholeCount,
  customerDays: wholeCount,
  exposureSums: customerSumsCheck,
};

/** Completes counts typed by hand, and refuses fewer orders than customers. */
export function readPurchaseFrequencyCounts(
  input: PurchaseFrequencyCountsInput,
): PurchaseFrequencyCounts {
  const given = readCounts<PurchaseFrequencyCountsInput>(input, "purchase-frequency", FIELDS, [
    "customers",
    "orders",
  ]);
  const { customers, orders, ordersSquared = null } = given;
  const refuse = (member: "orders" | "ordersSquared" | "allCustomers", expected: string): never => {
    throw argumentError(member, expected, given[member], "counts-inconsistent");
  };
  if (orders < customers) refuse("orders", "at least `customers`, each of whom ordered");
  if (ordersSquared !== null && Number(ordersSquared) * customers < orders * orders * (1 - 1e-12)) {
    refuse("ordersSquared", "at least `orders`² ÷ `customers`");
  }
  if ((given.allCustomers ?? customers) < customers) {
    refuse("allCustomers", "at least `customers`, who are among them");
  }
  return {
    kind: "purchase-frequency",
    question: given.question ?? null,
    ...{ customers, orders, ordersSquared },
    ordersCubed: given.ordersCubed ?? null,
    periodDays: given.periodDays ?? null,
    allCustomers: given.allCustomers ?? null,
    repeatOrders: given.repeatOrders ?? null,
    customerDays: given.customerDays ?? null,
    exposureSums: given.exposureSums ?? null,
  };
}
