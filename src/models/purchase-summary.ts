import type { CustomerId } from "../ledger/rows.ts";
import type { TimeUnit } from "./time-unit.ts";

/**
 * What the purchase models need to know of a customer, or of several that are alike.
 *
 * The literature's (x, t_x, T). The first purchase starts the clock and is not counted.
 */
export interface PurchaseRow {
  /** Who it is; used to name a customer, and not needed. */
  readonly customerId?: CustomerId;
  /** Purchases after the first one: x. */
  readonly repeatPurchases: number;
  /** How old the customer was at the last purchase: t_x. 0 without a repeat purchase. */
  readonly lastPurchaseAge: number;
  /** How old the customer is now, counted from the first purchase: T. */
  readonly age: number;
  /** Mean value of the repeat purchases. */
  readonly meanSpend?: number;
  /** Sum of the logarithms of the gaps between purchases, for models of regularity. */
  readonly sumLogGaps?: number;
  /** How many customers are alike in all this; 1 if not given. */
  readonly customers?: number;
}

/** The same in columns, one place for each customer or group of like customers. */
export interface PurchaseSummary {
  /** What ages are measured in. */
  readonly unit: TimeUnit;
  /** Who they are, place by place, where that is known. */
  readonly customerIds?: readonly CustomerId[];
  readonly repeatPurchases: Float64Array;
  readonly lastPurchaseAge: Float64Array;
  readonly age: Float64Array;
  /** How many customers each place stands for. */
  readonly customers: Float64Array;
  /** Null where no amounts were given. */
  readonly meanSpend: Float64Array | null;
  /** Null where no gaps were given. */
  readonly sumLogGaps: Float64Array | null;
}

/** Data of a purchase model: rows, from a program or a warehouse, or a summary in columns. */
export type PurchaseData = PurchaseSummary | readonly PurchaseRow[];
