import { writeFileSync } from "node:fs";
import { usageError } from "./usage-error.ts";

/** Writes the file that an option of the command names. */
export function writeTo(file: string, text: string, option = "--out"): void {
  try {
    writeFileSync(file, text);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw usageError(`${option} "${file}" cannot be written: ${why}.`);
  }
}
