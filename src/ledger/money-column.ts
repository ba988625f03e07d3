/**
 * Scaled integers, one an entry: cents where the ledger's scale is 2. Numbers while all of them are
 * safe integers, else 64-bit integers.
 */
export type MoneyValues = Float64Array | BigInt64Array;

/** A column of money. */
export interface MoneyColumn {
  /** Scaled integers: the amount times ten to the power of the ledger's scale. */
  readonly values: MoneyValues;
  /** How many of the rows read lack the column while others have it. They count as 0. */
  readonly blank: number;
}
