import { UNITS_LIMIT } from "../base/amount.ts";
import { argumentError } from "../base/errors.ts";
import type { ScaledIntegers } from "../base/exact-sum.ts";
import type { MoneyColumn } from "../ledger/money-column.ts";
import { NO_SALE, type OrdersLedger, type Refunds } from "../ledger/orders.ts";
import type { OrderValueBasis, RefundDate } from "./order-value-counts.ts";
import type { Span } from "./question.ts";

/**
 * A ledger as a basis of order value sees it: amounts with what belongs to them, refunds on the day
 * that they count on. `null` if no row has a column that the basis needs.
 */
export function orderValueLedger(
  ledger: OrdersLedger,
  basis: OrderValueBasis,
  refundDate: RefundDate,
  span: Span,
): OrdersLedger | null {
  const { sales, refunds } = ledger;
  if (basis === "gross") {
    if (sales.discount === null) return null;
    const amount = columnSum([sales.amount, sales.discount]);
    return { ...ledger, sales: { ...sales, amount }, refunds: withoutAny(refunds) };
  }
  const back = refundDate === "order" ? onDayOfOrder(ledger, span) : refunds;
  if (basis === "net") return { ...ledger, refunds: back };
  if (sales.tax === null || sales.shipping === null) return null;
  return {
    ...ledger,
    sales: { ...sales, amount: columnSum([sales.amount, sales.tax, sales.shipping]) },
    refunds: { ...back, amount: columnSum([refunds.amount, refunds.tax, refunds.shipping]) },
  };
}

function withoutAny(refunds: Refunds): Refunds {
  const none = new Int32Array(0);
  const amount = { values: new Float64Array(0), blank: 0 };
  return { ...refunds, size: 0, customer: none, day: none, sale: none, row: none, amount };
}

/** Refunds on the day of their sale; those given after the data end stay where they are. */
function onDayOfOrder({ sales, refunds }: OrdersLedger, { complete }: Span): Refunds {
  const day = refunds.day.map((given, at) => {
    const sale = refunds.sale[at] ?? NO_SALE;
    return sale === NO_SALE || given >= (complete ?? Infinity) ? given : (sales.day[sale] ?? given);
  });
  return { ...refunds, day };
}

/** Columns of one scale added up row by row; one that no row has counts as 0. */
function columnSum(columns: readonly (MoneyColumn | null)[]): MoneyColumn {
  const parts = columns.flatMap((column) => (column === null ? [] : [column.values]));
  const [first = new Float64Array(0)] = parts;
  const doubles = parts.filter((values) => values instanceof Float64Array);
  if (doubles.length === parts.length) {
    const sums = new Float64Array(first.length);
    for (const values of doubles) {
      for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0);
    }
    if (sums.every(Number.isSafeInteger)) return { values: sums, blank: 0 };
  }
  return { values: bigSum(parts, first.length), blank: 0 };
}

function bigSum(parts: readonly ScaledIntegers[], size: number): BigInt64Array {
  return BigInt64Array.from({ length: size }, (_, at) => {
    const sum = parts.reduce((total, values) => total + BigInt(values[at] ?? 0), 0n);
    if (sum < UNITS_LIMIT) return sum;
    throw argumentError("basis", "one whose amounts 64 bits hold", sum, "number-out-of-range");
  });
}
