import { CES_SCALES, type CesCounts } from "../counts/ces-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import type { CesMethod } from "./ces-form.ts";
import { CES_BOXES, type CesSymbol, cesNumber } from "./ces-symbols.ts";
import { answersAssumptions } from "./survey-words.ts";

type CesCore = ResultCore<CesCounts>;

/** English words of all forms of the Customer Effort Score. */
export const cesWords: Wording<CesCounts, CesSymbol> = (core, write) => {
  const { counts, reason } = core;
  const method = core.variant as CesMethod; // as its definition says
  return {
    title: TITLES[method],
    symbols: {
      scoreSum: { name: "sum of scores", meaning: "all answers added up" },
      answered: { name: "answers", meaning: "everyone who answered" },
      agreeing: { name: "agreeing answers", meaning: `answers of ${box("agreeing")}` },
      topTwo: { name: "easy answers", meaning: `answers of ${box("topTwo")}` },
      hard: { name: "hard answers", meaning: `answers of ${box("hard")}` },
    },
    sentence: reason === undefined ? SENTENCES[method](core, write) : (WITHOUT[reason] ?? NOBODY),
    assumptions: answersAssumptions(counts, write),
  };
};

const TITLES: Readonly<Record<CesMethod, string>> = {
  mean: "Customer Effort Score (CES)",
  "percent-agree": "share who found it easy (CES)",
  "top-2": "share who found it very easy (CES)",
  "net-easy": "net easy score (CES)",
};

type Sentence = (core: CesCore, write: Writer) => string;

const SENTENCES: Readonly<Record<CesMethod, Sentence>> = {
  mean: (core, write) =>
    `${counted(number(core, "answered", write), "answer")} to CES ${core.counts.version} ${plural(core.counts.answered, "adds", "add")} up to ` +
    `${number(core, "scoreSum", write)}: a mean of ${write.value(core)} ${direction(core.counts)}.`,
  "percent-agree": (core, write) =>
    `${ofAnswers(core, "agreeing", write)} agreed that it was easy (${box("agreeing")}): ${write.value(core)}.`,
  "top-2": (core, write) =>
    `${ofAnswers(core, "topTwo", write)} agreed strongly that it was easy (${box("topTwo")}): ${write.value(core)}.`,
  "net-easy": (core, write) =>
    `Of ${counted(number(core, "answered", write), "answer")}, ${number(core, "topTwo", write)} found it easy (6 or 7) and ` +
    `${number(core, "hard", write)} hard (1 to 3): a net easy score of ${write.value(core)}.`,
};

const NOBODY = "Nobody answered, so there is no Customer Effort Score.";
const WITHOUT: Readonly<Record<string, string>> = {
  "missing-count": "It needs the number of answers of each score: `countsByScore`.",
};

function number({ counts }: CesCore, name: CesSymbol, write: Writer): string {
  return write.count(cesNumber(counts, name) ?? 0);
}

function ofAnswers(core: CesCore, name: CesSymbol, write: Writer): string {
  return `${number(core, name, write)} of ${counted(number(core, "answered", write), "answer")}`;
}

function box(name: keyof typeof CES_BOXES): string {
  const [from, to] = CES_BOXES[name];
  return `${from} to ${to} on the scale from 1 to 7`;
}

function direction({ version }: CesCounts): string {
  const { min, max } = CES_SCALES[version];
  const good = version === "1.0" ? "low is good" : "high is good";
  return `on the scale from ${min} to ${max}, where ${good}`;
}
