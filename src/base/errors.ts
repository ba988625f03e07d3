import type { Issue, IssueCode, IssueTotal } from "./issue.ts";
import { shorten, show } from "./show.ts";

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

/** At most this many issues are listed; the totals stay exact. */
export const MAX_ISSUES = 1000;

const MAX_MESSAGE = 500;

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
  /** Adds all that an error tells, with its exact totals. */
  readonly addAll: (error: KpiError) => void;
  readonly count: () => number;
  readonly issues: () => readonly Issue[];
  readonly totals: () => readonly IssueTotal[];
}

/** An empty gathering of faults: lists the first 1,000, counts all by code and field. */
export function newFaults(): Faults {
  const listed: Issue[] = [];
  const counted = new Map<string, { code: IssueCode; field: string | null; count: number }>();
  let count = 0;
  const list = (issue: Issue): void => {
    if (listed.length < MAX_ISSUES) listed.push(issue);
  };
  const tally = ({ code, field, count: more }: IssueTotal): void => {
    count += more;
    const key = `${code} ${field ?? ""}`;
    const total = counted.get(key);
    if (total) total.count += more;
    else counted.set(key, { code, field, count: more });
  };
  return {
    add(issue) {
      list(issue);
      tally({ code: issue.code, field: issue.field ?? issue.option ?? null, count: 1 });
    },
    addAll({ issues, totals }) {
      for (const issue of issues) list(issue);
      for (const total of totals) tally(total);
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
