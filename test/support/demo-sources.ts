import { readFileSync } from "node:fs";
import type { ReportSources } from "../../src/kpis/report-question.ts";
import type { Subscription, SurveyAnswer, Transaction } from "../../src/ledger/rows.ts";

/** The simulated shop of `examples/data` as rows, read without the library's own reader. */
export function demoSources(): ReportSources {
  return {
    orders: rows("orders.csv").map((cells) => ({
      orderId: cells["order_id"] ?? "",
      customerId: cells["customer_id"] ?? "",
      date: cells["date"] ?? "",
      amount: cells["amount"] ?? "",
      currency: cells["currency"] ?? "",
      type: cells["type"] as Transaction["type"], // "sale" or "refund" in that file
    })),
    subscriptions: rows("subscriptions.csv").map(
      (cells): Subscription => ({
        subscriptionId: cells["subscription_id"] ?? "",
        customerId: cells["customer_id"] ?? "",
        start: cells["start"] ?? "",
        end: cells["end"] || null,
        mrr: cells["mrr"] ?? "",
        currency: cells["currency"] ?? "",
      }),
    ),
    answers: rows("answers.csv").map(
      (cells): SurveyAnswer => ({
        respondentId: cells["respondent_id"] ?? "",
        survey: cells["survey"] as NonNullable<SurveyAnswer["survey"]>, // one of the three there
        score: cells["score"] ? Number(cells["score"]) : null,
        date: cells["date"] ?? "",
      }),
    ),
  };
}

function rows(name: string): readonly Readonly<Record<string, string>>[] {
  const file = new URL(`../../examples/data/${name}`, import.meta.url);
  const [head = "", ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((column, at) => [column, cells[at] ?? ""]));
  });
}
