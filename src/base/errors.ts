/**
 * What went wrong at large. Branch on this; it is part of the public contract.
 *
 * - `invalid-argument`: an option, or counts typed by hand, outside the documented domain.
 * - `invalid-data`: rows or a file that do not have the promised content.
 * - `currency-mismatch`: more than one currency in one total.
 * - `incompatible-counts`: counts that answer different questions cannot be merged.
 * - `did-not-converge`: a fit that could not be finished at all.
 * - `unsupported-by-dialect`: a question an SQL engine cannot be asked.
 */
export type ErrorCode =
  | "invalid-argument"
  | "invalid-data"
  | "currency-mismatch"
  | "incompatible-counts"
  | "did-not-converge"
  | "unsupported-by-dialect";

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

/** At most this many issues are listed; the totals stay exact. */
export const MAX_ISSUES = 1000;

const MAX_MESSAGE = 500;
const MAX_SHOWN = 80;

/**
 * The only error class this library throws. Branch on `code`, never on text.
 *
 * All faults of a call are in `issues` (the first 1,000) and counted in `totals`.
 */
export class KpiError extends Error {
  override readonly name = "KpiError";
  readonly code: ErrorCode;
  readonly issues: readonly Issue[];
  readonly totals: readonly IssueTotal[];

  constructor(
    code: ErrorCode,
    message: string,
    issues: readonly Issue[] = [],
    totals: readonly IssueTotal[] = totalsOf(issues),
  ) {
    super(shorten(message, MAX_MESSAGE));
    this.code = code;
    this.issues = Object.freeze([...issues]);
    this.totals = Object.freeze([...totals]);
  }
}

function totalsOf(issues: readonly Issue[]): readonly IssueTotal[] {
  const faults = newFaults();
  for (const issue of issues) faults.add(issue);
  return faults.totals();
}

/** Gathers faults, so that one run reports them all. */
export interface Faults {
  readonly add: (issue: Issue) => void;
  readonly count: () => number;
  readonly issues: () => readonly Issue[];
  readonly totals: () => readonly IssueTotal[];
}

/** An empty gathering of faults: lists the first 1,000, counts all by code and field. */
export function newFaults(): Faults {
  const listed: Issue[] = [];
  const counted = new Map<string, { code: IssueCode; field: string | null; count: number }>();
  let count = 0;
  return {
    add(issue) {
      count += 1;
      if (listed.length < MAX_ISSUES) listed.push(issue);
      const field = issue.field ?? issue.option ?? null;
      const key = `${issue.code} ${field ?? ""}`;
      const total = counted.get(key);
      if (total) total.count += 1;
      else counted.set(key, { code: issue.code, field, count: 1 });
    },
    count: () => count,
    issues: () => listed,
    totals: () => [...counted.values()],
  };
}

/** Throws one `KpiError` with all the faults, if there are any. */
export function throwFaults(code: ErrorCode, faults: Faults): void {
  const [first] = faults.issues();
  if (!first) return;
  const more = faults.count() - 1;
  const rest = more === 0 ? "" : ` And ${more} more ${more === 1 ? "fault" : "faults"}.`;
  const message = shorten(first.message, MAX_MESSAGE - rest.length) + rest;
  throw new KpiError(code, message, faults.issues(), faults.totals());
}

/** The refusal of one option or argument. */
export function argumentError(
  option: string,
  expected: string,
  received: unknown,
  code: IssueCode = "option-out-of-range",
): KpiError {
  const shown = show(received);
  const message = `\`${option}\` must be ${expected}; received ${shown}.`;
  return new KpiError("invalid-argument", message, [
    { code, message: shorten(message, MAX_MESSAGE), option, expected, received: shown },
  ]);
}

/** Throws `invalid-argument` unless `condition` holds. */
export function requireArgument(
  condition: boolean,
  option: string,
  expected: string,
  received: unknown,
  code: IssueCode = "option-out-of-range",
): asserts condition {
  if (!condition) throw argumentError(option, expected, received, code);
}

/**
 * Writes any value in at most 80 characters, on one line, without calling code of the value's own.
 *
 * @example
 * show("a\nb"); // => "\"a\\nb\""
 * show([1]); // => "a list"
 */
export function show(value: unknown): string {
  switch (typeof value) {
    case "string":
      return shorten(JSON.stringify(value.slice(0, MAX_SHOWN + 1)), MAX_SHOWN);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return shorten(`${value}n`, MAX_SHOWN);
    case "symbol":
      return "a symbol";
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return "a list";
    return value instanceof Date ? "a Date" : "an object";
  } catch {
    return "an object that cannot be read";
  }
}

/** Cuts a text to a length, the last character an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
