import type { OrdersAsked } from "./asked.ts";
import { type GapTable, gapTable } from "./purchase-gap-counts.ts";
import { type CountsOf, readCounts } from "./read-counts.ts";

/** When customers came back for the first time. They merge only over parts that share no customer. */
export interface SecondOrderCounts {
  readonly kind: "second-orders";
  readonly question: OrdersAsked | null;
  /** Customers with a second order, by the days from the first to it, fewest first. */
  readonly secondOrders: GapTable;
  /** Customers without one so far, by the days that passed since their first order. */
  readonly oneOrder: GapTable;
}

/** Counts of second orders as a person types them. */
export interface SecondOrderCountsInput
  extends Partial<Pick<SecondOrderCounts, "kind" | "question">>,
    Pick<SecondOrderCounts, "secondOrders" | "oneOrder"> {}

const FIELDS: CountsOf<Omit<SecondOrderCountsInput, "kind" | "question">> = {
  secondOrders: gapTable,
  oneOrder: gapTable,
};

/** Completes counts typed by hand. */
export function readSecondOrderCounts(input: SecondOrderCountsInput): SecondOrderCounts {
  const required = ["secondOrders", "oneOrder"] as const;
  const given = readCounts<SecondOrderCountsInput>(input, "second-orders", FIELDS, required);
  const { question = null, secondOrders, oneOrder } = given;
  return { kind: "second-orders", question, secondOrders, oneOrder };
}
