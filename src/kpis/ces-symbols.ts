import type { CesCounts } from "../counts/ces-counts.ts";

/** What the formulas of the Customer Effort Score mention. */
export type CesSymbol = "scoreSum" | "answered" | "agreeing" | "topTwo" | "hard";

/** Scores from the first to the last, both in, of 1 to 7. */
export const CES_BOXES: Readonly<
  Record<"agreeing" | "topTwo" | "hard", readonly [number, number]>
> = {
  agreeing: [5, 7],
  topTwo: [6, 7],
  hard: [1, 3],
};

/** What a symbol is worth; `null` where the answers by score are not known. */
export function cesNumber(counts: CesCounts, name: CesSymbol): number | null {
  if (name === "scoreSum" || name === "answered") return counts[name];
  const [from, to] = CES_BOXES[name];
  const within = counts.countsByScore?.slice(from - 1, to) ?? null;
  return within === null ? null : within.reduce((sum, count) => sum + count, 0);
}
