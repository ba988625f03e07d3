import { existsSync, readFileSync } from "node:fs";

/** Reads a JSON file of `../shared`, or null with one visible line where the folder is absent. */
export function sharedJson(path: string): unknown {
  const file = new URL(`../../../shared/${path}`, import.meta.url);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  console.warn(`skipped: shared/${path} is not here`);
  return null;
}
