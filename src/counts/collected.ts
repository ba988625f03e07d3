import type { Period } from "../base/period.ts";
import type { MeasureOptions } from "../result/measure.ts";

/** Counts, and what to measure them with. */
export interface Collected<Counts> {
  readonly counts: Counts;
  readonly options: MeasureOptions;
}

/** The options of stage 2 that a question carries. */
export function measureOptions(
  asked: { readonly confidence?: number; readonly interval?: false },
  period: Period | null,
  warnings: MeasureOptions["warnings"] = [],
): MeasureOptions {
  return {
    period,
    warnings,
    ...(asked.confidence === undefined ? {} : { confidence: asked.confidence }),
    ...(asked.interval === undefined ? {} : { interval: asked.interval }),
  };
}
