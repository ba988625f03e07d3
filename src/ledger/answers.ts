import type { Day } from "../base/day.ts";
import type { RowWarning } from "../result/warning.ts";
import type { EntryDimension } from "./dimensions.ts";
import type { CustomerId, DateInput, RowId, Survey } from "./rows.ts";
import type { Scale } from "./scale.ts";

/** How survey answers are to be read. */
export interface AnswersLedgerOptions {
  /** Which survey all rows answer. Without it every row says so itself. */
  readonly survey?: Survey;
  /** The scale of that survey. Default: 0 to 10 for NPS, 1 to 5 for CSAT; CES has none. */
  readonly scale?: Scale;
  /** The scales where rows say their survey themselves. */
  readonly scales?: Readonly<Partial<Record<Survey, Scale>>>;
  /** IANA name. Decides the day of an instant. Default `"UTC"`. */
  readonly timeZone?: string;
  /** Further members of the rows, for segments. */
  readonly dimensions?: readonly string[];
  /** Answers after this moment are warned about. */
  readonly asOf?: DateInput;
}

/** Codes in `AnswersLedger.survey`. */
export const SURVEYS: readonly Survey[] = ["nps", "csat", "ces"];

/** Stands in `AnswersLedger.score` for someone who was asked and did not answer. */
export const NOT_ANSWERED = -2_147_483_648;

/** Stands in `AnswersLedger.day` where the row has no date. */
export const NO_DAY: Day = -2_147_483_648;

/** Survey answers, read once: columns of integers, one entry a row. */
export interface AnswersLedger {
  readonly kind: "answers";
  readonly timeZone: string;
  /** How many rows were read. */
  readonly rows: number;
  readonly size: number;
  /** The scale of each survey that has answers. */
  readonly scales: Readonly<Partial<Record<Survey, Scale>>>;
  /** Codes into `SURVEYS`. */
  readonly survey: Uint8Array;
  /** Whole numbers within the scale, or `NOT_ANSWERED`. */
  readonly score: Int32Array;
  /** Days since 1970-01-01, or `NO_DAY`; null if no row has a date. */
  readonly day: Int32Array | null;
  /** Null if no row has it. */
  readonly respondentId: readonly (RowId | undefined)[] | null;
  /** Null if no row has it. */
  readonly customerId: readonly (CustomerId | undefined)[] | null;
  /** By name, without a prototype: a column may be called `__proto__`. */
  readonly dimensions: Readonly<Record<string, EntryDimension>>;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly warnings: readonly RowWarning[];
}
