import { existsSync, readFileSync } from "node:fs";
import { report } from "./report.ts";

/** Reads a text file of the folder `shared` beside the repository; null, and one line in the log, where it is absent. */
export function sharedText(path: string): string | null {
  const file = new URL(`../../../shared/${path}`, import.meta.url);
  if (existsSync(file)) return readFileSync(file, "utf8");
  report(`skipped: shared/${path} is not here`);
  return null;
}

/** Reads a JSON file of the folder `shared`; null where it is absent. */
export function sharedJson(path: string): unknown {
  const text = sharedText(path);
  return text === null ? null : JSON.parse(text);
}
