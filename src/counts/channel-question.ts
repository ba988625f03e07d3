import { argumentError } from "../base/errors.ts";
import { type OptionCheck, type OptionChecks, oneOf } from "../base/options.ts";
import { dimensionNames } from "../ledger/dimensions.ts";
import { ORDER_FIELDS } from "../ledger/order-context.ts";
import { CUSTOMERS_CHECKS, type CustomersQuestion } from "./customers-question.ts";

/**
 * Which orders say to which channel a customer belongs: the first ever, the last of the baseline,
 * any of the baseline, or all of the baseline.
 */
export type ChannelAttribution = "first" | "last" | "any" | "all";

/** A question of retention by channel. */
export interface ChannelQuestion
  extends Omit<CustomersQuestion, "inactiveAfterDays" | "recognise"> {
  /** The column of the orders that names the channel; a ledger must have it as a dimension. */
  readonly channel: string;
  /** Default `"first"`. */
  readonly attribution?: ChannelAttribution;
}

/** Customers of one channel, of orders that name none, of several channels, or of a single one. */
export type ChannelGroupKind = "channel" | "none" | "several" | "single";

/** Which customers a result by channel is about. */
export interface ChannelGroupAsked {
  /** The column of the orders that names the channel. */
  readonly column: string;
  readonly attribution: ChannelAttribution;
  readonly kind: ChannelGroupKind;
  /** The channel; `null` where the kind is another. */
  readonly channel: string | null;
}

const column: OptionCheck<string> = (value, option) => {
  if (typeof value !== "string") {
    throw argumentError(option, "the name of a column", value, "option-wrong-type");
  }
  dimensionNames(ORDER_FIELDS)([value], option);
  return value;
};

const { inactiveAfterDays: _, recognise: __, ...CHECKS } = CUSTOMERS_CHECKS;

/** The checks of {@link ChannelQuestion}. */
export const CHANNEL_CHECKS: OptionChecks<ChannelQuestion> = {
  ...CHECKS,
  channel: column,
  attribution: oneOf(["first", "last", "any", "all"]) as OptionCheck<ChannelAttribution>,
};
