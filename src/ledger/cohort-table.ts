import type { Amount } from "../base/amount.ts";
import { type Faults, newFaults } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import {
  readActive,
  readCohortName,
  readCohortSize,
  readRevenue,
  settledCell,
  unitsAt,
} from "./cohort-cells.ts";
import type { CheckedCohort, CohortTable, CohortTableOptions } from "./cohorts.ts";
import { currencyOption, newCurrencyOfRows } from "./currency-of-rows.ts";
import { eachRow, rowList } from "./each-row.ts";
import { idConflict } from "./id-fault.ts";
import { newMoneyReader } from "./money-cells.ts";
import type { Cohort } from "./rows.ts";
import { throwRowFaults } from "./throw-row-faults.ts";
import { newWarningLog, type WarningLog } from "./warning-log.ts";

/**
 * Checks rows of cohorts: no more active than were acquired, and each cohort once.
 *
 * @throws `KpiError` `invalid-argument` for an option, `invalid-data` with the issues of all rows,
 * `currency-mismatch` if nothing but the currencies is wrong.
 * @example
 * const table = cohortTable([{ cohort: "2025-01", size: 40, active: [40, 31, null] }]);
 * table.cohorts[0].active; // => [40, 31, null]
 */
export function cohortTable(
  rows: readonly Cohort[],
  options: CohortTableOptions = {},
): CohortTable {
  const { currency: wanted } = readOptions<CohortTableOptions>(options, {
    currency: currencyOption,
  });
  const [faults, warnings] = [newFaults(), newWarningLog()];
  const currency = newCurrencyOfRows(wanted, faults);
  const money = newMoneyReader(currency, faults, warnings);
  const cells: Record<keyof Cohort, unknown> = {
    ...{ cohort: null, size: null, active: null, revenue: null, currency: null },
  };
  const found: Unscaled[] = [];
  const list = rowList(rows);
  eachRow(
    list,
    {
      kind: "cohorts",
      names: ["cohort", "size", "active", "revenue", "currency"],
      read(row: { readonly [Field in keyof Cohort]?: unknown }, reading) {
        reading.member = 0;
        cells.cohort = row.cohort;
        reading.member = 1;
        cells.size = row.size;
        reading.member = 2;
        cells.active = settledCell(row.active);
        reading.member = 3;
        cells.revenue = settledCell(row.revenue);
        reading.member = 4;
        cells.currency = row.currency;
      },
      keep(row) {
        const before = faults.count();
        currency.check(cells.currency, row);
        const cohort = readCohortName(cells.cohort, row, faults);
        const size = readCohortSize(cells.size, row, faults);
        const active = readActive(cells.active, row, size, faults);
        const revenue = readRevenue(cells.revenue, row, money, faults);
        if (faults.count() === before)
          found.push({ cohort, size: size ?? 0, active, revenue, row });
      },
    },
    faults,
  );
  const { scale, currency: settled } = money.settle();
  const scaled = found.map((cohort) => atScale(cohort, scale));
  const cohorts = withoutDuplicates(scaled, faults, warnings);
  throwRowFaults(faults);
  return Object.freeze({
    kind: "cohorts",
    ...{ currency: settled, scale, rows: list.length },
    cohorts: Object.freeze(cohorts),
    warnings: warnings.list(),
  });
}

/** A cohort whose amounts have their own numbers of decimals yet. */
type Unscaled = Omit<CheckedCohort, "revenue"> & {
  readonly revenue: readonly (Amount | null)[] | null;
};

function atScale({ revenue, active, ...cohort }: Unscaled, scale: number): CheckedCohort {
  const units = revenue?.map((amount) => amount && unitsAt(amount, scale)) ?? null;
  return Object.freeze({
    ...cohort,
    active: Object.freeze(active),
    revenue: units && Object.freeze(units),
  });
}

function withoutDuplicates(
  cohorts: readonly CheckedCohort[],
  faults: Faults,
  warnings: WarningLog,
): readonly CheckedCohort[] {
  const first = new Map<string, CheckedCohort>();
  for (const cohort of cohorts) {
    const earlier = first.get(cohort.cohort);
    if (earlier === undefined) {
      first.set(cohort.cohort, cohort);
      continue;
    }
    const differing = (["size", "active", "revenue"] as const).filter(
      (name) => textOf(cohort[name]) !== textOf(earlier[name]),
    );
    const { row } = cohort;
    if (differing.length > 0) {
      faults.add(idConflict("cohort", cohort.cohort, row, earlier.row, differing));
    } else {
      warnings.add("duplicate-transaction", row, "cohort", cohort.cohort, earlier.row);
    }
  }
  return [...first.values()];
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, cell) => (typeof cell === "bigint" ? String(cell) : cell));
}
