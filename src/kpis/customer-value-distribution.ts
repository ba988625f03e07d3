import { deepFreeze } from "../base/deep-freeze.ts";
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  multiplyExact,
  readExact,
  subtractExact,
} from "../base/exact.ts";
import type { CustomerValueQuestion } from "../counts/collect-customer-value.ts";
import type { CustomerCosts, CustomerValueCounts } from "../counts/customer-value-counts.ts";
import {
  type CustomerValueSpread,
  collectCustomerValueSpread,
} from "../counts/customer-value-spread.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import { attachDisplay } from "../result/display.ts";
import { measure } from "../result/measure.ts";
import { customerValueDistributionBlocks } from "./customer-value-distribution-blocks.ts";
import { type Figure, figureOf } from "./figure.ts";
import { historicalClvMean } from "./historical-clv.ts";
import { quartile } from "./quartile.ts";
import type { CustomerValueDistribution } from "./value-distribution.ts";

/**
 * How historical customer lifetime value is spread over customers: mean, median, deciles, and the
 * share of all value that the best 20 % of customers bring (a point of the Lorenz curve).
 *
 * Customers are ranked by value and parted into tenths whose sizes differ by one at most; customers of
 * equal value at a border are parted, which changes no sum. Where a fifth of the customers is no whole
 * number, the last one counts in part, as on the Lorenz curve. Customers refunded more than they
 * bought have a value below 0, so that the shares of others may pass 100 %.
 *
 * @param question - As of `historicalClv`: with `margin` and costs the value is profit.
 * @returns Figures are `null` where there is no customer, shares also where the value of all is not
 * above 0; `mean.reason` says why.
 * @throws {@link KpiError} `invalid-data` or `currency-mismatch` for rows, `invalid-argument` for an option.
 * @see Lorenz (1905), Methods of Measuring the Concentration of Wealth, Publications of the American
 * Statistical Association 9(70), 209-219.
 * @example
 * const orders = [1, 2, 3, 4, 90].map((amount, at) => ({ customerId: at, date: "2025-01-09", amount }));
 * const { mean, median, topFifth } = customerValueDistribution(orders, { currency: "EUR" });
 * [mean.exact, median.exact]; // => ["20", "3"]
 * topFifth.shareOfValue.exact; // => "0.9"
 */
export function customerValueDistribution(
  source: OrdersSource,
  question: CustomerValueQuestion = {},
): CustomerValueDistribution {
  const { counts, options, spread } = collectCustomerValueSpread(source, question);
  const mean = measure(historicalClvMean, counts, options);
  const total = valueFrom(counts, readExact(counts.revenue), readExact(counts.customers));
  const share = (part: Exact): Figure =>
    figureOf(compareExact(total, ZERO) > 0 ? divideExact(part, total) : null);
  const table: CustomerValueDistribution = {
    ...{ kind: "customer-value-distribution", kpi: "historicalClv" },
    customers: counts.customers,
    total: figureOf(total),
    mean,
    median: figureOf(spread.median && valueFrom(counts, quartile(spread.median), ONE)),
    deciles: spread.tenths.map(({ customers, lowest, highest, revenue }, tenth) => {
      const value = valueFrom(counts, readExact(revenue), readExact(customers));
      return {
        decile: tenth + 1,
        from: figureOf(valueFrom(counts, readExact(lowest), ONE)),
        to: figureOf(valueFrom(counts, readExact(highest), ONE)),
        ...{ customers, value: figureOf(value), shareOfValue: share(value) },
      };
    }),
    topFifth: topFifth(counts, spread, share),
    spread,
  };
  return deepFreeze(attachDisplay(table, () => customerValueDistributionBlocks(table)));
}

const ZERO = /* @__PURE__ */ readExact(0);
const ONE = /* @__PURE__ */ readExact(1);
const FIVE = /* @__PURE__ */ readExact(5);

function topFifth(
  counts: CustomerValueCounts,
  { topFifth: top }: CustomerValueSpread,
  share: (part: Exact) => Figure,
): CustomerValueDistribution["topFifth"] {
  const customers = divideExact(readExact(counts.customers), FIVE);
  const part = divideExact(multiplyExact(readExact(top.next), readExact(top.fifths)), FIVE);
  const value = valueFrom(counts, addExact(readExact(top.revenue), part), customers);
  return {
    customers: figureOf(customers).value ?? 0,
    ...{ value: figureOf(value), shareOfValue: share(value) },
  };
}

/** Revenue of some customers as their value: times the margin, less the costs of each. */
function valueFrom(
  { margin, costToServe, cac }: Pick<CustomerValueCounts, keyof CustomerCosts>,
  revenue: Exact,
  customers: Exact,
): Exact {
  const earned = margin === null ? revenue : multiplyExact(revenue, readExact(margin));
  const costs = addExact(readExact(costToServe ?? 0), readExact(cac ?? 0));
  return subtractExact(earned, multiplyExact(costs, customers));
}
