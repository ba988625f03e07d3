/** One tier. */
export interface ClvSegment {
  readonly name: string;
  /** The least and the largest value in it; null where it is empty. */
  readonly from: number | null;
  readonly to: number | null;
  readonly customers: number;
  readonly shareOfCustomers: number;
  readonly value: number;
  /** Null where all values together are nothing. */
  readonly shareOfValue: number | null;
  /** The places of its customers in what was handed in. */
  readonly places: readonly number[];
}

/** Customers by what they are worth. Frozen; shows itself as a table. */
export interface ClvSegments {
  readonly kind: "clv-segments";
  readonly cutBy: "shares" | "cut-points";
  /** The least value of each tier but the last: a customer with it or more is in the tier. */
  readonly cutPoints: readonly number[];
  readonly segments: readonly ClvSegment[];
  readonly isMoney: boolean;
  readonly currency: string | null;
}
