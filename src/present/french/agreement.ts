import type { Writer } from "../../result/language.ts";
import { typeset } from "./typography.ts";

/**
 * One form or the other by a number: French has its plural from 2 on.
 *
 * @example
 * agree(0, "client", "clients"); // => "client"
 * agree(1.5, "jour", "jours"); // => "jour"
 * agree(2, "client", "clients"); // => "clients"
 */
export function agree(count: number | null, one: string, many: string): string {
  return typeset(Math.abs(count ?? 0) < 2 ? one : many);
}

/** A number with its noun or verb: `1 commande`, `2 commandes`. */
export function counted(
  count: number | null,
  one: string,
  many: string,
  write: Pick<Writer, "count">,
): string {
  return `${write.count(count ?? 0)} ${agree(count, one, many)}`;
}

/** So many customers. */
export function clients(count: number | null, write: Pick<Writer, "count">): string {
  return counted(count, "client", "clients", write);
}
