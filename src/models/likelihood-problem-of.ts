import type { AnyModel } from "./any-model.ts";
import { betaGeometricProblem } from "./beta-geometric-problem.ts";
import { bgBbProblem } from "./bg-bb.ts";
import type { LikelihoodProblem } from "./fit-by-likelihood.ts";
import { gammaGammaProblem } from "./gamma-gamma-problem.ts";
import { paretoNbdProblem } from "./pareto-nbd.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import type { SurvivalCohort } from "./read-lifetimes.ts";
import { readSpend } from "./read-spend.ts";
import { readSummary } from "./read-summary.ts";
import { sbgProblem } from "./sbg.ts";

/** What a model of this kind is fitted to. */
export type DataOf<Model extends AnyModel> = Model extends { readonly kind: "sbg" }
  ? readonly SurvivalCohort[]
  : PurchaseData;

/** The problem that a model of this kind is the answer to. */
export function likelihoodProblemOf<Model extends AnyModel>(
  model: Model,
  data: DataOf<Model>,
): LikelihoodProblem<string> {
  // The type above pairs kinds with data.
  if (model.kind === "sbg") return sbgProblem(data as readonly SurvivalCohort[]);
  const purchases = data as PurchaseData;
  switch (model.kind) {
    case "bg-nbd":
      return betaGeometricProblem(readSummary(purchases), { chancesAtStart: 0, k: 1 });
    case "mbg-nbd":
      return betaGeometricProblem(readSummary(purchases), { chancesAtStart: 1, k: 1 });
    case "mbg-cnbd-k":
      return betaGeometricProblem(readSummary(purchases), { chancesAtStart: 1, k: model.k });
    case "pareto-nbd":
      return paretoNbdProblem(readSummary(purchases));
    case "gamma-gamma":
      return gammaGammaProblem(readSpend(readSummary(purchases)).columns);
    case "bg-bb":
      return bgBbProblem(purchases);
  }
}
