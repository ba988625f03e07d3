import { spendBlocks } from "../models/spend-blocks.ts";
import { thinData } from "../models/thin-data.ts";
import { blocksOf } from "../result/attach-page.ts";
import type { Block } from "../result/document.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { writerFor } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { WarningFact } from "../result/warning.ts";
import { fitAnswers } from "./fit-answers.ts";
import type { Fitted } from "./fitted.ts";

/** The parts of the page, in their order. */
export const FIT_PARTS = ["answers", "model", "worth", "risk", "checks"] as const;

/** A part of the page. */
export type FitPart = (typeof FIT_PARTS)[number];

/**
 * The page of `loyalty-kpis fit`, in the order of an analyst's questions.
 *
 * @param noticed - What was noticed in the rows.
 */
export function fitBlocks(
  fitted: Fitted,
  parts: readonly FitPart[],
  noticed: readonly WarningFact[],
): readonly Block[] {
  const { summary } = fitted;
  const write = writerFor(englishOfCustomers);
  const repeats = summary.repeatPurchases.reduce((sum, count) => sum + count, 0);
  const rows = noticed.map((fact) => englishOfCustomers.warning(fact, write));
  return [
    { kind: "heading", level: 1, text: fitted.title },
    {
      kind: "paragraph",
      text: `${counted(write.count(summary.age.length), "customer")} with ${counted(write.count(repeats), "repeat purchase")}. Purchases of a customer on one day count as one; the first purchase starts the clock.`,
    },
    ...(rows.length === 0
      ? []
      : [{ kind: "notes" as const, label: "About the rows", mark: "!" as const, items: rows }]),
    ...FIT_PARTS.filter((part) => parts.includes(part)).flatMap((part) => PARTS[part](fitted)),
  ];
}

const PARTS: Readonly<Record<FitPart, (fitted: Fitted) => readonly Block[]>> = {
  answers: (fitted) => [
    { kind: "heading", level: 2, text: "In short" },
    ...caution(fitted),
    fitAnswers(fitted),
  ],
  model: ({ choice }) => section("Which model, and why", choice),
  worth: ({ values, segments, spend, summary }) => [
    ...section("What customers are worth, and how sure that is", values),
    ...(blocksOf(segments) ?? []),
    ...(spend === null ? [] : spendBlocks(spend, summary.currency)),
  ],
  // The page's own heading says it already.
  risk: ({ risk }) =>
    section("Who is about to leave", risk).filter(
      (block, at) => at !== 1 || block.kind !== "heading",
    ),
  checks: ({ report }) => section("How well the model does", report),
};

function caution({ summary }: Fitted): readonly Block[] {
  const said = thinData(summary);
  return said === null ? [] : [{ kind: "notes", label: "Caution", mark: "!", items: [said] }];
}

function section(text: string, shown: object): readonly Block[] {
  return [{ kind: "heading", level: 2, text }, ...(blocksOf(shown) ?? [])];
}
