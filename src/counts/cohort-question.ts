import { argumentError } from "../base/errors.ts";
import { gather } from "../base/gather.ts";
import { type OptionCheck, type OptionChecks, oneOf, yesOrNo } from "../base/options.ts";
import { type Every, STEPS } from "../base/periods-of.ts";
import { type AgeBracket, bracketsOption } from "./age-brackets.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "./confidence.ts";
import { ORDERS_CHECKS, type OrdersQuestion } from "./orders-source.ts";

export type { AgeBracket };

/** What puts a customer into a cohort: the first order ever, every period with an order, or an attribute. */
export type CohortBy = "first" | "every-active-period" | "attribute";

/** When a customer counts as back at an age. */
export type ReturnRule = "on" | "on-or-after" | "on-or-before" | "bracket" | "streak";

/** Whether ages are calendar periods, or windows of equal length from each customer's first order. */
export type CohortClock = "calendar" | "elapsed";

/** What is followed: customers, their orders, or their net revenue. */
export type CohortMeasure = "customers" | "orders" | "revenue";

/** What a rate is a share of: the cohort itself, or those who were there one age before. */
export type CohortBase = "cohort" | "previous";

/** How the rates of cohorts become one: sums over sums, or the middle of the rates. */
export type CohortAverageBy = "pooled" | "mean" | "median" | "size-squared";

/** How a table of cohorts is measured; also for functions that take counts. */
export interface CohortOptions extends ConfidenceOptions {
  /** Default `"cohort"`. */
  readonly base?: CohortBase;
  /**
   * Default `"pooled"`: all who came back over all who could. `"mean"` and `"median"` of the
   * cohorts' rates; `"size-squared"` weights each rate by the square of its cohort's size.
   */
  readonly average?: CohortAverageBy;
}

/** A question of cohorts of orders; its axes are those on which tools differ. */
export interface CohortQuestion extends Omit<OrdersQuestion, "countFullyRefunded">, CohortOptions {
  /** The length of a cohort's period and of a step of age. */
  readonly every: Every;
  /** Default `"first"`: every customer is in one cohort, that of the first order ever. */
  readonly cohortBy?: CohortBy;
  /** With `cohortBy: "attribute"`: the column whose value at the first order names the cohort. */
  readonly attribute?: string;
  /**
   * Default `"on"`: ordered in that very period. `"on-or-after"`: in that one or a later one
   * ("rolling"). `"on-or-before"`: came back by then. `"streak"`: in every period so far.
   * `"bracket"`: in any of the ages of a bracket.
   */
  readonly return?: ReturnRule;
  /** With `return: "bracket"`: ages that belong together, such as `[[1, 3], [4, 7]]`. */
  readonly brackets?: readonly AgeBracket[];
  /** Default `"calendar"`. `"elapsed"`: days of 24 hours, weeks of 7, months of 30, quarters of 90, years of 365 days from the first order. */
  readonly clock?: CohortClock;
  /** Default `"customers"`. */
  readonly measure?: CohortMeasure;
  /** Whether periods that are not over count as they stand. Default `false`: their cells are empty. */
  readonly includeIncomplete?: boolean;
}

/** The axes of a question, read: what counts of cohorts carry. */
export interface CohortAxes {
  readonly every: Every;
  readonly cohortBy: CohortBy;
  readonly attribute: string | null;
  readonly return: ReturnRule;
  readonly brackets: readonly AgeBracket[] | null;
  readonly clock: CohortClock;
  readonly measure: CohortMeasure;
  readonly includeIncomplete: boolean;
}

const text: OptionCheck<string> = (value, option) => {
  if (typeof value === "string") return value;
  throw argumentError(option, "the name of a column", value, "option-wrong-type");
};

/** The checks of {@link CohortOptions}. */
export const COHORT_OPTION_CHECKS: OptionChecks<CohortOptions> = {
  ...CONFIDENCE_CHECKS,
  base: oneOf(["cohort", "previous"]),
  average: oneOf(["pooled", "mean", "median", "size-squared"]),
};

const { countFullyRefunded: _, ...CHECKS } = ORDERS_CHECKS;

/** The checks of {@link CohortQuestion}. */
export const COHORT_CHECKS: OptionChecks<CohortQuestion> = {
  ...CHECKS,
  ...COHORT_OPTION_CHECKS,
  every: oneOf(STEPS),
  cohortBy: oneOf(["first", "every-active-period", "attribute"]),
  attribute: text,
  return: oneOf(["on", "on-or-after", "on-or-before", "bracket", "streak"]),
  brackets: bracketsOption,
  clock: oneOf(["calendar", "elapsed"]),
  measure: oneOf(["customers", "orders", "revenue"]),
  includeIncomplete: yesOrNo,
};

/** Reads the axes of a question and refuses those that do not go together. */
export function readCohortAxes(asked: Partial<CohortQuestion>): CohortAxes {
  if (asked.every === undefined) {
    throw argumentError("every", 'given, such as "month"', undefined, "option-missing");
  }
  const axes: CohortAxes = {
    every: asked.every,
    cohortBy: asked.cohortBy ?? "first",
    attribute: asked.attribute ?? null,
    return: asked.return ?? "on",
    brackets: asked.brackets ?? null,
    clock: asked.clock ?? "calendar",
    measure: asked.measure ?? "customers",
    includeIncomplete: asked.includeIncomplete ?? false,
  };
  const { attempt, close } = gather();
  const { attribute, brackets: ages } = axes;
  attempt(() => requireTogether("attribute", attribute, "cohortBy", axes.cohortBy === "attribute"));
  attempt(() => requireTogether("brackets", ages, "return", axes.return === "bracket"));
  attempt(() => requireClock(axes));
  attempt(() => requireMeasure(axes));
  close();
  return axes;
}

function requireClock({ cohortBy, clock }: CohortAxes): void {
  if (cohortBy !== "every-active-period" || clock === "calendar") return;
  throw argumentError("clock", '"calendar" where `cohortBy` is "every-active-period"', clock);
}

function requireMeasure({ cohortBy, measure, return: rule }: CohortAxes): void {
  if (measure === "customers") return;
  if (cohortBy === "every-active-period") {
    const expected =
      '"customers" where `cohortBy` is "every-active-period": an order would count in several cohorts';
    throw argumentError("measure", expected, measure);
  }
  if (rule !== "on" && rule !== "bracket") {
    throw argumentError("measure", `"customers" where \`return\` is "${rule}"`, measure);
  }
}

/** An option that goes with one word of another: there with it, and absent without. */
function requireTogether(option: string, value: unknown, other: string, wanted: boolean): void {
  if (wanted === (value !== null)) return;
  const word = option === "attribute" ? "attribute" : "bracket";
  throw wanted
    ? argumentError(option, `given where \`${other}\` is "${word}"`, undefined, "option-missing")
    : argumentError(option, `absent unless \`${other}\` is "${word}"`, value);
}
