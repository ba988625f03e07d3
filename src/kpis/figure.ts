import { type Exact, writeExact } from "../base/exact.ts";

/** A number beside a KPI: for plotting, and exactly. `null`: there is none. */
export interface Figure {
  readonly value: number | null;
  /** Decimal text to 40 significant digits. */
  readonly exact: string | null;
}

/** A figure of an exact number. */
export function figureOf(number: Exact | null): Figure {
  if (number === null) return { value: null, exact: null };
  const exact = writeExact(number);
  return { value: Number(exact), exact };
}
