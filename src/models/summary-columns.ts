import { argumentError, type Faults, newFaults, throwFaults } from "../base/errors.ts";
import { copyOfList } from "../base/options.ts";
import { show } from "../base/show.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import type { CustomerId } from "../ledger/rows.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import type { TimeUnit } from "./time-unit.ts";

/** The numbers of a row, each with what stands for one that is not given. */
const NUMBERS = {
  ...{ repeatPurchases: Number.NaN, lastPurchaseAge: Number.NaN, age: Number.NaN },
  ...{ customers: 1, meanSpend: 0, sumLogGaps: 0 },
} as const;

type NumberName = keyof typeof NUMBERS;

/** Rows of a summary in columns. What is no number becomes NaN, which is refused where rows are checked. */
export function columnsOfRows(data: readonly unknown[], unit: TimeUnit): PurchaseSummary {
  if (kindOfRows(data) === "orders") {
    const expected = "a summary of purchases; `purchaseSummary(orders)` makes one";
    throw argumentError("summary", expected, "rows of orders", "option-wrong-type");
  }
  const rows = copyOfList(data, Number.POSITIVE_INFINITY);
  if (rows === null) {
    throw argumentError("summary", "a list that can be read", undefined, "option-unreadable");
  }
  const given = new Set<string>();
  const column = (): Float64Array => new Float64Array(rows.length);
  const columns: Record<NumberName, Float64Array> = {
    ...{ repeatPurchases: column(), lastPurchaseAge: column(), age: column() },
    ...{ customers: column(), meanSpend: column(), sumLogGaps: column() },
  };
  const customerIds: CustomerId[] = [];
  const faults = newFaults();
  for (const [at, row] of rows.entries()) {
    readRow(row, at, faults, (members) => {
      for (const [name, absent] of ENTRIES) {
        const value = members[name];
        if (value !== undefined) given.add(name);
        const number = value ?? absent;
        columns[name][at] = typeof number === "number" ? number : Number.NaN;
      }
      const id = members["customerId"];
      if (id !== undefined) given.add("customerId");
      customerIds.push(typeof id === "number" || typeof id === "string" ? id : "");
    });
  }
  throwFaults("invalid-data", faults);
  return {
    unit,
    ...(given.has("customerId") ? { customerIds } : {}),
    ...columns,
    meanSpend: given.has("meanSpend") ? columns.meanSpend : null,
    sumLogGaps: given.has("sumLogGaps") ? columns.sumLogGaps : null,
  };
}

const ENTRIES = /* @__PURE__ */ Object.entries(NUMBERS) as readonly (readonly [
  NumberName,
  number,
])[];

/** Hands on the members of a row, or says why it has none. */
function readRow(
  row: unknown,
  at: number,
  faults: Faults,
  take: (members: Readonly<Record<string, unknown>>) => void,
): void {
  try {
    if (typeof row === "object" && row !== null) take(row as Record<string, unknown>);
    else {
      const message = `Row ${at} of the summary must be an object; received ${show(row)}.`;
      faults.add({ code: "row-not-object", message, row: at, received: show(row) });
    }
  } catch {
    faults.add({
      code: "row-unreadable",
      message: `Row ${at} of the summary cannot be read.`,
      row: at,
    });
  }
}
