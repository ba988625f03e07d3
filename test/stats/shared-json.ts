import { existsSync, readFileSync } from "node:fs";
import { report } from "../support/report.ts";

/** Reads a JSON file of `../shared`, or null with one visible line where the folder is absent. */
export function sharedJson(path: string): unknown {
  const file = new URL(`../../../shared/${path}`, import.meta.url);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  report(`skipped: shared/${path} is not here`);
  return null;
}
