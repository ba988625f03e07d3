import { calendarDate, toDay } from "../base/day.ts";
import { describePeriod } from "../base/describe-period.ts";
import { longDate } from "../base/long-date.ts";
import { period as periodFrom } from "../base/period.ts";
import { capitalise } from "../result/document.ts";
import type { ResultPeriod } from "../result/kpi-result.ts";
import type { NotComputedCode } from "./report-shape.ts";
import type { ReportSource } from "./report-source.ts";

/** The words around the results of a report, per language. */
export interface ReportLabels {
  readonly title: string;
  /** What was asked about and compared with; `null`: all rows, and nothing. */
  readonly introduction: (period: ResultPeriod | null, other: ResultPeriod | null) => string;
  /** The head of the overview; the confidence as a percentage, where there is an interval. */
  readonly head: (
    confidence: string | null,
  ) => readonly [kpi: string, value: string, from: string, to: string];
  /** Over the values of the period compared with. */
  readonly before: string;
  readonly noValue: string;
  /** A KPI's name with the rows it was made from. */
  readonly of: (title: string, source: ReportSource) => string;
  /** What is to be said of some of the rows only. */
  readonly about: (sources: readonly ReportSource[], message: string) => string;
  /** The headings of the parts. */
  readonly aboutRows: string;
  readonly explained: string;
  readonly otherTools: string;
  readonly notComputed: string;
  readonly notComputedBefore: string;
  /** A KPI that was not computed, and why. */
  readonly without: (kpi: string, reason: string) => string;
  readonly missing: Readonly<Record<NotComputedCode, (kpi: string) => string>>;
}

/** Around a report, in English. */
export const ENGLISH_REPORT: ReportLabels = {
  title: "Customer loyalty report",
  introduction: (period, other) => {
    const asked = period === null ? "All rows." : `Period ${spelled(period)}.`;
    return other === null ? asked : `${asked} Compared with ${spelled(other)}.`;
  },
  head: (confidence) => ["KPI", "Value", confidence === null ? "from" : `${confidence} from`, "to"],
  before: "Before",
  noValue: "no value",
  of: (title, source) => `${title} (${source})`,
  about: (sources, message) => `${capitalise(sources.join(" and "))}: ${message}`,
  aboutRows: "About the rows",
  explained: "Each figure explained",
  otherTools: "Why another tool may say something else",
  notComputed: "Not computed",
  notComputedBefore: "Not computed for the period compared with",
  without: (kpi, reason) => `${kpi}: ${reason}`,
  missing: {
    "no-orders": () => "There are no orders: give `orders`.",
    "no-customers": () => "There are no customers: give `orders` or `subscriptions`.",
    "no-answers": (kpi) =>
      `There are no ${kpi.toUpperCase()} answers: give \`answers\` with \`survey\` "${kpi}".`,
    "no-period": () =>
      'It means nothing without a period: give `period`, such as "2025-Q2" or "last 90 days".',
    "no-currency": () =>
      'The rows name no currency: give the option `currency`, such as { currency: "EUR" }.',
    "no-subscriptions": () =>
      "Churn converts to a month or a year where leaving is final: give `subscriptions`. Customers of a shop who skip one period have not left.",
    "no-churn": () => "There is no churn to convert.",
    "period-is-a-year": () => "The period is a year already.",
    "period-not-whole-months": () => "Churn converts to a year from a period of whole months.",
    "no-ces-version": () =>
      'Say which effort question was asked: `cesVersion` "1.0" (1 to 5, low is good) or "2.0" (1 to 7, high is good).',
  },
};

/** `2025-Q2 (1 April 2025 to 30 June 2025)`. */
function spelled({ start, end }: ResultPeriod): string {
  const name = describePeriod(periodFrom(start, end));
  const first = longDate(toDay(calendarDate(start)));
  const last = longDate(toDay(calendarDate(end)) - 1);
  return name.includes(" to ") ? `${first} to ${last}` : `${name} (${first} to ${last})`;
}
