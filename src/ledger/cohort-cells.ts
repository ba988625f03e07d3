import { type Amount, POWERS_OF_TEN } from "../base/amount.ts";
import { type Faults, KpiError } from "../base/errors.ts";
import { readPeriod } from "../base/period.ts";
import { refuseCell } from "./cell-fault.ts";
import type { MoneyReader } from "./money-cells.ts";

/** A cell as it stands: a list is copied, so that no code of the caller's runs later. */
export function settledCell(value: unknown): unknown {
  return Array.isArray(value) ? Array.from(value) : value;
}

/** The name of a cohort: a period, as text. */
export function readCohortName(value: unknown, row: number, faults: Faults): string {
  if (typeof value !== "string") {
    const code = value === undefined || value === null ? "field-missing" : "field-wrong-type";
    refuseCell(faults, code, row, "cohort", value, EXPECTED_COHORT);
    return "";
  }
  try {
    readPeriod(value);
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    const code = error.issues[0]?.code ?? "period-format";
    refuseCell(faults, code, row, "cohort", value, EXPECTED_COHORT);
  }
  return value;
}

const EXPECTED_COHORT = 'the period they were acquired in, such as "2025-01"';

/** A number of customers, or null if it was refused. */
export function readCohortSize(value: unknown, row: number, faults: Faults): number | null {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
  const code = value === undefined || value === null ? "field-missing" : "field-wrong-type";
  refuseCell(faults, code, row, "size", value, "a whole number of customers, from 0");
  return null;
}

/** Numbers of active customers by age. */
export function readActive(
  value: unknown,
  row: number,
  size: number | null,
  faults: Faults,
): readonly (number | null)[] {
  if (!Array.isArray(value)) {
    const code = value === undefined || value === null ? "field-missing" : "field-wrong-type";
    refuseCell(faults, code, row, "active", value, "a list of numbers of customers by age");
    return [];
  }
  const cells: readonly unknown[] = value;
  return cells.map((cell, age) => {
    if (cell === null) return null;
    const field = `active.${age}`;
    if (!Number.isSafeInteger(cell) || Number(cell) < 0) {
      refuseCell(faults, "field-wrong-type", row, field, cell, "a whole number from 0, or null");
    } else if (size !== null && Number(cell) > size) {
      refuseCell(
        faults,
        "counts-inconsistent",
        row,
        field,
        cell,
        `at most the cohort's size, ${size}`,
      );
    }
    return Number(cell);
  });
}

/** Amounts by age, each with its own number of decimals yet; null if the row has none. */
export function readRevenue(
  value: unknown,
  row: number,
  money: MoneyReader,
  faults: Faults,
): readonly (Amount | null)[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) {
    refuseCell(faults, "field-wrong-type", row, "revenue", value, "a list of amounts by age");
    return null;
  }
  const cells: readonly unknown[] = value;
  return cells.map((cell, age) => {
    if (cell === null) return null;
    const amount: Amount = { units: 0, big: null, decimals: 0 };
    money.read(cell, row, `revenue.${age}`, amount);
    return amount;
  });
}

/** An amount in units of a scale that holds it. */
export function unitsAt(amount: Amount, scale: number): bigint {
  const power = POWERS_OF_TEN[scale - amount.decimals] ?? 1;
  return (amount.big ?? BigInt(amount.units)) * BigInt(power);
}
