import { KpiError } from "../base/errors.ts";

/** The refusal of a word on the command line. */
export function usageError(message: string): KpiError {
  return new KpiError("invalid-argument", message);
}
