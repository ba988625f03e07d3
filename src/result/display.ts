import type { Block } from "./document.ts";
import { renderHtml, renderMarkdown, renderText } from "./render.ts";

const JUPYTER = "Jupyter.display";
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
  for (const name of CONSOLES) {
    Object.defineProperty(value, Symbol.for(name), { value: () => renderText(blocks()) });
  }
  return value;
}
