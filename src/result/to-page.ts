import { argumentError } from "../base/errors.ts";
import { blocksOf } from "./attach-page.ts";
import { type Block, resultBlocks } from "./document.ts";
import type { KpiResult } from "./kpi-result.ts";
import { renderHtml, renderMarkdown, renderText } from "./render-page.ts";

/** What can be put on a page: a result, or a table, list or report that shows itself. */
export type Showable = KpiResult | object;

/**
 * Writes a result, table or report as plain text of at most 100 columns.
 *
 * @example
 * toText(nps([10, 9, 7, 3])).split("\n")[0]; // => "Net Promoter Score: +25.0 (95% interval −44.2 to +72.7)"
 */
export function toText(shown: Showable): string {
  return renderText(pageOf(shown));
}

/** Writes a result, table or report as Markdown; ids and names in it are escaped. */
export function toMarkdown(shown: Showable): string {
  return renderMarkdown(pageOf(shown));
}

/** Writes a result, table or report as an HTML fragment; ids and names in it are escaped. */
export function toHtml(shown: Showable): string {
  return renderHtml(pageOf(shown));
}

/** The page of an object that carries one, or of a result that came back from JSON. */
function pageOf(shown: Showable): readonly Block[] {
  const isObject = typeof shown === "object" && shown !== null; // JavaScript may hand in anything
  const blocks = isObject ? blocksOf(shown) : null;
  if (blocks !== null) return blocks;
  if (isObject && isResult(shown)) return resultBlocks(shown);
  throw argumentError(
    "result",
    "a result, table or report of this library",
    shown,
    "option-wrong-type",
  );
}

function isResult(shown: object): shown is KpiResult {
  return "kpi" in shown && "explanation" in shown && "warnings" in shown && "unit" in shown;
}
