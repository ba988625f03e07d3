import type { Wording, Words } from "../result/definition.ts";
import type { NoValueReason, ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import { symbolsOf } from "../result/symbols-of.ts";
import { modelIdea, modelName } from "./model-words.ts";
import type { ClvModels, PredictiveClvCounts } from "./predictive-clv-counts.ts";
import { type PredictiveClvSymbol, predictiveClvTree } from "./predictive-clv-formulas.ts";

type Core = ResultCore<PredictiveClvCounts>;

/** English words of predictive customer lifetime value. */
export const predictiveClvWords: Wording<PredictiveClvCounts, PredictiveClvSymbol> = (
  core,
  write,
) => ({
  title: "predictive customer lifetime value",
  symbols: symbolWords(core.counts),
  sentence: core.reason === undefined ? measured(core, write) : (WITHOUT[core.reason] ?? NOTHING),
  assumptions: assumptions(core.counts, write),
});

const NOTHING = "There is nothing to fit a model to.";

const WITHOUT: Readonly<Partial<Record<NoValueReason, string>>> = {
  "no-customers": "There are no customers, so there is nothing to fit a model to.",
  "no-repeat-purchases":
    "Nobody bought again, so the data cannot tell how customers buy or leave, and there is no predictive value.",
  "no-revenue":
    "No repeat purchase had a positive value, so the data cannot tell what customers spend.",
  "missing-column":
    "The summary has no `meanSpend`, so it cannot tell what customers spend; give it, or ask for expected purchases.",
  "undefined-mean":
    "Spend is so unequal that its mean over new customers is infinite under the model; give a `spend` model with a prior that keeps q above 1.",
};

function symbolWords(counts: PredictiveClvCounts): Words<PredictiveClvSymbol>["symbols"] {
  const { every, unit, customer } = counts;
  const word = (name: string, meaning: string) => ({ name, meaning });
  const age = (of: string) => `${of} after the first purchase, in ${unit}s`;
  const periods = symbolsOf(predictiveClvTree(counts)).flatMap((name) => {
    const at = /^period(\d+)$/.exec(name)?.[1];
    if (at === undefined) return [];
    return [
      [
        name,
        customer === null
          ? word(
              `spend in ${every} ${at}`,
              `what all customers are expected to spend in ${every} ${at}`,
            )
          : word(
              `purchases in ${every} ${at}`,
              `purchases expected in ${every} ${at} if still a customer`,
            ),
      ] as const,
    ];
  });
  return {
    r: word("r", "shape of the purchase rates of all customers, as fitted"),
    alpha: word("α", `scale of the purchase rates, in ${unit}s, as fitted`),
    a: word("a", "leaving: first parameter of the chances of all customers, as fitted"),
    b: word("b", "staying: second parameter of these chances, as fitted"),
    p: word("p", "how alike the purchases of one customer are in value, as fitted"),
    q: word("q", "how alike customers are in what they spend, as fitted"),
    v: word("v", "scale of what customers spend, as fitted"),
    repeatPurchases: word("x", "purchases of the customer after the first"),
    lastPurchaseAge: word("t_x", age("last purchase")),
    age: word("T", age("end of the observation")),
    meanSpend: word("m", "mean value of the customer's purchases after the first"),
    alive: word("P(alive)", "chance that the customer is still one"),
    margin: word("margin", "profit as a share of revenue, as given"),
    discount: word("annual discount", "how much less money counts a year later, as given"),
    ...Object.fromEntries(periods),
  };
}

function measured(core: Core, write: Writer): string {
  const { counts } = core;
  const { customer, customers, fitted } = counts;
  if (fitted === null) return NOTHING;
  const kind = counts.margin === null ? "revenue" : "profit";
  const worth = `${write.value(core)} of ${kind} within ${horizon(counts, write)}, in today's money`;
  const model = modelName(fitted.purchases);
  const purchases = write.number(fitted.expectedPurchases, customer === null ? 1 : 2);
  if (customer === null) {
    return `By ${model}, the ${counted(write.count(customers), "customer is", "customers are")} expected to bring ${worth}: ${counted(write.number(fitted.alive, 0), "of them is", "of them are")} still customers, and ${purchases} purchases are expected.`;
  }
  return `By ${model}, customer ${JSON.stringify(customer.customerId)} is expected to bring ${worth}: still a customer with a chance of ${write.share(fitted.alive)}, and ${purchases} purchases are expected.`;
}

function horizon({ periods, every }: PredictiveClvCounts, write: Writer): string {
  return periods === 1 ? `the next ${every}` : `the next ${counted(write.count(periods), every)}`;
}

function assumptions(counts: PredictiveClvCounts, write: Writer): readonly string[] {
  const { fitted, every, annualDiscountRate } = counts;
  const discount =
    annualDiscountRate === 0
      ? "later money is worth as much as today's"
      : `what comes in a ${every} counts as if it came at its end, discounted at ${write.share(annualDiscountRate)} a year`;
  const ahead = `Nothing is counted after ${horizon(counts, write)}, nor from customers still to be won; ${discount}.`;
  return fitted === null ? [ahead] : [...modelAssumptions(fitted, write), ahead];
}

function modelAssumptions(fitted: ClvModels, write: Writer): readonly string[] {
  const { purchases, purchasers, spenders, why } = fitted;
  const idea = modelIdea(purchases);
  return [
    `${modelName(purchases)}, fitted to ${counted(write.count(purchasers), "customer")}: ${idea}`,
    ...why.filter((reason) => reason !== idea),
    `Gamma-gamma, fitted to ${counted(write.count(spenders), "customer")} with repeat purchases: each spends around a mean of their own, which has nothing to do with how often they buy.`,
    "Customers go on as they did: no season, no change of prices or goods.",
    "The interval tells how well the expectation is known (delta method on the parameters of both models), not how far what happens may be from it.",
  ];
}
