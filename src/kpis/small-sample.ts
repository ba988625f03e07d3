import type { WarningFact } from "../result/warning.ts";

/** Fewer units than this make a rate that jumps with every one of them. */
export const ADVISED_UNITS = 30;

/** The warning that few units are behind a figure, or none. */
export function smallSample(size: number): readonly WarningFact[] {
  return size > 0 && size < ADVISED_UNITS
    ? [{ code: "small-sample", size, advised: ADVISED_UNITS }]
    : [];
}
