import type { Day } from "../base/day.ts";
import type { RowWarning } from "../result/warning.ts";
import type { Dimension } from "./dimensions.ts";
import type { MoneyColumn } from "./money-column.ts";
import type { CustomerId, DateInput, RowId } from "./rows.ts";

/** How rows of orders are to be read. */
export interface OrdersLedgerOptions {
  /** ISO 4217. Default: what the rows say; one that differs from the rows' is refused. */
  readonly currency?: string;
  /** IANA name. Decides the day of an instant. Default `"UTC"`. */
  readonly timeZone?: string;
  /** Whether a row without a customer is refused (default) or kept as a guest's. */
  readonly guests?: "refuse" | "keep";
  /** Whether a row is a whole order (default) or one line of it; lines of one `orderId` are summed. */
  readonly rowsAre?: "orders" | "lines";
  /** Further members of the rows, for segments. */
  readonly dimensions?: readonly string[];
  /** Rows after this moment are warned about. */
  readonly asOf?: DateInput;
}

/** The code of a sale or refund without a customer. */
export const GUEST = -1;

/** Stands in `Refunds.sale` where the sale is not among the rows. */
export const NO_SALE = -1;

/** Rows of orders, read once: columns of integers, in the order of the rows. */
export interface OrdersLedger {
  readonly kind: "orders";
  readonly timeZone: string;
  readonly currency: string | null;
  /** All money is held as whole multiples of ten to the power of minus this. */
  readonly scale: number;
  /** How many rows were read. */
  readonly rows: number;
  readonly guests: "refuse" | "keep";
  readonly rowsAre: "orders" | "lines";
  /** Customer ids by code. */
  readonly customers: readonly CustomerId[];
  readonly sales: Sales;
  readonly refunds: Refunds;
  /** By name, without a prototype: a column may be called `__proto__`. */
  readonly dimensions: Readonly<Record<string, OrdersDimension>>;
  /** First and last day of all sales and refunds. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Milliseconds since 1970, or null if no row has more than a day. */
  readonly latestInstant: number | null;
  readonly warnings: readonly RowWarning[];
}

/** What sales and refunds have in common. */
export interface Entries {
  readonly size: number;
  /** How many rows were read into these entries: more than `size` with lines or duplicates. */
  readonly rows: number;
  /** Codes into `customers`, or `GUEST`. */
  readonly customer: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** Milliseconds since 1970; NaN where only the day is known; null if that is so everywhere. */
  readonly instant: Float64Array | null;
  /** From 0; a refund's is what was paid back. */
  readonly amount: MoneyColumn;
  /** Null if no row has it. */
  readonly discount: MoneyColumn | null;
  readonly tax: MoneyColumn | null;
  readonly shipping: MoneyColumn | null;
  /** Index of the row, of the first one if there are several. */
  readonly row: Int32Array;
}

/** One entry an order. */
export interface Sales extends Entries {
  /** Null if no row has it. */
  readonly orderId: readonly (RowId | undefined)[] | null;
}

/** One entry a refund. A refund is never an order. */
export interface Refunds extends Entries {
  /** Index into the sales, or `NO_SALE`. */
  readonly sale: Int32Array;
  /** The order id of the sale, as the row names it. Null if no row does. */
  readonly refundOf: readonly (RowId | undefined)[] | null;
  /** Null if no row has it. */
  readonly refundId: readonly (RowId | undefined)[] | null;
}

/** A dimension of orders: codes into its values, or `NO_VALUE`. */
export interface OrdersDimension extends Dimension {
  readonly sales: Int32Array;
  readonly refunds: Int32Array;
}
