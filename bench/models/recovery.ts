import { fitBgBb } from "../../src/models/bg-bb.ts";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import type { Fit } from "../../src/models/fit.ts";
import { fitGammaGamma, type GammaGamma } from "../../src/models/gamma-gamma.ts";
import { fitMbgCnbdK } from "../../src/models/mbg-cnbd-k.ts";
import { fitMbgNbd } from "../../src/models/mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/pareto-nbd.ts";
import { profileDepth } from "../../src/models/profile-interval.ts";
import { fitSbg } from "../../src/models/sbg.ts";
import { simulateCohort } from "../../src/models/simulate-cohort.ts";
import { simulateOpportunities } from "../../src/models/simulate-opportunities.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";
import { normalQuantile } from "../../src/stats/normal-distribution.ts";

// Draws data sets of 5,000 customers from each model and fits them: is the median of the
// log-parameters where it should be, and do 95 % profile-likelihood intervals hold the truth as
// often as they say? `tsx bench/models/recovery.ts 1000`: how many data sets a model.

const [sets = 1000, only = 0] = process.argv.slice(2).map(Number);
const CUSTOMERS = 5000;
/** In weeks: everybody has been known for one to two years. */
const ages = Float64Array.from({ length: CUSTOMERS }, (_, index) => 52 + (index % 52));
const betaGeometric = { r: 0.8, alpha: 6, a: 0.9, b: 3 };
const pareto = { r: 0.8, alpha: 6, s: 0.8, beta: 20 };
const bgBb = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
const sbg = { alpha: 0.7, beta: 1.2 };
const spend: GammaGamma = { kind: "gamma-gamma", parameters: { p: 4, q: 3, v: 20 } };

/** One draw: the fit, and how deep the truth lies on the profile of a parameter. */
interface Draw {
  readonly fit: Fit<string>;
  readonly depth: (name: string, truth: number) => number;
}

/** As deep as the bounds of a 95 % profile interval. */
const LIMIT = normalQuantile(0.975);

const STUDIES: readonly (readonly [
  string,
  Readonly<Record<string, number>>,
  (seed: number) => Draw,
])[] = [
  [
    "BG/NBD",
    betaGeometric,
    (seed) => {
      const data = simulateSummary({ kind: "bg-nbd", parameters: betaGeometric }, ages, { seed });
      const fit = fitBgNbd(data);
      return { fit, depth: (name, value) => profileDepth(fit, data, name as "r", value) };
    },
  ],
  [
    "MBG/NBD",
    betaGeometric,
    (seed) => {
      const data = simulateSummary({ kind: "mbg-nbd", parameters: betaGeometric }, ages, { seed });
      const fit = fitMbgNbd(data);
      return { fit, depth: (name, value) => profileDepth(fit, data, name as "r", value) };
    },
  ],
  [
    "Pareto/NBD",
    pareto,
    (seed) => {
      const data = simulateSummary({ kind: "pareto-nbd", parameters: pareto }, ages, { seed });
      const fit = fitParetoNbd(data);
      return { fit, depth: (name, value) => profileDepth(fit, data, name as "r", value) };
    },
  ],
  [
    "MBG/CNBD-3",
    betaGeometric,
    (seed) => {
      const model = { kind: "mbg-cnbd-k", k: 3, parameters: betaGeometric } as const;
      const data = simulateSummary(model, ages, { seed });
      const fit = fitMbgCnbdK(data, { k: 3 });
      return { fit, depth: (name, value) => profileDepth(fit, data, name as "r", value) };
    },
  ],
  [
    "gamma-gamma",
    spend.parameters,
    (seed) => {
      const model = { kind: "bg-nbd", parameters: betaGeometric } as const;
      const data = simulateSummary(model, ages, { seed, spend });
      const fit = fitGammaGamma(data);
      return { fit, depth: (name, value) => profileDepth(fit, data, name as "p", value) };
    },
  ],
  [
    "BG/BB",
    bgBb,
    (seed) => {
      const data = simulateOpportunities({ kind: "bg-bb", parameters: bgBb }, 8, {
        customers: CUSTOMERS,
        seed,
      });
      const fit = fitBgBb(data);
      return { fit, depth: (name, value) => profileDepth(fit, data, name as "alpha", value) };
    },
  ],
  [
    "sBG",
    sbg,
    (seed) => {
      const cohorts = [
        simulateCohort({ kind: "sbg", parameters: sbg }, 8, { size: CUSTOMERS, seed }),
      ];
      const fit = fitSbg(cohorts);
      return { fit, depth: (name, value) => profileDepth(fit, cohorts, name as "alpha", value) };
    },
  ],
];

console.log(
  "model\tparameter\tmedian off, in its standard errors\tprofile coverage\tboundary fits",
);
for (const [index, [model, truth, draw]] of STUDIES.entries()) {
  if (only > 0 && only !== index + 1) continue;
  const names = Object.keys(truth);
  const logs = new Map<string, number[]>(names.map((name) => [name, []]));
  const held = new Map<string, number>(names.map((name) => [name, 0]));
  let boundary = 0;
  for (let set = 0; set < sets; set += 1) {
    const { fit, depth } = draw(1_000_000 * (index + 1) + set);
    if (fit.boundary.length > 0) {
      boundary += 1;
      continue;
    }
    for (const name of names) {
      const value = truth[name] ?? 1;
      logs.get(name)?.push(Math.log((fit.parameters[name] ?? 1) / value));
      if (depth(name, value) <= LIMIT) held.set(name, (held.get(name) ?? 0) + 1);
    }
  }
  const inside = sets - boundary;
  for (const name of names) {
    const errors = (logs.get(name) ?? []).sort((a, b) => a - b);
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / inside);
    // The median of n normal draws has a standard error of √(π/2) σ/√n.
    const median = (errors[Math.floor(inside / 2)] ?? 0) / ((1.2533 * spread) / Math.sqrt(inside));
    const share = (100 * (held.get(name) ?? 0)) / inside;
    console.log(`${model}\t${name}\t${median.toFixed(2)}\t${share.toFixed(1)} %\t${boundary}`);
  }
}
