import { logGamma } from "../stats/log-gamma.ts";
import { type BetaGeometricKind, betaGeometricLikelihood } from "./beta-geometric-likelihood.ts";
import type { Coordinates } from "./coordinates.ts";
import type { FoundBoundary, LikelihoodProblem } from "./fit-by-likelihood.ts";
import { everyEighth, groupSummary } from "./group-summary.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { meanAge, scaleTime, totalOf } from "./scale-summary.ts";

/** The parameters of the beta-geometric models. */
export type BetaGeometricName = "r" | "alpha" | "a" | "b";

/** The search moves in ln r, ln (r/alpha), ln b and ln (a/b). */
const SHAPE_RATE_STAY_LEAVE: Coordinates = [
  [1, 0, 0, 0],
  [1, -1, 0, 0],
  [0, 0, 1, 1],
  [0, 0, 1, 0],
];

/** A parameter this large, or this small, is as good as infinite or 0. */
const EXTREME = 1e6;

/** The maximum-likelihood problem of BG/NBD and its relatives, with time in units of the mean age. */
export function betaGeometricProblem(
  summary: PurchaseSummary,
  kind: BetaGeometricKind,
): LikelihoodProblem<BetaGeometricName> {
  const groups = groupSummary(summary);
  const scale = meanAge(groups);
  const grouped = scaleTime(groups, scale);
  const few = everyEighth(grouped);
  const { customers, repeatPurchases, sumLogGaps } = grouped;
  const purchases = totalOf(repeatPurchases, customers);
  const gaps = sumLogGaps ? totalOf(sumLogGaps, customers) : 0;
  return {
    names: ["r", "alpha", "a", "b"],
    scales: [1, scale, 1, 1],
    coordinates: SHAPE_RATE_STAY_LEAVE,
    otherStarts: [
      [0, 1, 3, -1],
      [0, 1, -1, 0],
    ],
    customers: totalOf(null, customers),
    objective: betaGeometricLikelihood(grouped, kind),
    ...(few ? { rough: betaGeometricLikelihood(few, kind) } : {}),
    // Densities of purchase times are by the data's unit; the gaps add (k − 1) ln gap − ln Γ(k).
    constant:
      -purchases * Math.log(scale) +
      (kind.k === 1 ? 0 : (kind.k - 1) * gaps - purchases * logGamma(kind.k)),
    boundaries: (scaled) => boundariesOf(scaled, purchases),
  };
}

function boundariesOf(
  { r, a, b }: Readonly<Record<BetaGeometricName, number>>,
  purchases: number,
): readonly FoundBoundary[] {
  if (purchases === 0) {
    return [{ boundary: "no-repeat-purchases", lost: [0, 1, 2, 3] }];
  }
  const found: FoundBoundary[] = [];
  if (a < b / EXTREME) found.push({ boundary: "no-dropout", lost: [2, 3] });
  else if (b < a / EXTREME) found.push({ boundary: "all-drop-out", lost: [2, 3] });
  else if (a + b > EXTREME) found.push({ boundary: "homogeneous-dropout", lost: [2] });
  else if (a + b < 1 / EXTREME) found.push({ boundary: "polarised-dropout", lost: [2] });
  if (r > EXTREME) found.push({ boundary: "homogeneous", lost: [0] });
  if (r < 1 / EXTREME) found.push({ boundary: "extreme-heterogeneity", lost: [0] });
  return found;
}
