/** What exactly is wrong with one value. One kind of fault, one code. */
export type IssueCode =
  // rows
  | "rows-not-array"
  | "row-not-object"
  | "row-unreadable"
  | "too-many-rows"
  | "kind-mixed"
  | "field-missing"
  | "field-wrong-type"
  // numbers and money
  | "number-not-finite"
  | "number-format"
  | "number-out-of-range"
  | "number-not-safe-integer"
  | "number-too-precise"
  | "negative-amount"
  | "currency-missing"
  | "currency-format"
  | "currency-unknown"
  | "currency-mixed"
  // identifiers
  | "id-empty"
  | "id-whitespace"
  | "id-wrong-type"
  | "id-too-long"
  | "id-control-char"
  | "id-conflict"
  // dates and periods
  | "date-format"
  | "date-invalid"
  | "date-ambiguous"
  | "date-out-of-range"
  | "period-reversed"
  | "period-empty"
  | "period-format"
  | "too-many-buckets"
  | "time-zone-unknown"
  // subscriptions
  | "subscription-reversed"
  // answers
  | "score-not-integer"
  | "score-out-of-scale"
  | "scale-invalid"
  | "scale-mixed"
  // options and counts
  | "option-unknown"
  | "option-missing"
  | "option-wrong-type"
  | "option-out-of-range"
  | "option-unreadable"
  | "counts-inconsistent"
  | "counts-differ"
  | "model-not-identified"
  // files
  | "file-empty"
  | "file-encoding"
  | "csv-format"
  | "csv-columns"
  | "csv-header-duplicate"
  | "json-format";

/** One fault: where it is, what was expected, what came. */
export interface Issue {
  readonly code: IssueCode;
  /** One English sentence: what was expected, what came, what to do. At most 500 characters. */
  readonly message: string;
  /** Index of the row, from 0. */
  readonly row?: number;
  /** The row's member at fault. */
  readonly field?: string;
  /** Index of the earlier row that this one clashes with. */
  readonly otherRow?: number;
  /** Dotted path of the option, or member of the counts, at fault. */
  readonly option?: string;
  /** Line of the file, from 1. */
  readonly line?: number;
  /** Column of the file, from 1. */
  readonly column?: number;
  /** What came, shortened to 80 characters. Never a whole row. */
  readonly received?: string;
  /** What was expected. */
  readonly expected?: string;
}

/** How many faults of one kind there were, also of those not listed. */
export interface IssueTotal {
  readonly code: IssueCode;
  readonly field: string | null;
  readonly count: number;
}
