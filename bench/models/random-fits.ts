import { type FittedBgNbd, fitBgNbd } from "../../src/models/bg-nbd.ts";
import { expectedPurchasesOfAll } from "../../src/models/expected-purchases.ts";
import { fitGammaGamma } from "../../src/models/gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/pareto-nbd.ts";
import { probabilityAliveOfAll } from "../../src/models/probability-alive.ts";
import type { PurchaseRow } from "../../src/models/purchase-summary.ts";
import { type RandomStream, randomStream, uniform } from "../../src/stats/random.ts";

// Fits random data of every awkward kind and looks for a number that is none, an exception, or a
// search that does not end. `tsx bench/models/random-fits.ts 10000 1`: how many fits, which seed.

const [wanted = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const FITS = { "BG/NBD": fitBgNbd, "MBG/NBD": fitMbgNbd, "Pareto/NBD": fitParetoNbd } as const;
const outcomes = new Map<string, number>();
let fits = 0;
let bad = 0;

const count = (outcome: string): void => {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
};

const complain = (what: string, set: number, detail: unknown): void => {
  bad += 1;
  console.log(`${what} in set ${set}`, detail);
};

/** What a shop of this kind may have in its books: few customers, many purchases, all alive, and so on. */
function randomRows(stream: RandomStream): readonly PurchaseRow[] {
  const u = (): number => uniform(stream);
  const customers = 1 + Math.floor(10 ** (2.2 * u()));
  const scale = 10 ** (8 * u() - 3); // ages from 1e-3 to 1e5
  const kind = Math.floor(9 * u());
  const often = 10 ** (2 * u() - 1);
  return Array.from({ length: customers }, () => {
    const age = scale * (kind === 1 ? 1 : 0.2 + u());
    let x = kind === 2 ? 0 : Math.floor(-Math.log(1 - u()) * often);
    if (kind === 3) x = Math.min(x, 1);
    if (kind === 4) x = 3;
    if (kind === 5 && u() < 0.1) x = Math.floor(5000 * u());
    const late = kind === 6 ? 1 : kind === 7 ? 1e-3 * u() : Math.max(u(), u());
    const meanSpend = x === 0 ? 0 : 10 ** kind * Math.exp(3 * (u() + u() + u() - 1.5));
    return { repeatPurchases: x, lastPurchaseAge: x === 0 ? 0 : late * age, age, meanSpend };
  });
}

function isSound(
  fit: Pick<FittedBgNbd, "logLikelihood" | "aic" | "bic">,
  others: object[],
): boolean {
  const numbers = others.flatMap((record) => Object.values(record) as (number | null)[]);
  return [fit.logLikelihood, fit.aic, fit.bic, ...numbers].every(
    (value) => value === null || Number.isFinite(value),
  );
}

const stream = randomStream(seed);
for (let set = 0; fits < wanted; set += 1) {
  const rows = randomRows(stream);
  const oldest = Math.max(...rows.map(({ age }) => age));
  for (const [name, fitModel] of Object.entries(FITS)) {
    fits += 1;
    try {
      const fit = fitModel(rows);
      count(`${name}: ${fit.boundary.join(" + ") || "inside"}`);
      if (!isSound(fit, [fit.parameters, fit.standardErrors]))
        complain(`${name} not a number`, set, fit);
      if (!fit.convergence.converged) complain(`${name} not converged`, set, fit.convergence);
      const now = probabilityAliveOfAll(fit, rows);
      const later = probabilityAliveOfAll(fit, rows, oldest);
      const expected = expectedPurchasesOfAll(fit, rows, oldest);
      const chances = [...now, ...later].every((p) => p >= 0 && p <= 1 + 1e-12);
      const counts = expected.every((n) => n >= 0 && n < Number.POSITIVE_INFINITY);
      if (!chances || !counts) complain(`${name} predicts nonsense`, set, fit.parameters);
    } catch (error) {
      complain(`${name} threw`, set, error);
    }
  }
  if (!rows.some(({ repeatPurchases }) => repeatPurchases > 0)) continue;
  fits += 1;
  try {
    const fit = fitGammaGamma(rows);
    count(`gamma-gamma: ${fit.boundary.join(" + ") || "inside"}`);
    if (!isSound(fit, [fit.parameters, fit.standardErrors]))
      complain("gamma-gamma not a number", set, fit);
    if (!fit.convergence.converged) complain("gamma-gamma not converged", set, fit.convergence);
  } catch (error) {
    complain("gamma-gamma threw", set, error);
  }
}
for (const [outcome, times] of [...outcomes].sort()) console.log(`${times}\t${outcome}`);
console.log(`${fits} fits, ${bad} bad`);
process.exitCode = bad === 0 ? 0 : 1;
