/** Takes what a text holds. Lines are counted from 1. */
export interface RecordSink {
  /** The cells of a record of CSV; the first is the header. */
  readonly cells: (cells: readonly string[], line: number) => void;
  /** A value of JSON. */
  readonly value: (value: unknown, line: number | null) => void;
  /** A line that should be JSON and is not; `at` is the character, from 0, that cannot be. */
  readonly brokenLine: (text: string, line: number, at: number) => void;
}

/** Reads a text piece by piece. */
export interface TextReader {
  readonly push: (text: string) => void;
  readonly end: () => void;
}
