import { writeFileSync } from "node:fs";
import { usageError } from "./usage-error.ts";

/** Writes the file that `--out` names. */
export function writeTo(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw usageError(`--out "${file}" cannot be written: ${why}.`);
  }
}
