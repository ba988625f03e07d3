import { type Faults, throwFaults } from "../base/errors.ts";

/**
 * Throws one error with all that is wrong with the rows, if anything is.
 *
 * @throws `currency-mismatch` if nothing but the currencies is wrong, else `invalid-data`.
 */
export function throwRowFaults(faults: Faults): void {
  const isMismatch = faults.totals().every(({ code }) => code === "currency-mixed");
  throwFaults(isMismatch ? "currency-mismatch" : "invalid-data", faults);
}
