import type { Faults } from "../base/errors.ts";
import { daysFrom, latestOf } from "./column-range.ts";
import { warnAboutIds } from "./id-warnings.ts";
import { warnIdenticalRows } from "./identical-rows.ts";
import { linkRefunds } from "./link-refunds.ts";
import type { MoneyColumn } from "./money-column.ts";
import type { OrderEntries, OrderParts } from "./order-entries.ts";
import type { Entries, OrdersDimension, OrdersLedger } from "./orders.ts";
import type { CustomerId } from "./rows.ts";
import { throwRowFaults } from "./throw-row-faults.ts";
import { uniqueOrders } from "./unique-orders.ts";
import type { WarningLog } from "./warning-log.ts";

/** What a ledger of orders has besides its sales and refunds. */
export interface OrderFrame {
  readonly timeZone: string;
  readonly guests: "refuse" | "keep";
  readonly rowsAre: "orders" | "lines";
  readonly customers: readonly CustomerId[];
  /** Names of the dimensions. */
  readonly dimensions: readonly string[];
  /** The values of each dimension. */
  readonly values: readonly (readonly string[])[];
  readonly faults: Faults;
  readonly warnings: WarningLog;
}

/**
 * Makes a ledger of what was read or joined: each order once, each refund with its sale.
 *
 * @throws `invalid-data` or `currency-mismatch` with all faults.
 */
export function settleOrders(frame: OrderFrame, parts: OrderParts): OrdersLedger {
  const { faults, warnings, rowsAre, dimensions } = frame;
  const uniqueSales = uniqueOrders(
    parts.sales,
    { field: "orderId", rowsAre, dimensions },
    faults,
    warnings,
  );
  const { entries: refunds } = uniqueOrders(
    parts.refunds,
    { field: "refundId", rowsAre, dimensions },
    faults,
    warnings,
  );
  throwRowFaults(faults);
  const sales = uniqueSales.entries;
  const sale = linkRefunds(uniqueSales, refunds, warnings);
  warnIdenticalRows(sales, "orderId", warnings);
  warnIdenticalRows(refunds, "refundId", warnings);
  warnAboutIds(frame.customers, [sales, refunds], warnings);
  return Object.freeze({
    kind: "orders",
    timeZone: frame.timeZone,
    currency: parts.currency,
    scale: parts.scale,
    rows: parts.rows,
    guests: frame.guests,
    rowsAre,
    customers: Object.freeze(frame.customers),
    sales: Object.freeze({ ...entriesOf(sales), orderId: sales.id && Object.freeze(sales.id) }),
    refunds: Object.freeze({
      ...entriesOf(refunds),
      sale,
      refundOf: refunds.refundOf && Object.freeze(refunds.refundOf),
      refundId: refunds.id && Object.freeze(refunds.id),
    }),
    dimensions: dimensionsOf(frame, sales, refunds),
    ...daysFrom([sales.day, refunds.day]),
    latestInstant: latestOf([sales.instant, refunds.instant]),
    warnings: warnings.list(),
  });
}

function entriesOf(entries: OrderEntries): Entries {
  const { size, rows, customer, day, instant, row, money, blanks } = entries;
  const columnOf = (field: number): MoneyColumn | null => {
    const values = money[field];
    return values ? Object.freeze({ values, blank: blanks[field] ?? 0 }) : null;
  };
  return {
    ...{ size, rows, customer, day, instant },
    amount: columnOf(0) ?? { values: new Float64Array(), blank: 0 },
    discount: columnOf(1),
    tax: columnOf(2),
    shipping: columnOf(3),
    row,
  };
}

function dimensionsOf(
  { dimensions, values }: OrderFrame,
  sales: OrderEntries,
  refunds: OrderEntries,
): Readonly<Record<string, OrdersDimension>> {
  const byName: Record<string, OrdersDimension> = Object.create(null);
  for (const [index, name] of dimensions.entries()) {
    byName[name] = Object.freeze({
      values: Object.freeze(values[index] ?? []),
      sales: sales.codes[index] ?? new Int32Array(),
      refunds: refunds.codes[index] ?? new Int32Array(),
    });
  }
  return Object.freeze(byName);
}
