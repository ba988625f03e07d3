import { argumentError } from "../base/errors.ts";
import type { OrdersAsked } from "./asked.ts";
import { type CountsOf, readCounts, wholeCount } from "./read-counts.ts";

/** Customers with one order and with more. They merge only over parts that share no customer. */
export interface RepeatCustomerCounts {
  readonly kind: "repeat-customers";
  readonly question: OrdersAsked | null;
  /** Distinct customers with an order in the period. */
  readonly customers: number;
  /** Of those, with two orders or more in the period. */
  readonly repeatCustomers: number;
}

/** Counts of repeat customers as a person types them. */
export interface RepeatCustomerCountsInput
  extends Partial<Pick<RepeatCustomerCounts, "kind" | "question">>,
    Pick<RepeatCustomerCounts, "customers" | "repeatCustomers"> {}

const FIELDS: CountsOf<Omit<RepeatCustomerCountsInput, "kind" | "question">> = {
  customers: wholeCount,
  repeatCustomers: wholeCount,
};

/** Completes counts typed by hand, and refuses more repeat customers than customers. */
export function readRepeatCustomerCounts(input: RepeatCustomerCountsInput): RepeatCustomerCounts {
  const required = ["customers", "repeatCustomers"] as const;
  const given = readCounts<RepeatCustomerCountsInput>(input, "repeat-customers", FIELDS, required);
  const { question = null, customers, repeatCustomers } = given;
  if (repeatCustomers > customers) {
    const member = "repeatCustomers";
    throw argumentError(member, "at most `customers`", repeatCustomers, "counts-inconsistent");
  }
  return { kind: "repeat-customers", question, customers, repeatCustomers };
}
