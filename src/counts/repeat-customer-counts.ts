import { argumentError } from "../base/errors.ts";
import type { OrdersAsked } from "./asked.ts";
import { type CountsOf, readCounts, wholeCount } from "./read-counts.ts";

/** Which customers are asked about, and which of them are repeat customers. */
export type RepeatMethod = "in-period" | "returning" | "lifetime" | "cohort";

/** The question of repeat customers. */
export interface RepeatCustomersAsked extends OrdersAsked {
  /** Absent: `"in-period"`. */
  readonly method?: Exclude<RepeatMethod, "in-period">;
  /** Of a cohort: how many days the second order may follow the first. */
  readonly windowDays?: number;
}

/** Customers and those of them who came back. They merge only over parts that share no customer. */
export interface RepeatCustomerCounts {
  readonly kind: "repeat-customers";
  readonly question: RepeatCustomersAsked | null;
  /** Distinct customers asked about: with an order in the period, ever, or first in the period. */
  readonly customers: number;
  /** Of those, with a second order by the rule of the method. */
  readonly repeatCustomers: number;
  /** Of a cohort: customers left out since their window was not over; `null` for other methods. */
  readonly youngCustomers: number | null;
}

/** Counts of repeat customers as a person types them. */
export interface RepeatCustomerCountsInput
  extends Partial<Omit<RepeatCustomerCounts, "customers" | "repeatCustomers">>,
    Pick<RepeatCustomerCounts, "customers" | "repeatCustomers"> {}

const FIELDS: CountsOf<Omit<RepeatCustomerCountsInput, "kind" | "question">> = {
  customers: wholeCount,
  repeatCustomers: wholeCount,
  youngCustomers: wholeCount,
};

/** Completes counts typed by hand, and refuses more repeat customers than customers. */
export function readRepeatCustomerCounts(input: RepeatCustomerCountsInput): RepeatCustomerCounts {
  const required = ["customers", "repeatCustomers"] as const;
  const given = readCounts<RepeatCustomerCountsInput>(input, "repeat-customers", FIELDS, required);
  const { question = null, customers, repeatCustomers, youngCustomers = null } = given;
  if (repeatCustomers > customers) {
    const member = "repeatCustomers";
    throw argumentError(member, "at most `customers`", repeatCustomers, "counts-inconsistent");
  }
  return { kind: "repeat-customers", question, customers, repeatCustomers, youngCustomers };
}
