import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { ModelCandidate, ModelChoice } from "./model-choice.ts";
import { newcomers } from "./model-findings.ts";
import { modelIdea } from "./model-words.ts";
import { BARE_MENTION } from "./rank-models.ts";

const write = /* @__PURE__ */ writerFor(english);

/** Why the first candidate is first, in sentences made from the numbers. */
export function choiceReasons(choice: Omit<ModelChoice, "reasons">): readonly string[] {
  const [best, ...others] = choice.candidates;
  if (best === undefined) return [];
  return [
    decision(choice, best, others),
    ...ruledOut(others),
    ...byBic(others, best),
    ...undecided(others, best),
    modelIdea(best.fit),
    ...foretold(choice, best),
    ...atStake(choice),
    ...best.fit.warnings.map(({ message }) => message),
    ...choice.notTried.map(({ reason }) => reason),
  ];
}

function decision(
  { decidedBy, customers, candidates }: Omit<ModelChoice, "reasons">,
  best: ModelCandidate,
  others: readonly ModelCandidate[],
): string {
  const among = `${best.name} is the choice among ${candidates.length} models fitted to ${counted(write.count(customers), "customer")}`;
  switch (decidedBy) {
    case "only-candidate":
      return `${best.name} is the only candidate; it was fitted to ${counted(write.count(customers), "customer")}.`;
    case "holdout":
      return `${among}: every other one foretold the hold-out worse than chance would explain.`;
    case "bic":
      return `${among}: it explains the purchases best for its size (BIC).`;
    case "bic-narrowly":
      return `${among}, narrowly: BIC hardly tells it from ${equals(best, others)}, and there is no hold-out to ask.`;
    case "holdout-among-equal-bic":
      return `${among}: BIC hardly tells it from ${equals(best, others)}, and its error in the hold-out is smaller.`;
  }
}

function equals(best: ModelCandidate, others: readonly ModelCandidate[]): string {
  const near = others.filter(
    ({ holdout, bic }) => holdout?.ruledOut !== true && Math.abs(bic - best.bic) < BARE_MENTION,
  );
  return listed(near.map(({ name }) => name));
}

function foretold(
  { holdout, unit }: Omit<ModelChoice, "reasons">,
  { name, holdout: own }: ModelCandidate,
): readonly string[] {
  if (holdout === null || own === null) return [];
  const span = `the last ${counted(write.number(holdout.horizon, 1).replace(".0", ""), unit)}`;
  const off = own.actual === 0 ? "" : `, ${signedShare(own.expected / own.actual - 1)}`;
  return [
    `Fitted to the time before ${span} and asked about them, ${name} expected ${counted(write.number(own.expected, 0), "purchase")} of ${counted(write.count(holdout.customers), "customer")}; ${counted(write.count(own.actual), "was", "were")} made${off}.${newcomers(holdout.newCustomers)}`,
  ];
}

function ruledOut(others: readonly ModelCandidate[]): readonly string[] {
  const out = others.filter(({ holdout }) => holdout?.ruledOut === true);
  if (out.length === 0) return [];
  const errors = out.map(({ holdout }) => holdout?.worseByErrors ?? 0);
  const [least, most] = [Math.min(...errors), Math.max(...errors)];
  const by = write.number(least, 1) + (most > least ? ` to ${write.number(most, 1)}` : "");
  return [
    `The hold-out rules out ${listed(out.map(({ name }) => name))}: squared errors per customer are larger than the smallest by ${by} standard errors; more than 2 is hardly chance.`,
  ];
}

function undecided(others: readonly ModelCandidate[], best: ModelCandidate): readonly string[] {
  const rest = others.filter(({ holdout }) => holdout !== null && !holdout.ruledOut);
  if (rest.length === 0 || best.holdout === null) return [];
  const errors = [best, ...rest].map(({ holdout }) => holdout?.rootMeanSquare ?? 0);
  const range = `${write.number(Math.min(...errors), 3)} to ${write.number(Math.max(...errors), 3)}`;
  return [
    `The hold-out does not tell ${listed([best, ...rest].map(({ name }) => name))} apart: their errors per customer (${range} purchases, root mean square) differ by no more than chance.`,
  ];
}

function byBic(others: readonly ModelCandidate[], best: ModelCandidate): readonly string[] {
  const told = others
    .filter(({ holdout, bic }) => holdout?.ruledOut !== true || bic < best.bic)
    .map(({ name, bic }) => {
      const above = bic - best.bic;
      const side = above < 0 ? "below" : "above";
      const by = write.number(Math.abs(above), 1);
      return `${name} is ${by} ${side} (${strength(Math.abs(above))})`;
    });
  return told.length === 0 ? [] : [`By BIC, against ${best.name}: ${listed(told)}.`];
}

/** Kass & Raftery's words. */
function strength(difference: number): string {
  if (difference < BARE_MENTION) return "not worth more than a bare mention";
  if (difference < 6) return "some evidence";
  return difference < 10 ? "strong evidence" : "very strong evidence";
}

/** How much depends on the choice at all. */
function atStake({ candidates, holdout }: Omit<ModelChoice, "reasons">): readonly string[] {
  const expected = candidates.flatMap(({ holdout: own }) => (own === null ? [] : [own.expected]));
  if (holdout === null || expected.length < 2) return [];
  const [least, most] = [Math.min(...expected), Math.max(...expected)];
  const spread = least > 0 ? `, ${write.share(most / least - 1)} apart` : "";
  return [
    `How much depends on the choice: the models expect ${write.number(least, 0)} to ${write.number(most, 0)} purchases for the hold-out${spread}.`,
  ];
}

function signedShare(share: number): string {
  return share < 0 ? write.share(share) : `+${write.share(share)}`;
}

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  const [last = "", ...before] = [...names].reverse();
  return before.length === 0 ? last : `${before.reverse().join(", ")} and ${last}`;
}
