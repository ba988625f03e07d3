import { type CommonRowCode, english, rowWarning } from "./english.ts";
import type { Language, Writer } from "./language.ts";
import { counted, plural } from "./plural.ts";
import type { RowWarning, RowWarningCode, WarningFact } from "./warning.ts";

/** English with the words of every warning: of KPIs over customers, their orders and subscriptions. */
export const englishOfCustomers: Language = { ...english, warning: customerWarning };

const ROW_WARNING: Readonly<
  Record<Exclude<RowWarningCode, CommonRowCode>, (rows: string) => string>
> = {
  "duplicate-transaction": (rows) => `${rows} repeated an id with equal content and counted once`,
  "identical-rows": (rows) =>
    `${rows} equal to an earlier one in customer, moment and amount; kept, since no order id tells them apart`,
  "negative-amount": (rows) =>
    `${rows} without a type had a negative amount, which is taken for a refund`,
  "number-too-precise": (rows) => `${rows} had more decimals than the currency has; kept exactly`,
  "refund-without-sale": (rows) => `${rows} refunded a sale that is not among the rows`,
  "refund-above-sale": (rows) => `${rows} refunded more than the sale was worth`,
  "subscription-overlap": (rows) => `${rows} overlapped another of the same customer`,
  "subscription-zero-length": (rows) => `${rows} started and ended on one day`,
  reactivated: (rows) => `${rows} brought a customer back within the period`,
};

function customerWarning(fact: WarningFact, write: Writer): string {
  switch (fact.code) {
    case "guest-orders-excluded":
      return (
        `${write.count(fact.guests)} of ${counted(write.count(fact.orders), "order")} ` +
        `(${write.share(fact.guests / fact.orders)}) ${plural(fact.guests, "has no customer and is", "have no customer and are")} left out.`
      );
    case "refunds-exceed-sales":
      return `Refunds exceed sales: net revenue is ${write.plain(fact.revenue).replace("-", "−")}${fact.currency === null ? "" : ` ${fact.currency}`}.`;
    case "revenue-not-margin":
      return "This is revenue, not profit: give `margin` (0 to 1) for a value of profit.";
    case "constant-hazard-assumed":
      return "Churn is taken to be the same at every age. Customers who stay long usually churn less: in the long run true churn is often lower, and lifetime value higher.";
    case "right-censored":
      return (
        `Gaps are those of the ${write.count(fact.customers)} who ordered twice or more in the time looked at; ` +
        `${write.count(fact.oneOrder)} with one order in it ${plural(fact.oneOrder, "shows", "show")} none, so true gaps are longer.`
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
      return `Stretching ${counted(write.count(fact.periodDays), "day")} to a year overstates: who ordered in them orders more often than others. For a rate ask for \`method: "per-customer-year"\`.`;
    default:
      return isOfOrders(fact) ? rowWarning(fact, ROW_WARNING, write) : english.warning(fact, write);
  }
}

function isOfOrders(fact: WarningFact): fact is RowWarning {
  return Object.hasOwn(ROW_WARNING, fact.code);
}
