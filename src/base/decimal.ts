import { Decimal as SharedDecimal } from "decimal.js";

/**
 * The library's own decimal constructor: 40 significant digits, half-even.
 *
 * `decimal.js` keeps precision and rounding on the constructor, so a host that
 * calls `Decimal.set` would change our answers. A private clone cannot be moved.
 */
export const Decimal: typeof SharedDecimal = /* @__PURE__ */ SharedDecimal.clone({
  defaults: true,
  precision: 40,
  rounding: SharedDecimal.ROUND_HALF_EVEN,
});
export type Decimal = SharedDecimal;

/** Anything that can become a decimal without losing digits, save for floats. */
export type DecimalInput = SharedDecimal.Value;

/** Writes a decimal in full, never in exponential notation; what is written reads back the same. */
export function decimalText(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}
