import { numberWithin, type OptionCheck, type OptionChecks, oneOf } from "../base/options.ts";
import { type CesVersion, cesVersion } from "../counts/ces-counts.ts";
import type { AnswersSource } from "../counts/count-answers.ts";
import { ORDERS_CHECKS, type OrdersQuestion, type OrdersSource } from "../counts/orders-source.ts";
import { type Question, shareOption } from "../counts/question.ts";
import type { SubscriptionsSource } from "../counts/subscriptions-source.ts";
import type { Customer } from "../ledger/rows.ts";
import { type Scale, scaleOption } from "../ledger/scale.ts";

/** Rows or ledgers of every kind that a report can be made from; any may be absent. */
export interface ReportSources {
  readonly orders?: OrdersSource;
  readonly subscriptions?: SubscriptionsSource;
  readonly answers?: AnswersSource;
  readonly customers?: readonly Customer[];
}

/** What a report is asked; whatever a KPI does not need it does not see. */
export interface ReportQuestion extends Omit<OrdersQuestion, "countFullyRefunded"> {
  /** Another period to set beside the one asked about. */
  readonly compareTo?: Comparison;
  /** Profit as a share of revenue, 0 to 1, for customer lifetime value. */
  readonly margin?: number;
  /** Discount of a year for customer lifetime value by formula. Default 0.1. */
  readonly annualDiscountRate?: number;
  /** Scale of the satisfaction answers. Default 1 to 5. */
  readonly csatScale?: Scale;
  /** Which effort question the answers belong to. Without it CES is not computed. */
  readonly cesVersion?: CesVersion;
}

export type Comparison = "previous" | "same-period-last-year";

const { countFullyRefunded: _, ...CHECKS } = ORDERS_CHECKS;

const discount: OptionCheck<number> = numberWithin(0, 1, "a rate from 0 to 1, such as 0.1");

/** The checks of {@link ReportQuestion}. */
export const REPORT_CHECKS: OptionChecks<ReportQuestion> = {
  ...CHECKS,
  compareTo: oneOf(["previous", "same-period-last-year"]) as OptionCheck<Comparison>,
  margin: shareOption,
  annualDiscountRate: discount,
  csatScale: scaleOption,
  cesVersion: cesVersion as OptionCheck<CesVersion>,
};

/** The part of a report's question that every KPI understands. Zone and currency are the ledgers'. */
export function picked(asked: Partial<ReportQuestion>): Question {
  const { period, asOf, weekStartsOn, confidence, interval } = asked;
  return {
    ...(period === undefined ? {} : { period }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(weekStartsOn === undefined ? {} : { weekStartsOn }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(interval === undefined ? {} : { interval }),
  };
}
