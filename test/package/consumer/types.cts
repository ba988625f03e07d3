import { KpiError, type KpiResult, nps, retentionRateFromCounts } from "loyalty-kpis";
import { mergeCounts } from "loyalty-kpis/counts";
import { readTransactions } from "loyalty-kpis/io";
import { type FittedBgNbd, fitBgNbd } from "loyalty-kpis/models";

const kept: KpiResult = retentionRateFromCounts({
  customersAtStart: 10,
  customersAtEnd: 9,
  newCustomers: 1,
});
const value: number | null = nps([10, 9, 7, 3]).value;
// @ts-expect-error TS2345: a text is no list of answers
nps("ten");
const fit: FittedBgNbd = fitBgNbd([{ repeatPurchases: 1, lastPurchaseAge: 3, age: 9 }]);
export const used: readonly unknown[] = [
  ...[kept, value, fit, KpiError],
  ...[mergeCounts, readTransactions],
];
