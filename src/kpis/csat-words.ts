import { type CsatCounts, dissatisfiedTo, satisfiedFrom } from "../counts/csat-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import type { CsatVariant } from "./csat-form.ts";
import { type CsatSymbol, csatNumber } from "./csat-symbols.ts";
import { answersAssumptions } from "./survey-words.ts";

type CsatCore = ResultCore<CsatCounts>;

/** English words of all forms of customer satisfaction. */
export const csatWords: Wording<CsatCounts, CsatSymbol> = (core, write) => {
  const { counts, reason } = core;
  const variant = core.variant as CsatVariant; // as its definition says
  const calledGood = variant.startsWith("good-bad");
  return {
    title: TITLES[variant],
    symbols: {
      satisfied: {
        name: calledGood ? "good answers" : "satisfied answers",
        meaning: `answers ${topBox(counts)}`,
      },
      answered: { name: "answers", meaning: "everyone who answered" },
      highest: { name: "answers of the highest score", meaning: `answers ${highest(counts)}` },
      scoreSum: { name: "sum of scores", meaning: "all answers added up" },
      dissatisfied: {
        name: calledGood ? "bad answers" : "dissatisfied answers",
        meaning: `answers ${bottomBox(counts)}`,
      },
      notSatisfied: {
        name: calledGood ? "bad answers" : "answers below the top box",
        meaning: `answers that were not ${topBox(counts)}`,
      },
    },
    sentence: reason === undefined ? SENTENCES[variant](core, write) : without(core),
    assumptions: answersAssumptions(counts, write),
  };
};

const TITLES: Readonly<Record<CsatVariant, string>> = {
  "top-box": "customer satisfaction (CSAT)",
  "top-1": "customer satisfaction (CSAT, highest score only)",
  mean: "mean satisfaction score",
  normalised: "normalised satisfaction score",
  "exclude-neutral": "customer satisfaction (CSAT, without neutral answers)",
  "good-bad": "share of good answers",
  "good-bad-neutral-is-bad": "share of good answers",
  dissatisfied: "customer dissatisfaction (DSAT)",
  "dissatisfied-neutral-is-bad": "customer dissatisfaction (DSAT)",
};

type Sentence = (core: CsatCore, write: Writer) => string;

const ofSatisfiedAndNot: Sentence = (core, write) =>
  `Of answers that were not neutral, ${number(core, "satisfied", write)} ${were(core, "satisfied")} ${topBox(core.counts)} and ` +
  `${number(core, "dissatisfied", write)} ${bottomBox(core.counts)}: ${write.value(core)} satisfied.`;

const SENTENCES: Readonly<Record<CsatVariant, Sentence>> = {
  "top-box": (core, write) =>
    `${ofAnswers(core, "satisfied", write)} ${were(core, "satisfied")} ${topBox(core.counts)}: customer satisfaction of ${write.value(core)}.`,
  "top-1": (core, write) =>
    `${ofAnswers(core, "highest", write)} ${were(core, "highest")} ${highest(core.counts)}: ${write.value(core)} at the highest score.`,
  mean: (core, write) =>
    `${addedUp(core, write)}: a mean satisfaction of ${write.value(core)} ${onScale(core.counts)}.`,
  normalised: (core, write) =>
    `${addedUp(core, write)}: the mean lies ${write.value(core)} of the way up ${theScale(core.counts)}.`,
  "exclude-neutral": ofSatisfiedAndNot,
  "good-bad": (core, write) =>
    `${opinions(core, "dissatisfied", write)}: ${write.value(core)} good.`,
  "good-bad-neutral-is-bad": (core, write) =>
    `${opinions(core, "notSatisfied", write)}, the neutral among them: ${write.value(core)} good.`,
  dissatisfied: (core, write) =>
    `${ofAnswers(core, "dissatisfied", write)} ${were(core, "dissatisfied")} ${bottomBox(core.counts)}: customer dissatisfaction of ${write.value(core)}.`,
  "dissatisfied-neutral-is-bad": (core, write) =>
    `${ofAnswers(core, "notSatisfied", write)} ${were(core, "notSatisfied")} not ${topBox(core.counts)}: customer dissatisfaction of ${write.value(core)}.`,
};

function without({ reason, counts: { answered } }: CsatCore): string {
  if (reason === "missing-count")
    return "It needs the number of answers of each score: `countsByScore` and `scale`.";
  return answered === 0
    ? "Nobody answered, so there is no customer satisfaction."
    : "Every answer was neutral, so there is no share of satisfied among the others.";
}

function number({ counts }: CsatCore, name: CsatSymbol, write: Writer): string {
  return write.count(csatNumber(counts, name) ?? 0);
}

function ofAnswers(core: CsatCore, name: CsatSymbol, write: Writer): string {
  return `${number(core, name, write)} of ${counted(number(core, "answered", write), "answer")}`;
}

function addedUp(core: CsatCore, write: Writer): string {
  const answers = counted(number(core, "answered", write), "answer adds", "answers add");
  return `${answers} up to ${number(core, "scoreSum", write)}`;
}

/** The verb of so many of the answers: `0 of 1 answer was`. */
function were({ counts }: CsatCore, name: CsatSymbol): string {
  return plural(counts.answered === 1 ? 1 : (csatNumber(counts, name) ?? 0), "was", "were");
}

function opinions(core: CsatCore, bad: CsatSymbol, write: Writer): string {
  const good = counted(number(core, "satisfied", write), "good answer");
  return `${good} and ${counted(number(core, bad, write), "bad one")}`;
}

function topBox(counts: CsatCounts): string {
  const { scale } = counts;
  return scale === null
    ? "satisfied"
    : `${range(satisfiedFrom(scale), scale.max)} ${onScale(counts)}`;
}

function bottomBox(counts: CsatCounts): string {
  const { scale } = counts;
  return scale === null
    ? "dissatisfied"
    : `${range(scale.min, dissatisfiedTo(scale))} ${onScale(counts)}`;
}

function highest(counts: CsatCounts): string {
  return counts.scale === null ? "of the highest score" : `${counts.scale.max} ${onScale(counts)}`;
}

function range(from: number, to: number): string {
  return from === to ? `${from}` : `${from} to ${to}`;
}

function onScale(counts: CsatCounts): string {
  return `on ${theScale(counts)}`;
}

function theScale({ scale }: CsatCounts): string {
  return scale === null ? "the scale" : `the scale from ${scale.min} to ${scale.max}`;
}
