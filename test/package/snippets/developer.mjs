// A developer
import { retentionRate, averageOrderValue, nps, retentionRateFromCounts } from "loyalty-kpis";
const orders = [
  { customerId: "ann", date: "2025-01-09", amount: 30 },
  { customerId: "ann", date: "2025-04-02", amount: 12.5 },
];
const kept = retentionRate(orders, { period: "2025-Q2" });            // of the buyers of 2025-Q1
if (kept.value !== null && kept.value < 0.8) console.log(kept.explanation.sentence);
averageOrderValue(orders, { currency: "EUR" }).exact;                 // "21.25"
nps([10, 9, 7, 3]).value;                                             // 25
retentionRateFromCounts({ customersAtStart: 1000, customersAtEnd: 1100, newCustomers: 250 }).value; // 0.85
