import { argumentError } from "../base/errors.ts";
import { type OptionCheck, oneOf, yesOrNo } from "../base/options.ts";

/** The forms of customer satisfaction. */
export type CsatMethod =
  | "top-box"
  | "top-1"
  | "mean"
  | "normalised"
  | "exclude-neutral"
  | "good-bad"
  | "dissatisfied";

/** Which form of customer satisfaction is asked for. */
export interface CsatForm {
  /**
   * `"top-box"` (default): share of satisfied answers, 4 and 5 of 1 to 5; `"top-1"`: of the highest
   * score alone; `"mean"`: of the scores; `"normalised"`: the mean as a place between the ends of the
   * scale, 0 to 1; `"exclude-neutral"` and `"good-bad"`: satisfied of satisfied and dissatisfied;
   * `"dissatisfied"` (DSAT): share of the bottom box, 1 and 2 of 1 to 5.
   */
  readonly method?: CsatMethod;
  /** With `"good-bad"` and `"dissatisfied"`: every answer below the top box is bad. Default `false`. */
  readonly neutralIsBad?: boolean;
}

/** The checks of {@link CsatForm}. */
export const CSAT_FORM_CHECKS = {
  method: oneOf([
    ...["top-box", "top-1", "mean", "normalised"],
    ...["exclude-neutral", "good-bad", "dissatisfied"],
  ]) as OptionCheck<CsatMethod>,
  neutralIsBad: yesOrNo as OptionCheck<boolean>,
} as const;

/** Every definition of customer satisfaction. */
export type CsatVariant = CsatMethod | "good-bad-neutral-is-bad" | "dissatisfied-neutral-is-bad";

/** The variant that the options name; refuses those that do not go together. */
export function csatVariantOf({ method = "top-box", neutralIsBad = false }: CsatForm): CsatVariant {
  if (!neutralIsBad) return method;
  if (method === "good-bad" || method === "dissatisfied") return `${method}-neutral-is-bad`;
  const expected = 'absent, or with the method "good-bad" or "dissatisfied"';
  throw argumentError("neutralIsBad", expected, neutralIsBad);
}
