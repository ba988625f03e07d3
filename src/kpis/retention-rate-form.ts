import { argumentError } from "../base/errors.ts";
import { type OptionCheck, oneOf } from "../base/options.ts";

/** The forms of retention. */
export type RetentionVariant =
  | "cohort"
  | "counts"
  | "counts-with-returned"
  | "end-over-start"
  | "repeat-active";

/** Which form of retention is asked for. */
export interface RetentionForm {
  /**
   * `"cohort"` (default where it is known who was kept): starters kept over starters; `"counts"`
   * (default for totals): end less new over start; `"end-over-start"`: no retention rate, for
   * comparison; `"repeat-active"`, from orders: bought in both periods over bought in the first.
   */
  readonly method?: "cohort" | "counts" | "end-over-start" | "repeat-active";
  /**
   * Of the form `"counts"`, and choosing it: whether former customers who came back count as kept.
   * Default `"exclude"`: someone lost before the period was no customer at its start.
   */
  readonly reactivated?: "exclude" | "include";
}

/** The checks of {@link RetentionForm}. */
export const RETENTION_FORM_CHECKS = {
  method: oneOf([...["cohort", "counts", "end-over-start", "repeat-active"]]) as OptionCheck<
    NonNullable<RetentionForm["method"]>
  >,
  reactivated: oneOf(["exclude", "include"]) as OptionCheck<"exclude" | "include">,
} as const;

/** The variant that the options name; refuses those that do not go together. */
export function retentionVariantOf({ method, reactivated }: RetentionForm): RetentionVariant {
  if (reactivated !== "include") return method ?? "cohort";
  if (method === undefined || method === "counts") return "counts-with-returned";
  throw argumentError("reactivated", '"exclude" unless `method` is "counts"', reactivated);
}
