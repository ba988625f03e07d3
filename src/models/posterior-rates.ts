import { summaryFor } from "./answers-of-all.ts";
import type { CustomerModel } from "./customer-model.ts";
import { deathIntegral, newDeathIntegral } from "./death-integral.ts";
import { groupsOf } from "./group-summary.ts";
import type { PurchaseData, PurchaseRow } from "./purchase-summary.ts";
import { rowOf } from "./read-summary.ts";
import { requireCustomer } from "./require-question.ts";
import { betaBernoulliOdds, standingOf } from "./standing.ts";

/** What the data say of one customer's own habits: means over what is still possible. */
export interface PosteriorRates {
  /** Purchases per unit of time, or per opportunity, while a customer. */
  readonly purchaseRate: number;
  /** How readily the customer leaves, by what is named in `per`. */
  readonly dropoutRate: number;
  /** A chance per purchase, a rate per unit of time, or a chance per opportunity. */
  readonly per: "purchase" | "time" | "opportunity";
}

/**
 * How often a customer with this history buys while a customer, and how readily he leaves.
 *
 * Means of the posterior distribution, over both cases: still here, or gone already.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 1, alpha: 9, a: 1, b: 3 } };
 * posteriorRates(model, { repeatPurchases: 3, lastPurchaseAge: 11, age: 11 }).purchaseRate; // => 0.2
 */
export function posteriorRates(model: CustomerModel, customer: PurchaseRow): PosteriorRates {
  requireCustomer(model, customer);
  const { alive } = standingOf(model, customer);
  const { repeatPurchases: x, lastPurchaseAge: last, age: T } = customer;
  const blend = (here: number, gone: number): number => alive * here + (1 - alive) * gone;
  switch (model.kind) {
    case "pareto-nbd": {
      const { r, alpha, s, beta } = model.parameters;
      const question = { alpha, beta, p: r + x, q: s + 1, last, T };
      const death = last === T ? null : deathIntegral(newDeathIntegral(), question);
      return {
        purchaseRate: (r + x) * blend(1 / (alpha + T), death?.overAlpha ?? 0),
        dropoutRate: blend(s / (beta + T), death ? (s + 1) * death.overBeta : 0),
        per: "time",
      };
    }
    case "bg-bb": {
      const { alpha, beta, gamma, delta } = model.parameters;
      let purchaseRate = (alive * (alpha + x)) / (alpha + beta + T);
      let dropoutRate = (alive * gamma) / (gamma + delta + T);
      for (const [index, odds] of betaBernoulliOdds(model.parameters, customer).entries()) {
        const t = last + index;
        purchaseRate += (alive * odds * (alpha + x)) / (alpha + beta + t);
        dropoutRate += (alive * odds * (gamma + 1)) / (gamma + delta + t + 1);
      }
      return { purchaseRate, dropoutRate, per: "opportunity" };
    }
    default: {
      const { r, alpha, a, b } = model.parameters;
      const chances = model.kind === "bg-nbd" ? x : x + 1;
      const k = model.kind === "mbg-cnbd-k" ? model.k : 1;
      const shape = r + k * x;
      return {
        purchaseRate:
          blend((shape + meanTicks(model, customer)) / (alpha + T), shape / (alpha + last)) / k,
        dropoutRate: blend(a / (a + b + chances), (a + 1) / (a + b + chances)),
        per: "purchase",
      };
    }
  }
}

/** The rates of each customer of a summary, in columns. */
export interface PosteriorRatesOfAll {
  readonly purchaseRate: Float64Array;
  readonly dropoutRate: Float64Array;
  readonly per: PosteriorRates["per"];
}

/**
 * The same for each customer of a summary.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 1, alpha: 9, a: 1, b: 3 } };
 * const ann = { repeatPurchases: 3, lastPurchaseAge: 11, age: 11 };
 * [...posteriorRatesOfAll(model, [ann, ann]).purchaseRate]; // => [0.2, 0.2]
 */
export function posteriorRatesOfAll(model: CustomerModel, data: PurchaseData): PosteriorRatesOfAll {
  const { summary, groupOf } = groupsOf(summaryFor(model, data));
  const rates = Array.from(summary.age, (_, row) => posteriorRates(model, rowOf(summary, row)));
  const column = (member: "purchaseRate" | "dropoutRate"): Float64Array =>
    Float64Array.from(groupOf, (group) => rates[group]?.[member] ?? 0);
  return {
    purchaseRate: column("purchaseRate"),
    dropoutRate: column("dropoutRate"),
    per: rates[0]?.per ?? "purchase",
  };
}

/** Ticks of a regular customer's clock expected since the last purchase, if still here. */
function meanTicks(model: CustomerModel, customer: PurchaseRow): number {
  const { process } = standingOf(model, customer);
  if (process.kind !== "erlang") return 0;
  return process.ticks.reduce((sum, chance, ticks) => sum + chance * ticks, 0);
}
