// An analyst, in a Deno notebook
import { ordersLedger, churnRateVariants, cohortRetention, overPeriods, retentionRate } from "npm:loyalty-kpis";
import { readTransactions } from "npm:loyalty-kpis/io";
const { rows, rejects } = readTransactions(await Deno.readTextFile("orders.csv"), {
  columns: { customerId: "email", date: "created_at", amount: "total" },
});
const orders = ordersLedger(rows, { currency: "EUR", timeZone: "Europe/Paris", dimensions: ["channel"] });
churnRateVariants(orders, { period: "2025-Q2" })                      // the last expression of a cell shows a table
cohortRetention(orders, { every: "month" })
overPeriods(retentionRate, orders, { every: "quarter" })
