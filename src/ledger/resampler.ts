import type { Ledger } from "./ledger-kind.ts";

/** Makes ledgers of units drawn from another ledger, the whole history of each together. */
export interface Resampler {
  readonly drawn: "customers" | "respondents" | "answers";
  /** How many units there are. */
  readonly size: number;
  /** A ledger in which each draw is a customer of its own; a unit may be drawn more than once. */
  readonly ledgerOf: (draws: Int32Array) => Ledger;
}
