import { KpiError } from "../../src/index.ts";

/** The `KpiError` that a call ends in; anything else fails the test. */
export function refusalOf(call: () => unknown): KpiError {
  try {
    call();
  } catch (fault) {
    if (fault instanceof KpiError) return fault;
    throw fault;
  }
  throw new Error("the call was not refused");
}
