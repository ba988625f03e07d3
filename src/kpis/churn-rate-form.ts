import { argumentError } from "../base/errors.ts";
import { type OptionCheck, oneOf } from "../base/options.ts";
import type { ChurnVariant } from "./churn-rate-formulas.ts";

/** Which form of churn is asked for. */
export interface ChurnForm {
  /**
   * What losses are set against. `"start"` (default): customers at the start; `"average"`: the mean
   * of start and end; `"mid"`: start and half of the new ones; `"start-plus-new"`: everybody served;
   * `"end"`: customers at the end; `"exposure"`: days as customers.
   */
  readonly denominator?: "start" | "average" | "mid" | "start-plus-new" | "end" | "exposure";
  /**
   * Whose loss counts. `"starters"` (default with `"start"`): of the customers at the start;
   * `"all"` (with every other denominator): also of those who joined within the period.
   */
  readonly numerator?: "starters" | "all";
  /**
   * With `"exposure"`. `"hazard"` (default): losses per customer and period; `"probability"`: the
   * chance that a customer who is there all the period is lost in it, `1 − exp(−hazard)`.
   */
  readonly exposureAs?: "hazard" | "probability";
  /** From subscriptions, with the default form: only losses of this kind. */
  readonly reason?: "voluntary" | "involuntary";
}

type Denominator = NonNullable<ChurnForm["denominator"]>;

/** The checks of {@link ChurnForm}. */
export const CHURN_FORM_CHECKS = {
  denominator: oneOf([
    ...["start", "average", "mid"],
    ...["start-plus-new", "end", "exposure"],
  ]) as OptionCheck<Denominator>,
  numerator: oneOf(["starters", "all"]) as OptionCheck<"starters" | "all">,
  exposureAs: oneOf(["hazard", "probability"]) as OptionCheck<"hazard" | "probability">,
  reason: oneOf(["voluntary", "involuntary"]) as OptionCheck<"voluntary" | "involuntary">,
} as const;

/** The variant that the options name; refuses those that do not go together. */
export function churnVariantOf(form: ChurnForm): Exclude<ChurnVariant, "counts"> {
  const { denominator = "start", numerator, exposureAs, reason } = form;
  if (exposureAs !== undefined && denominator !== "exposure") {
    throw argumentError("exposureAs", 'absent unless `denominator` is "exposure"', exposureAs);
  }
  if (reason !== undefined) {
    if (denominator === "start" && numerator !== "all") return reason;
    throw argumentError("reason", "absent unless lost starters are counted over the start", reason);
  }
  if (denominator === "start") return numerator === "all" ? "all" : "starters";
  if (numerator === "starters") {
    throw argumentError("numerator", '"all" unless `denominator` is "start"', numerator);
  }
  return denominator === "exposure" ? `exposure-${exposureAs ?? "hazard"}` : denominator;
}
