import type { Block } from "./document.ts";
import { renderHtml, renderMarkdown, renderText } from "./render.ts";

const JUPYTER = "Jupyter.display";
const BLOCKS = "loyalty-kpis.blocks";
const CONSOLES = ["nodejs.util.inspect.custom", "Deno.customInspect"];

/**
 * Gives an object the members by which a Deno notebook shows it and `console.log` prints it.
 * They are not enumerable: JSON, `structuredClone` and comparisons do not see them.
 */
export function attachDisplay<Value extends object>(
  value: Value,
  blocks: () => readonly Block[],
): Value {
  Object.defineProperty(value, Symbol.for(JUPYTER), {
    value: () => ({
      "text/plain": renderText(blocks()),
      "text/markdown": renderMarkdown(blocks()),
      "text/html": renderHtml(blocks()),
    }),
  });
  Object.defineProperty(value, Symbol.for(BLOCKS), { value: blocks });
  for (const name of CONSOLES) {
    Object.defineProperty(value, Symbol.for(name), { value: () => renderText(blocks()) });
  }
  return value;
}

/** The page that an object was given by {@link attachDisplay}, or `null`. */
export function blocksOf(value: object): readonly Block[] | null {
  const blocks: unknown = Object.getOwnPropertyDescriptor(value, Symbol.for(BLOCKS))?.value;
  return typeof blocks === "function" ? (blocks as () => readonly Block[])() : null; // put there above
}
