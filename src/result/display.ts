import { attachPage } from "./attach-page.ts";
import type { Block } from "./document.ts";
import { WITH_TABLES } from "./render-page.ts";

/** Shows a table or a report in notebooks and consoles, as {@link attachPage} does a result. */
export function attachDisplay<Value extends object>(
  value: Value,
  blocks: () => readonly Block[],
  behind: object | null = null,
): Value {
  return attachPage(value, blocks, WITH_TABLES, behind);
}
