import { scaledToText } from "../base/amount.ts";
import { argumentError, KpiError } from "../base/errors.ts";
import { cohortTable } from "../ledger/cohort-table.ts";
import type { CheckedCohort, CohortTable } from "../ledger/cohorts.ts";
import type { Cohort } from "../ledger/rows.ts";
import type { OrdersAsked } from "./asked.ts";
import { type Collected, measureOptions } from "./collected.ts";
import type { ConfidenceOptions } from "./confidence.ts";
import type { CustomerCosts, CustomerValueCounts } from "./customer-value-counts.ts";
import { requireCurrency } from "./money-counts.ts";

/** A cohort's customers and what they brought at each age, in whole units; `null`: not observed yet. */
interface CohortRevenue {
  readonly size: number;
  readonly revenue: readonly (bigint | null)[];
}

/** Rows of cohorts, all with their revenue. */
export interface CohortRevenues extends Pick<CohortTable, "currency" | "scale" | "warnings"> {
  readonly cohorts: readonly CohortRevenue[];
}

/** What may be asked of rows of cohorts. */
export interface CohortValueAsked extends CustomerCosts, ConfidenceOptions {
  readonly currency?: string;
}

/** What only orders can answer: rows of cohorts were counted already. */
const OF_ORDERS = [
  ...(["period", "asOf", "timeZone", "weekStartsOn", "guests", "rowsAre"] as const),
  ...(["countFullyRefunded", "clock"] as const),
];

/** Reads rows of cohorts for their revenue, and refuses options that only orders can answer. */
export function readCohortRevenues(
  rows: readonly Cohort[],
  asked: CohortValueAsked,
): CohortRevenues {
  const other = OF_ORDERS.find((name) => Object.hasOwn(asked, name));
  if (other !== undefined) {
    const expected = "absent: rows of cohorts are counted already";
    throw argumentError(other, expected, Reflect.get(asked, other));
  }
  const { currency: wanted } = asked;
  const table = cohortTable(rows, wanted === undefined ? {} : { currency: wanted });
  const { currency, scale, warnings } = table;
  requireCurrency(currency, table.rows > 0);
  return { currency, scale, warnings, cohorts: table.cohorts.map(revenueOf) };
}

function revenueOf({ size, revenue, row }: CheckedCohort): CohortRevenue {
  if (revenue !== null) return { size, revenue };
  const message = `Row ${row} has no \`revenue\`, which a value of customers is made from.`;
  throw new KpiError("invalid-data", message, [
    { code: "field-missing", message, row, field: "revenue" },
  ]);
}

/** The question that rows of cohorts answer; who counted them knows the rest. */
export const COHORTS_ASKED: OrdersAsked = {
  ...({ source: "cohorts", period: null, timeZone: "UTC", countFullyRefunded: true } as const),
};

/** Stage 1 of historical customer lifetime value from rows of cohorts: all that they brought so far. */
export function customerValueOfCohorts(
  rows: readonly Cohort[],
  asked: CohortValueAsked,
): Collected<CustomerValueCounts> {
  const { cohorts, currency, scale, warnings } = readCohortRevenues(rows, asked);
  const counts: CustomerValueCounts = {
    ...{ kind: "customer-value", question: COHORTS_ASKED, currency },
    customers: cohorts.reduce((sum, { size }) => sum + size, 0),
    revenue: scaledToText(unitsOf(cohorts.flatMap(({ revenue }) => revenue)), scale),
    ...{ revenueSquared: null, revenueCubed: null },
    ...costsOf(asked),
    ...{ guestOrders: 0, orders: null },
  };
  return { counts, options: measureOptions(asked, null, warnings) };
}

/** The sum of what was observed. */
export function unitsOf(values: readonly (bigint | null)[]): bigint {
  return values.reduce((sum: bigint, value) => sum + (value ?? 0n), 0n);
}

/** Margin and costs as counts carry them. */
export function costsOf({
  margin,
  costToServe,
  cac,
}: CustomerCosts): Pick<CustomerValueCounts, "margin" | "costToServe" | "cac"> {
  return {
    margin: margin ?? null,
    costToServe: costToServe === undefined ? null : String(costToServe),
    cac: cac === undefined ? null : String(cac),
  };
}
