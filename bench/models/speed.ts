import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { AnyModel } from "../../src/models/any-model.ts";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { expectedPurchasesOfAll } from "../../src/models/expected-purchases.ts";
import { fitGammaGamma } from "../../src/models/gamma-gamma.ts";
import { likelihoodProblemOf } from "../../src/models/likelihood-problem-of.ts";
import { fitMbgNbd } from "../../src/models/mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/pareto-nbd.ts";
import { probabilityAliveOfAll } from "../../src/models/probability-alive.ts";
import type { PurchaseRow, PurchaseSummary } from "../../src/models/purchase-summary.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";

// CPU time of fits and predictions, medians of warm runs; beside the Python package lifetimes if an
// interpreter that has it is named: `tsx bench/models/speed.ts /path/to/python`. lifetimes is called
// with its defaults: gradients by autograd and scipy's BFGS with a tolerance of 1e-7, for Pareto/NBD
// Nelder-Mead of at most 2,000 rounds. Both log-likelihoods are worked out by our formula; ours must
// never be the lower one.

const DATA = new URL("../../../shared/data/cdnow_summary.csv", import.meta.url);

/** Median CPU milliseconds of `runs` calls after a few to warm up. */
function cpu(run: () => unknown, runs = 15, warmUps = 30): number {
  for (let warm = 0; warm < warmUps; warm += 1) run();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

const rows = readFileSync(DATA, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line): PurchaseRow => {
    const [, x = 0, last = 0, age = 0, , meanSpend = 0] = line.split(",").map(Number);
    return { repeatPurchases: x, lastPurchaseAge: last, age, meanSpend };
  });

interface Peer {
  readonly cpu_ms: number;
  readonly parameters: Readonly<Record<string, number>>;
}

/** The log-likelihood at parameters found elsewhere, by our formula. */
function logLikelihoodAt(kind: keyof typeof FITS, parameters: Peer["parameters"]): number {
  // The peer names its parameters as we do.
  const problem = likelihoodProblemOf({ kind, parameters } as AnyModel, rows);
  const logs = Float64Array.from(problem.names, (name, i) =>
    Math.log((parameters[name] ?? Number.NaN) / (problem.scales[i] ?? 1)),
  );
  const mean = problem.objective(logs, new Float64Array(logs.length));
  return problem.customers * mean + problem.constant;
}

const FITS = {
  "bg-nbd": fitBgNbd,
  "mbg-nbd": fitMbgNbd,
  "pareto-nbd": fitParetoNbd,
  "gamma-gamma": fitGammaGamma,
} as const;
const [python] = process.argv.slice(2);
const peers = python
  ? (JSON.parse(
      execFileSync(
        python,
        [new URL("lifetimes_fits.py", import.meta.url).pathname, DATA.pathname],
        {
          encoding: "utf8",
        },
      ),
    ) as Readonly<Record<string, Peer>>)
  : {};

console.log("CDNOW sample, 2,357 customers: CPU ms, log-likelihood");
for (const [name, fit] of Object.entries(FITS)) {
  const ours = cpu(() => fit(rows));
  const { logLikelihood } = fit(rows);
  const peer = peers[name];
  if (!peer) {
    console.log(`${name}\t${ours.toFixed(1)} ms\t${logLikelihood.toFixed(8)}`);
    continue;
  }
  const theirs = logLikelihoodAt(name as keyof typeof FITS, peer.parameters);
  if (theirs > logLikelihood + 1e-8) process.exitCode = 1;
  const beside = `lifetimes ${peer.cpu_ms.toFixed(0)} ms, ${theirs.toFixed(8)}, ratio ${(peer.cpu_ms / ours).toFixed(0)}`;
  console.log(`${name}\t${ours.toFixed(1)} ms\t${logLikelihood.toFixed(8)}\t${beside}`);
}

const model = fitBgNbd(rows);
const MILLION = 1_000_000;
const ages = Float64Array.from({ length: MILLION }, (_, index) => 27 + ((index * 7) % 13));
const exact = simulateSummary(model, ages, { seed: 1 });
const weekly: PurchaseSummary = {
  ...exact,
  sumLogGaps: null,
  lastPurchaseAge: exact.lastPurchaseAge.map((age) => Math.floor(age)),
};
console.log("A million customers: CPU ms");
for (const [name, run] of [
  ["BG/NBD fit, by weeks", () => fitBgNbd(weekly)],
  ["Pareto/NBD fit, by weeks", () => fitParetoNbd(weekly)],
  ["P(alive)", () => probabilityAliveOfAll(model, exact)],
  ["expected purchases", () => expectedPurchasesOfAll(model, exact, 39)],
] as const) {
  console.log(`${name}\t${cpu(run, 3, 2).toFixed(0)} ms`);
}
