import { argumentError } from "../base/errors.ts";
import { type OptionCheck, oneOf } from "../base/options.ts";
import type { CesVersion } from "../counts/ces-counts.ts";

/** The forms of the Customer Effort Score. */
export type CesMethod = "mean" | "percent-agree" | "top-2" | "net-easy";

/** Which form of the Customer Effort Score is asked for. */
export interface CesForm {
  /**
   * `"mean"` (default): of the answers; `"percent-agree"`: share of 5 to 7; `"top-2"`: share of 6
   * and 7; `"net-easy"`: percentage of 6 and 7 less percentage of 1 to 3. All but the mean are of
   * version 2.0 only, which asks for agreement.
   */
  readonly method?: CesMethod;
}

/** The checks of {@link CesForm}. */
export const CES_FORM_CHECKS = {
  method: oneOf(["mean", "percent-agree", "top-2", "net-easy"]) as OptionCheck<CesMethod>,
} as const;

/** The form that the options name; refuses one that the version has no answers for. */
export function cesMethodOf({ method = "mean" }: CesForm, version: CesVersion): CesMethod {
  if (version === "2.0" || method === "mean") return method;
  throw argumentError("method", '"mean", the only one of CES 1.0: it asks for effort', method);
}
