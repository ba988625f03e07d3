import type { Block } from "./document.ts";
import type { Renderers } from "./render.ts";

const JUPYTER = "Jupyter.display";
const BLOCKS = "loyalty-kpis.blocks";
const BEHIND = "loyalty-kpis.behind";
const CONSOLES = ["nodejs.util.inspect.custom", "Deno.customInspect"];

/**
 * Gives an object the members by which a Deno notebook shows it and `console.log` prints it.
 * They are not enumerable: JSON, `structuredClone` and comparisons do not see them.
 *
 * @param behind - What the page shows beyond the object itself, kept for other languages.
 */
export function attachPage<Value extends object, Shown extends Block>(
  value: Value,
  blocks: () => readonly Shown[],
  { text, markdown, html }: Renderers<Shown>,
  behind: object | null = null,
): Value {
  Object.defineProperty(value, Symbol.for(JUPYTER), {
    value: () => ({
      "text/plain": text(blocks()),
      "text/markdown": markdown(blocks()),
      "text/html": html(blocks()),
    }),
  });
  Object.defineProperty(value, Symbol.for(BLOCKS), { value: blocks });
  if (behind !== null) Object.defineProperty(value, Symbol.for(BEHIND), { value: behind });
  for (const name of CONSOLES) {
    Object.defineProperty(value, Symbol.for(name), { value: () => text(blocks()) });
  }
  return value;
}

/** The page that an object was given by {@link attachPage}, or `null`. */
export function blocksOf(value: object): readonly Block[] | null {
  const blocks: unknown = Object.getOwnPropertyDescriptor(value, Symbol.for(BLOCKS))?.value;
  return typeof blocks === "function" ? (blocks as () => readonly Block[])() : null; // put there above
}

/** What {@link attachPage} was given beside the page; `null` where there is nothing. */
export function behindOf(value: object): unknown {
  return Object.getOwnPropertyDescriptor(value, Symbol.for(BEHIND))?.value ?? null;
}
