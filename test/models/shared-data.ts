import { existsSync, readFileSync } from "node:fs";
import type { PurchaseRow } from "../../src/models/purchase-summary.ts";
import { relativeError, worst } from "../stats/closeness.ts";
import { report } from "../support/report.ts";

/** The numbers of a CSV file of `../shared/data` below its header, or none where it is absent. */
export function sharedNumbers(name: string): readonly (readonly (number | null)[])[] {
  const lines = sharedLines(name);
  return lines.map((line) => line.split(",").map((cell) => (cell === "" ? null : Number(cell))));
}

/** The lines of a CSV file of `../shared/data` below its header. */
export function sharedLines(name: string): readonly string[] {
  const file = new URL(`../../../shared/data/${name}`, import.meta.url);
  if (existsSync(file)) return readFileSync(file, "utf8").trim().split("\n").slice(1);
  report(`skipped: shared/data/${name} is not here`);
  return [];
}

/** The CDNOW sample as published, in weeks of two decimals. */
export function cdnowSummary(): readonly PurchaseRow[] {
  return sharedNumbers("cdnow_summary.csv").map(([, x, last, age, , meanSpend]) => ({
    repeatPurchases: x ?? 0,
    lastPurchaseAge: last ?? 0,
    age: age ?? 0,
    meanSpend: meanSpend ?? 0,
  }));
}

/** The donations of the BG/BB paper: 22 histories of 11,104 people. */
export function donations(): readonly PurchaseRow[] {
  return sharedNumbers("donations_summary.csv").map(([x, last, age, customers]) => ({
    repeatPurchases: x ?? 0,
    lastPurchaseAge: last ?? 0,
    age: age ?? 0,
    customers: customers ?? 0,
  }));
}

/** A value, what it should be, and what it is called. */
export type Check = readonly [what: string, actual: number, wanted: number];

/** The worst relative error of many values; prints which it was. */
export function worstOf(file: string, checks: readonly Check[]): number {
  const errors = checks.map(
    ([what, actual, wanted]) => [what, relativeError(actual, wanted)] as const,
  );
  const [at, error] = worst(errors);
  report(
    `${file}: ${checks.length} values, worst relative error ${error.toExponential(1)} (${at})`,
  );
  return checks.some(([, actual]) => Number.isNaN(actual)) ? Number.NaN : error;
}
