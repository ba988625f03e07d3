import type { Coordinates } from "./coordinates.ts";
import type { FoundBoundary, LikelihoodProblem } from "./fit-by-likelihood.ts";
import { gammaGammaLikelihood, type SpendColumns } from "./gamma-gamma-likelihood.ts";
import { totalOf } from "./scale-summary.ts";

/** The parameters of the gamma-gamma model. */
export type GammaGammaName = "p" | "q" | "v";

/**
 * The search moves in ln p, ln q and ln (p v/q). Where each customer always spends the same, no p is
 * large enough: it is kept below e¹⁴.
 */
const SHAPES_AND_MEAN: Coordinates = [
  [1, 0, 0],
  [0, 1, 0],
  [-1, 1, 1],
];

/** A parameter this large is as good as infinite. */
const EXTREME = 1e6;

/**
 * The maximum-likelihood problem of gamma-gamma, with money in units of the mean spend: unscaled,
 * the search stops on a plateau that is no maximum.
 */
export function gammaGammaProblem(columns: SpendColumns): LikelihoodProblem<GammaGammaName> {
  const customers = totalOf(null, columns.customers);
  const scale = totalOf(columns.mean, columns.customers) / customers;
  const scaled = { ...columns, mean: columns.mean.map((value) => value / scale) };
  return {
    names: ["p", "q", "v"],
    scales: [1, 1, scale],
    coordinates: SHAPES_AND_MEAN,
    otherStarts: [[2, 1, 0]],
    bounds: [14, 25, 25],
    customers,
    objective: gammaGammaLikelihood(scaled),
    constant: -customers * Math.log(scale),
    boundaries: boundariesOf,
  };
}

function boundariesOf({
  p,
  q,
}: Readonly<Record<GammaGammaName, number>>): readonly FoundBoundary[] {
  const found: FoundBoundary[] = [];
  if (q > EXTREME) found.push({ boundary: "homogeneous", lost: [1] });
  if (p > EXTREME) found.push({ boundary: "constant-spend", lost: [0] });
  return found;
}
