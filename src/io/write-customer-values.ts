import type { CustomerValues } from "../models/customer-value.ts";
import { csvText } from "./csv-text.ts";

const HEAD = [
  ...["customer_id", "probability_alive", "expected_purchases", "likely_fewest", "likely_most"],
  ...["expected_spend", "clv", "clv_lower", "clv_upper", "currency"],
];

/**
 * Writes the values of customers as CSV, a line a customer, in the order of the summary. Numbers have
 * six decimals and a point; a cell is empty where there is no such number. No cell is a formula.
 */
export function writeCustomerValues({ customers, currency }: CustomerValues): string {
  const lines = customers.map((customer) => [
    customer.customerId === null ? "" : String(customer.customerId),
    decimal(customer.probabilityAlive),
    decimal(customer.expectedPurchases),
    ...(customer.likelyPurchases?.map(String) ?? ["", ""]),
    decimal(customer.expectedSpend),
    decimal(customer.value),
    decimal(customer.lower),
    decimal(customer.upper),
    currency ?? "",
  ]);
  return csvText([HEAD, ...lines]);
}

function decimal(value: number | null): string {
  return value === null ? "" : value.toFixed(6);
}
