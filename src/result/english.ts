import type { Language, Writer } from "./language.ts";
import type { NoIntervalReason, RowWarning, RowWarningCode, WarningFact } from "./warning.ts";
import { ENGLISH_FORMULA } from "./write-formula.ts";

/** English: number style, and the words of intervals and warnings. */
export const english: Language = {
  locale: "en",
  style: { decimal: ".", group: ",", percentGap: "" },
  formula: ENGLISH_FORMULA,
  interval: (confidence, lower, upper) => `${confidence} interval ${lower} to ${upper}`,
  days: (count) => `${count} days`,
  money: (amount, currency) => `${amount} ${currency}`,
  warning: englishWarning,
};

const NO_INTERVAL: Readonly<Record<NoIntervalReason, string>> = {
  "small-sample": "fewer than 30 customers cannot carry one",
  "counts-lack-moments": "the counts lack the sums of squares that it needs",
  "inputs-are-exact": "the inputs are numbers without sampling error",
  "not-a-share": "the figure is not a share of a whole",
  "no-method": "this statistic has none yet",
  "no-spread": "all units are alike, so the data show no spread",
  "limit-not-reached": "its upper limit lies beyond what was observed so far",
  "parameters-not-told": "the data do not tell all parameters of the model",
  "not-wanted": "none was asked for",
};

const ROW_WARNING: Readonly<Record<RowWarningCode, (rows: string) => string>> = {
  "duplicate-transaction": (rows) => `${rows} repeated an id with equal content and counted once`,
  "identical-rows": (rows) =>
    `${rows} equal to an earlier one in customer, moment and amount; kept, since no order id tells them apart`,
  "negative-amount": (rows) =>
    `${rows} without a type had a negative amount and counted as refunds`,
  "number-too-precise": (rows) => `${rows} had more decimals than the currency has; kept exactly`,
  "refund-without-sale": (rows) => `${rows} refunded a sale that is not among the rows`,
  "refund-above-sale": (rows) => `${rows} refunded more than the sale was worth`,
  "id-lookalike": (rows) =>
    `${rows} had an id that looks like another one; they count as different customers`,
  "id-whitespace": (rows) => `${rows} had an id with blanks at an end; kept as it is`,
  "id-control-char": (rows) => `${rows} had an id with control characters; kept as it is`,
  "id-placeholder": (rows) => `${rows} had a placeholder such as "null" as an id`,
  "id-not-safe-integer": (rows) => `${rows} had a number as id that a double cannot hold exactly`,
  "date-implausible": (rows) => `${rows} had a placeholder date`,
  "date-in-future": (rows) => `${rows} lay after the reporting moment`,
  "subscription-overlap": (rows) => `${rows} overlapped another of the same customer`,
  "subscription-zero-length": (rows) => `${rows} started and ended on one day`,
  reactivated: (rows) => `${rows} brought a customer back within the period`,
  "duplicate-respondent": (rows) =>
    `${rows} came from a respondent who had answered already; every answer counts`,
};

function englishWarning(fact: WarningFact, write: Writer): string {
  switch (fact.code) {
    case "small-sample":
      return `Only ${write.count(fact.size)} behind this figure; from ${write.count(fact.advised)} on it is steadier.`;
    case "no-interval":
      return `No interval: ${NO_INTERVAL[fact.because]}.`;
    case "period-incomplete":
      return `The period runs to ${fact.end} but the data are complete only up to ${fact.asOf}.`;
    case "guest-orders-excluded":
      return (
        `${write.count(fact.guests)} of ${write.count(fact.orders)} orders ` +
        `(${write.share(fact.guests / fact.orders)}) have no customer and are left out.`
      );
    case "refunds-exceed-sales":
      return `Refunds exceed sales: net revenue is ${write.plain(fact.revenue).replace("-", "−")}${fact.currency === null ? "" : ` ${fact.currency}`}.`;
    case "revenue-not-margin":
      return "This is revenue, not profit: give `margin` (0 to 1) for a value of profit.";
    case "constant-hazard-assumed":
      return "Churn is taken to be the same at every age; customers who stay long usually churn less, so the true value is often higher.";
    case "right-censored":
      return (
        `Only ${write.count(fact.customers)} customers came back; the ${write.count(fact.oneOrder)} ` +
        "with one order so far have no gap yet, so true gaps are longer."
      );
    case "reactivations-inflate":
      return "More customers are counted as kept than there were at the start: customers who came back are among them.";
    case "mixed-exposure":
      return "Losses of customers who joined within the period are set against the customers at the start only.";
    case "new-customers-included":
      return "This is not a retention rate: new customers are among those at the end, so it can exceed 100%.";
    case "one-customer-varies":
      return `The interval is of what is expected; one customer varies by far more around it: with a chance of ${write.share(fact.noPurchase)} there is no purchase at all.`;
    case "fitted-model":
      return `The model of ${fact.model}: ${fact.said}`;
    case "annualised-per-buyer":
      return `Stretching ${write.count(fact.periodDays)} days to a year overstates: who ordered in them orders more often than others. For a rate ask for \`method: "per-customer-year"\`.`;
    default:
      return rowWarning(fact, write);
  }
}

function rowWarning(fact: RowWarning, write: Writer): string {
  const rows = fact.count === 1 ? "1 row" : `${write.count(fact.count)} rows`;
  const first = `first at row ${write.plain(String(fact.row))}`;
  const clash =
    fact.otherRow === undefined ? "" : ` (compare row ${write.plain(String(fact.otherRow))})`;
  const value = fact.received === undefined ? "" : `: ${fact.received}`;
  return `${ROW_WARNING[fact.code](rows)}; ${first}, \`${fact.field}\`${value}${clash}.`;
}
