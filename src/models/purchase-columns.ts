/** Purchases in columns. Days are whole numbers since 1970-01-01, customers codes from 0 on. */
export interface PurchaseColumns {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** What each was worth; without it the summary has no spend. */
  readonly amount?: Float64Array;
}
