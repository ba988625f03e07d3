import { argumentError } from "../base/errors.ts";
import { type OptionCheck, oneOf, yesOrNo } from "../base/options.ts";

/** The forms of purchase frequency. */
export type FrequencyMethod =
  | "per-buyer"
  | "per-all-customers"
  | "annualised"
  | "per-customer-year";

/** Which form of purchase frequency is asked for. */
export interface FrequencyForm {
  /**
   * `"per-buyer"` (default): orders per customer who ordered; `"per-all-customers"`: per customer
   * known by the period's end; `"annualised"`: the default times 365.25 over the days of the period;
   * `"per-customer-year"`: repeat orders per year since the first order.
   */
  readonly method?: FrequencyMethod;
  /** `true` is another word for the method `"per-all-customers"`. */
  readonly perAllCustomers?: boolean;
}

/** The checks of {@link FrequencyForm}. */
export const FREQUENCY_FORM_CHECKS = {
  method: oneOf([
    ...["per-buyer", "per-all-customers", "annualised", "per-customer-year"],
  ]) as OptionCheck<FrequencyMethod>,
  perAllCustomers: yesOrNo as OptionCheck<boolean>,
} as const;

/** The variant that the options name; refuses those that contradict each other. */
export function frequencyMethodOf({ method, perAllCustomers }: FrequencyForm): FrequencyMethod {
  if (perAllCustomers === undefined) return method ?? "per-buyer";
  if (perAllCustomers && (method ?? "per-all-customers") === "per-all-customers") {
    return "per-all-customers";
  }
  if (!perAllCustomers && method !== "per-all-customers") return method ?? "per-buyer";
  throw argumentError("perAllCustomers", "in agreement with `method`", perAllCustomers);
}
