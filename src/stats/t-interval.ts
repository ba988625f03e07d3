import { studentTQuantile } from "./student-t.ts";

/** Student's t bounds for a mean, from how many, their sum and the sum of their squares. */
export function meanInterval(
  { n, sum, squares }: { readonly n: number; readonly sum: number; readonly squares: number },
  confidence: number,
): readonly [lower: number, upper: number] {
  const mean = sum / n;
  const variance = Math.max(0, (squares - sum * mean) / (n - 1));
  const spread = studentTQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return [mean - spread, mean + spread];
}
