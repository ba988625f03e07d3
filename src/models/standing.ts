import { logRising } from "../stats/log-rising.ts";
import type { BgBb } from "./bg-bb.ts";
import type { CustomerModel } from "./customer-model.ts";
import { deathIntegral, newDeathIntegral } from "./death-integral.ts";
import type { MbgCnbdK } from "./mbg-cnbd-k.ts";
import type { ParetoNbd } from "./pareto-nbd.ts";
import type { Standing } from "./process.ts";
import type { PurchaseRow } from "./purchase-summary.ts";

/** What a model makes of a customer: is he here, and how does he go on if so? */
export function standingOf(model: CustomerModel, customer: PurchaseRow): Standing {
  switch (model.kind) {
    case "bg-nbd":
    case "mbg-nbd": {
      const { r, alpha, a, b } = model.parameters;
      const { repeatPurchases: x, lastPurchaseAge: last, age: T } = customer;
      const chances = model.kind === "bg-nbd" ? x : x + 1;
      const shape = r + x;
      const alive =
        chances === 0
          ? 1
          : logistic(
              -shape * Math.log1p((T - last) / (alpha + last)) - Math.log(a / (b + (chances - 1))),
            );
      const process = {
        kind: "beta-geometric",
        r: shape,
        alpha: alpha + T,
        a,
        b: b + chances,
      } as const;
      return { alive, process };
    }
    case "mbg-cnbd-k":
      return erlangStanding(model, customer);
    case "pareto-nbd":
      return paretoStanding(model, customer);
    case "bg-bb":
      return betaBernoulliStanding(model, customer);
  }
}

function erlangStanding({ k, parameters }: MbgCnbdK, customer: PurchaseRow): Standing {
  const { r, alpha, a, b } = parameters;
  const { repeatPurchases: x, lastPurchaseAge: last, age: T } = customer;
  const shape = r + k * x;
  const share = (T - last) / (alpha + T);
  const ticks = [1];
  for (let j = 1; j < k; j += 1) ticks.push((ticks[j - 1] ?? 0) * ((shape + j - 1) / j) * share);
  const sum = ticks.reduce((total, weight) => total + weight, 0);
  const gone = Math.log(a / (b + x)) + shape * Math.log1p((T - last) / (alpha + last));
  return {
    alive: logistic(Math.log(sum) - gone),
    process: {
      kind: "erlang",
      k,
      ticks: ticks.map((weight) => weight / sum),
      r: shape,
      alpha: alpha + T,
      a,
      b: b + x + 1,
    },
  };
}

function paretoStanding({ parameters }: ParetoNbd, customer: PurchaseRow): Standing {
  const { r, alpha, s, beta } = parameters;
  const { repeatPurchases: x, lastPurchaseAge: last, age: T } = customer;
  const process = { kind: "pareto", r: r + x, alpha: alpha + T, s, beta: beta + T } as const;
  if (last === T) return { alive: 1, process };
  const question = { alpha, beta, p: r + x, q: s + 1, last, T };
  const { size } = deathIntegral(newDeathIntegral(), question);
  const gone =
    Math.log((s * size) / (beta + last)) +
    (r + x) * Math.log1p((T - last) / (alpha + last)) +
    s * Math.log1p((T - last) / (beta + last));
  return { alive: logistic(-gone), process };
}

function betaBernoulliStanding({ parameters }: BgBb, customer: PurchaseRow): Standing {
  const { alpha, beta, gamma, delta } = parameters;
  const { repeatPurchases: x, age: n } = customer;
  return {
    alive: 1 / (1 + betaBernoulliOdds(parameters, customer).reduce((sum, odds) => sum + odds, 0)),
    process: {
      kind: "beta-bernoulli",
      alpha: alpha + x,
      beta: beta + n - x,
      gamma,
      delta: delta + n,
    },
  };
}

/**
 * Odds that a BG/BB customer left after opportunity t = t_x, …, n − 1 against being alive at the n-th.
 */
export function betaBernoulliOdds(
  { alpha, beta, gamma, delta }: BgBb["parameters"],
  { repeatPurchases: x, lastPurchaseAge: last, age: n }: PurchaseRow,
): readonly number[] {
  const odds: number[] = [];
  for (let t = last; t < n; t += 1) {
    // What he would have had to do in the opportunities after t: skip them, and stay.
    const skipped = logRising(beta + t - x, n - t) - logRising(alpha + beta + t, n - t);
    const stayed = logRising(delta + t, n - t) - logRising(gamma + delta + t, n - t);
    odds.push((gamma / (gamma + delta + t)) * Math.exp(-skipped - stayed));
  }
  return odds;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
