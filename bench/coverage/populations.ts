import { type RandomStream, uniform } from "../../src/stats/random.ts";
import { betaDraw, exponentialDraw, gammaDraw, normalDraw } from "../../src/stats/random-draws.ts";

/** What one customer did in the period. */
export interface Customer {
  readonly orders: number;
  readonly revenue: number;
  /** From the first order to the last. */
  readonly span: number;
  /** Revenue in the period before. */
  readonly before: number;
}

/** An endless supply of customers of one kind. */
export interface Population {
  readonly name: string;
  readonly customer: (stream: RandomStream) => Customer;
  readonly questions: readonly QuestionName[];
  /** The true answers in this order; those not known in closed form are found by a long run. */
  readonly truths: readonly (number | null)[];
}

export type QuestionName = "value" | "revenue" | "frequency" | "gap" | "retention";

type Visits = (stream: RandomStream) => { readonly orders: number; readonly span: number };
type Spend = (stream: RandomStream, orders: number) => number;

/** BG/NBD over 39 weeks, the first order included; parameters of the CDNOW sample (Fader, Hardie & Lee 2005). */
function cdnowVisits(stream: RandomStream): ReturnType<Visits> {
  const rate = gammaDraw(stream, 0.2426) / 4.4135;
  const dropout = betaDraw(stream, 0.7929, 2.4258);
  let [orders, span] = [1, 0];
  for (;;) {
    const next = span + exponentialDraw(stream) / rate;
    if (!(next <= 39)) return { orders, span };
    orders += 1;
    span = next;
    if (uniform(stream) < dropout) return { orders, span };
  }
}

/** Its mean order count: 1 + equation (9) of the same paper. */
const CDNOW_MEAN = 2.1950518784095;

/** Geometric order counts from 1 on, with lognormal gaps of mean 1. */
function geometricVisits(mean: number): Visits {
  const log = Math.log(1 - 1 / mean);
  return (stream) => {
    const orders = 1 + Math.floor(Math.log1p(-uniform(stream)) / log);
    return { orders, span: lognormalSum(stream, orders - 1, 1) };
  };
}

/** Gamma-gamma spend with the parameters of the CDNOW sample (Fader & Hardie 2013), scaled to mean 1. */
function gammaGammaSpend(stream: RandomStream, orders: number): number {
  const rate = gammaDraw(stream, 3.74) / (3.74 - 1);
  return gammaDraw(stream, 6.25 * orders) / (6.25 * rate);
}

function lognormalSum(stream: RandomStream, count: number, sigma: number): number {
  let sum = 0;
  for (let k = 0; k < count; k += 1) {
    sum += Math.exp(sigma * normalDraw(stream) - (sigma * sigma) / 2);
  }
  return sum;
}

function lognormalSpend(sigma: number): Spend {
  return (stream, orders) => lognormalSum(stream, orders, sigma);
}

function buyers(visits: Visits, spend: Spend): (stream: RandomStream) => Customer {
  return (stream) => {
    const { orders, span } = visits(stream);
    return { orders, span, revenue: spend(stream, orders), before: 0 };
  };
}

/** Subscribers with lognormal revenue: 8 % leave, 10 % shrink, 22 % grow, the rest stay. */
function subscriber(stream: RandomStream): Customer {
  const before = Math.exp(normalDraw(stream) - 0.5);
  const fate = uniform(stream);
  const change = exponentialDraw(stream);
  const factor =
    fate < 0.08 ? 0 : fate < 0.18 ? Math.exp(-change / 2) : fate < 0.4 ? 1 + change / 2 : 1;
  return { orders: 0, span: 0, revenue: before * factor, before };
}

const spends: readonly (readonly [name: string, spend: Spend])[] = [
  ["gamma-gamma", gammaGammaSpend],
  ["lognormal 0.5", lognormalSpend(0.5)],
  ["lognormal 1", lognormalSpend(1)],
  ["lognormal 1.5", lognormalSpend(1.5)],
];

const visits: readonly (readonly [name: string, visits: Visits, mean: number])[] = [
  ["CDNOW", cdnowVisits, CDNOW_MEAN],
  ["geometric 2", geometricVisits(2), 2],
  ["geometric 5", geometricVisits(5), 5],
];

/** Counts do not depend on spend, so questions about counts alone are asked once. */
export const POPULATIONS: readonly Population[] = [
  ...visits.flatMap(([visitName, visit, mean]) =>
    spends.map(([spendName, spend], index): Population => {
      const asksCounts = index === 0;
      return {
        name: `${visitName}, ${spendName}`,
        customer: buyers(visit, spend),
        questions: asksCounts ? ["value", "revenue", "frequency", "gap"] : ["value", "revenue"],
        truths: asksCounts ? [1, mean, mean, visit === cdnowVisits ? null : 1] : [1, mean],
      };
    }),
  ),
  {
    name: "subscribers, lognormal 1",
    customer: subscriber,
    questions: ["retention"],
    truths: [0.1 / 1.5 + 0.22 * 1.5 + 0.6],
  },
];
