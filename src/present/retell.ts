import { deepFreeze } from "../base/deep-freeze.ts";
import { argumentError } from "../base/errors.ts";
import { type CohortCellCounts, cohortCellDefinition } from "../kpis/cohort-cell-definition.ts";
import type { KpiDefinition, Wording } from "../result/definition.ts";
import { attachDisplay } from "../result/display.ts";
import { resultBlocks } from "../result/document.ts";
import { explainCore } from "../result/explain-core.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { writerFor } from "../result/language.ts";
import type { Warning } from "../result/warning.ts";
import { DEFINITIONS, type DefinitionId } from "./definitions.ts";
import type { Tongue } from "./tongue.ts";

/** Puts a result into a language: its numbers stay, all words are made anew from them. */
export function retell(result: KpiResult, tongue: Tongue): KpiResult {
  const { language } = tongue;
  const [definition, wording] = definitionOf(result, tongue);
  const core = { ...result, warnings: retellWarnings(result.warnings, tongue) };
  const told = { ...core, explanation: explainCore(definition, core, language, wording) };
  return deepFreeze(attachDisplay(told, () => resultBlocks(told, language, tongue.result)));
}

/** Words warnings anew from their facts. */
export function retellWarnings(
  warnings: readonly Warning[],
  { language }: Tongue,
): readonly Warning[] {
  const write = writerFor(language);
  return warnings.map((warning) => ({ ...warning, message: language.warning(warning, write) }));
}

type Definition = KpiDefinition<unknown, string>;

function definitionOf(
  { kpi, variant, version, counts }: KpiResult,
  { wordings, cohortCell }: Tongue,
): readonly [Definition, Wording<unknown>] {
  if (isCohortCell(counts)) {
    const definition = cohortCellDefinition(counts.question, counts.base);
    return loosely(definition, cohortCell ?? definition.words);
  }
  const id = `${kpi}/${variant}@${version}`;
  if (!isDefinitionId(id)) {
    throw argumentError(
      "result",
      "one of a definition of `loyalty-kpis/counts` (others, and those of `loyalty-kpis/models`, speak English only)",
      id,
    );
  }
  return loosely(DEFINITIONS[id], wordings?.[id] ?? DEFINITIONS[id].words);
}

/** A result carries the counts of its own definition, so both may be taken for any counts. */
function loosely(definition: unknown, wording: unknown): readonly [Definition, Wording<unknown>] {
  return [definition as Definition, wording as Wording<unknown>];
}

function isDefinitionId(id: string): id is DefinitionId {
  return Object.hasOwn(DEFINITIONS, id);
}

function isCohortCell(counts: unknown): counts is CohortCellCounts {
  return (
    typeof counts === "object" &&
    counts !== null &&
    "kind" in counts &&
    counts.kind === "cohort-cell"
  );
}
