import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { cohortTable } from "../../src/ledger/cohort-table.ts";
import type { Cohort } from "../../src/ledger/rows.ts";

const JANUARY: Cohort = { cohort: "2025-01", size: 40, active: [40, 31, null] };

function issuesOf(rows: readonly unknown[]): readonly string[] {
  try {
    cohortTable(rows as readonly Cohort[]);
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    return error.issues.map(({ code, row, field }) => `${code} ${row} ${field}`);
  }
  return [];
}

describe("a table of cohorts", () => {
  test("keeps what was observed, and null for what was not", () => {
    const revenue = ["400.00", 31.5, null];
    const rows = [
      { ...JANUARY, revenue, currency: "EUR" },
      { cohort: "2025-Q2", size: 0, active: [], currency: "EUR" },
    ];
    expect(cohortTable(rows)).toEqual({
      ...{ kind: "cohorts", currency: "EUR", scale: 2, rows: 2, warnings: [] },
      cohorts: [
        { ...JANUARY, revenue: [40_000n, 3150n, null], row: 0 },
        { cohort: "2025-Q2", size: 0, active: [], revenue: null, row: 1 },
      ],
    });
  });

  test.each([
    [{ cohort: "2025-13" }, "date-invalid 0 cohort"],
    [{ cohort: "January" }, "period-format 0 cohort"],
    [{ cohort: 2025 }, "field-wrong-type 0 cohort"],
    [{ cohort: null }, "field-missing 0 cohort"],
    [{ size: 31 }, "counts-inconsistent 0 active.0"],
    [{ size: -1 }, "field-wrong-type 0 size"],
    [{ size: "40" }, "field-wrong-type 0 size"],
    [{ size: undefined }, "field-missing 0 size"],
    [{ active: 40 }, "field-wrong-type 0 active"],
    [{ active: [40, 30.5] }, "field-wrong-type 0 active.1"],
    [{ active: [40, undefined] }, "field-wrong-type 0 active.1"],
    [{ revenue: [1, "1,5"] }, "number-format 0 revenue.1"],
    [{ revenue: 7 }, "field-wrong-type 0 revenue"],
    [{ currency: "€" }, "currency-format 0 currency"],
  ])("with %j is refused: %s", (more, expected) => {
    expect(issuesOf([{ ...JANUARY, ...more }])).toContain(expected);
  });

  test("has each cohort once", () => {
    const table = cohortTable([JANUARY, { ...JANUARY }]);
    expect(table.cohorts.length).toBe(1);
    expect(table.warnings).toMatchObject([{ code: "duplicate-transaction", row: 1, otherRow: 0 }]);
    expect(issuesOf([JANUARY, { ...JANUARY, size: 41 }])).toEqual(["id-conflict 1 cohort"]);
  });

  test("is frozen through and through", () => {
    const { cohorts } = cohortTable([JANUARY]);
    expect([cohorts, cohorts[0], cohorts[0]?.active].every(Object.isFrozen)).toBe(true);
  });
});
