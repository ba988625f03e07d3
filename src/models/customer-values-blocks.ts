import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { CustomerValue, CustomerValues } from "./customer-value.ts";
import { theNext } from "./time-unit.ts";
import { valueWriter } from "./value-writer.ts";

/** So many customers are shown, the most valuable first. */
const SHOWN = 10;

/** Values of customers as a page: the total, how it was made, the ten most valuable. */
export function customerValuesBlocks(values: CustomerValues): readonly Block[] {
  const { total, horizon, unit, margin, annualDiscountRate, confidence, remarks } = values;
  const write = writerFor(english);
  const money = valueWriter(values);
  const what = values.isMoney ? (margin === 1 ? "revenue" : "profit") : "purchases";
  const range =
    total.lower === null || total.upper === null
      ? ""
      : ` (${write.confidence(confidence)} interval ${money(total.lower)} to ${money(total.upper)})`;
  return [
    { kind: "heading", level: 3, text: `Customer lifetime value: ${money(total.value)}` },
    {
      kind: "paragraph",
      text: `${counted(write.count(total.customers), "customer")}, of whom ${counted(write.number(total.alive, 0), "is", "are")} expected to be still here, will make ${counted(write.number(total.expectedPurchases, 0), "purchase")} in ${theNext(horizon, unit)}: ${what} of ${money(total.value)} today${range}, ${money(total.value / total.customers)} a customer.`,
    },
    {
      kind: "lines",
      lines: [
        `CLV = sum over ${unit}s of purchases expected × spend expected × ${write.plain(String(margin))} ÷ (1 + ${write.plain(String(annualDiscountRate))}) ^ years from now`,
      ],
    },
    {
      kind: "table",
      head: ["customer", "P(alive)", "purchases", "likely", "spend", "CLV", "from", "to"],
      rows: mostValuable(values.customers).map((customer) => [
        customer.customerId === null ? "–" : String(customer.customerId),
        write.share(customer.probabilityAlive),
        write.number(customer.expectedPurchases, 2),
        customer.likelyPurchases?.join(" to ") ?? "many",
        customer.expectedSpend === null ? "" : money(customer.expectedSpend),
        money(customer.value),
        customer.lower === null ? "" : money(customer.lower),
        customer.upper === null ? "" : money(customer.upper),
      ]),
      numeric: [1, 2, 3, 4, 5, 6, 7],
    },
    { kind: "notes", label: "Remarks", mark: "·", items: remarks },
  ];
}

function mostValuable(customers: readonly CustomerValue[]): readonly CustomerValue[] {
  return [...customers].sort((one, other) => other.value - one.value).slice(0, SHOWN);
}
