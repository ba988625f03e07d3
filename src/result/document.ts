import { english } from "./english.ts";
import type { KpiResult } from "./kpi-result.ts";
import { type Language, writerFor } from "./language.ts";

/** A piece of a page, before it is text, Markdown or HTML. All of its text may be hostile. */
export type Block = PlainBlock | TableBlock;

/** What the page of one result is made of. */
export type PlainBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** Lines kept as they are: formulas and their steps. */
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  /** Short remarks under a label; in plain text each is led by its mark instead. */
  | {
      readonly kind: "notes";
      readonly label: string;
      readonly mark: "!" | "·";
      readonly items: readonly string[];
    };

export interface TableBlock {
  readonly kind: "table";
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers, set to the right. */
  readonly numeric?: readonly number[];
}

/** The labels around an explanation, per language. */
export interface ResultLabels {
  /** The KPI's name, its first letter large, with the value. */
  readonly heading: (title: string, value: string) => string;
  readonly warnings: string;
  readonly assumptions: string;
  readonly noValue: string;
}

export const ENGLISH_LABELS: ResultLabels = {
  heading: (title, value) => `${title}: ${value}`,
  warnings: "Warnings",
  assumptions: "Assumptions",
  noValue: "no value",
};

/**
 * A result as a page: name and value, sentence, formula with its steps, warnings.
 *
 * @param title - What to call it where its own name does not tell it from others on the page.
 */
export function resultBlocks(
  result: KpiResult,
  language: Language = english,
  labels: ResultLabels = ENGLISH_LABELS,
  title: string = titleOf(result),
): readonly PlainBlock[] {
  const { explanation, warnings } = result;
  const value = writerFor(language).value(result) || labels.noValue;
  const steps = explanation.steps.map((step) => `= ${step}`);
  return [
    { kind: "heading", level: 3, text: labels.heading(title, value) },
    { kind: "paragraph", text: explanation.sentence },
    { kind: "lines", lines: [explanation.formula, ...steps] },
    ...notes(
      labels.warnings,
      "!",
      warnings.map(({ message }) => message),
    ),
    ...notes(labels.assumptions, "·", explanation.assumptions),
  ];
}

/** A result's name, its first letter large. */
export function titleOf({ explanation: { formula } }: KpiResult): string {
  return capitalise(formula.slice(0, formula.indexOf(" = ")));
}

function notes(label: string, mark: "!" | "·", items: readonly string[]): readonly PlainBlock[] {
  return items.length === 0 ? [] : [{ kind: "notes", label, mark, items }];
}

/** The first letter large. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
