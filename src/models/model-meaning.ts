import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { LONGEST } from "./counting.ts";
import { expectedPurchases } from "./expected-purchases.ts";
import { NEW_CUSTOMER } from "./new-customer.ts";
import { probabilityAlive } from "./probability-alive.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import { daysIn } from "./time-unit.ts";

/** What each parameter stands for, in a few words. */
export function parameterMeanings(model: PurchaseModel): Readonly<Record<string, string>> {
  const rates = {
    r: "how alike customers are in how often they buy; below 1, many buy rarely and a few often",
    alpha: "time in which a customer makes r purchases in the mean: the mean rate is r ÷ alpha",
  };
  switch (model.kind) {
    case "pareto-nbd":
      return {
        ...rates,
        s: "how alike customers are in how readily they leave",
        beta: "the mean rate of leaving is s ÷ beta",
      };
    case "mbg-cnbd-k":
      return {
        ...rates,
        alpha: `as with r ticks of a clock, of which every ${model.k}th is a purchase`,
        ...CHANCES,
      };
    default:
      return { ...rates, ...CHANCES };
  }
}

const CHANCES = {
  a: "with b, the chance to leave after a purchase: a ÷ (a + b) in the mean",
  b: "the larger a + b, the more alike customers are in that chance",
};

/** What a fit says of the customers, in sentences. */
export function modelMeaning(fit: FittedPurchaseModel): readonly string[] {
  const write = writerFor(english);
  const { unit } = fit;
  const rate = meanRate(fit);
  return [
    `While a customer is here, the mean rate is ${write.number(rate, 3)} purchases a ${unit}: one in ${write.number(1 / rate, 1)} ${unit}s.`,
    leaving(fit),
    ...newcomer(fit),
  ];
}

/** Nothing where a year is too long for a model of regularity to be asked about. */
function newcomer(fit: FittedPurchaseModel): readonly string[] {
  const write = writerFor(english);
  const year = daysIn("year") / daysIn(fit.unit);
  if (fit.kind === "mbg-cnbd-k" && year > LONGEST * fit.parameters.alpha) return [];
  return [
    `Somebody who has just bought for the first time is expected to buy ${write.number(expectedPurchases(fit, NEW_CUSTOMER, year), 2)} times more within a year, and after it is still here with a chance of ${write.share(probabilityAlive(fit, NEW_CUSTOMER, year))}.`,
  ];
}

function meanRate(model: PurchaseModel): number {
  const { r, alpha } = model.parameters;
  return r / alpha / (model.kind === "mbg-cnbd-k" ? model.k : 1);
}

function leaving(fit: FittedPurchaseModel): string {
  const write = writerFor(english);
  if (fit.kind === "pareto-nbd") {
    const { s, beta } = fit.parameters;
    return `Customers leave at a mean rate of ${write.share(s / beta)} a ${fit.unit}, unevenly: those who stay have low rates.`;
  }
  const { a, b } = fit.parameters;
  const which = fit.kind === "bg-nbd" ? "repeat purchase" : "purchase";
  return `After a ${which}, ${write.share(a / (a + b))} leave for good in the mean, unevenly: those who stay have low chances of leaving.`;
}
