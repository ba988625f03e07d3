/** A named column for segments: each value once, and codes into them. */
export interface Dimension {
  /** The values in the order in which they were met. Numbers and yes/no are written as text. */
  readonly values: readonly string[];
}

/** The code of an entry whose row has no value. */
export const NO_VALUE = -1;
