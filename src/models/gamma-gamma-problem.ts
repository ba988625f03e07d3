import type { BoundaryOf, LikelihoodProblem } from "./fit-by-likelihood.ts";
import { gammaGammaLikelihood, type SpendColumns } from "./gamma-gamma-likelihood.ts";
import { totalOf } from "./scale-summary.ts";

/** The parameters of the gamma-gamma model. */
export type GammaGammaName = "p" | "q" | "v";

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
    customers,
    objective: gammaGammaLikelihood(scaled),
    constant: -customers * Math.log(scale),
    boundaries: boundariesOf,
  };
}

function boundariesOf({
  p,
  q,
}: Readonly<Record<GammaGammaName, number>>): readonly BoundaryOf<GammaGammaName>[] {
  const found: BoundaryOf<GammaGammaName>[] = [];
  if (q > EXTREME) found.push({ boundary: "homogeneous", parameters: ["q", "v"] });
  if (p > EXTREME) found.push({ boundary: "constant-spend", parameters: ["p", "v"] });
  return found;
}
