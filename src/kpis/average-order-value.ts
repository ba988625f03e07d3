import { argumentError } from "../base/errors.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import { collectOrderValue, type OrderValueQuestion } from "../counts/collect-order-value.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import { currencyCode, type MoneyOptions, requireCurrency } from "../counts/money-counts.ts";
import {
  ORDER_VALUE_CHECKS,
  type OrderValueBasis,
  type OrderValueCounts,
  type OrderValueCountsInput,
  type RefundDate,
  readOrderValueCounts,
} from "../counts/order-value-counts.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import {
  averageOrderValueGross,
  averageOrderValueNet,
  averageOrderValueNetByOrder,
  averageOrderValueTotal,
  averageOrderValueTotalByOrder,
} from "./average-order-value-definitions.ts";
import type { OrderValueVariant } from "./average-order-value-words.ts";

export type AverageOrderValue = KpiResult<OrderValueCounts>;

/** How counts are to be measured as average order value. */
export interface OrderValueOptions extends ConfidenceOptions, MoneyOptions {
  /** What the money in the counts is. Default: as the counts say, or `"net"`. */
  readonly basis?: OrderValueBasis;
  /** When refunds were taken off. Default: as the counts say, or `"transaction"`. */
  readonly refundDate?: RefundDate;
}

const DEFINITIONS: Readonly<
  Record<OrderValueVariant, KpiDefinition<OrderValueCounts, "revenue" | "orders">>
> = {
  net: averageOrderValueNet,
  gross: averageOrderValueGross,
  total: averageOrderValueTotal,
  "net-refunds-by-order": averageOrderValueNetByOrder,
  "total-refunds-by-order": averageOrderValueTotalByOrder,
};

const OPTION_CHECKS: OptionChecks<OrderValueOptions> = {
  ...CONFIDENCE_CHECKS,
  ...ORDER_VALUE_CHECKS,
  currency: currencyCode,
};

/**
 * Average order value: net revenue per order, or by another `basis`.
 *
 * The amounts are what the items cost after discounts, without tax and shipping; refunds are taken
 * off on the day they were given. Orders refunded in full are no orders, orders of value 0 are.
 * Guests' orders count. The interval treats the orders of one customer as belonging together.
 *
 * @param question - `currency` is required where the rows name none.
 * @returns `no-value` with reason `no-orders` when there is no order, `missing-column` when no row has
 * the discounts of the gross basis, or the tax and shipping of the total one.
 * @throws {@link KpiError} `invalid-data` or `currency-mismatch` for rows, `invalid-argument` for an option.
 * @see Cochran (1977), Sampling Techniques, 3rd ed., equation 6.13.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * averageOrderValue(orders, { currency: "EUR" }).exact; // => "21.25"
 * const sale = { customerId: "bob", date: "2025-05-02", amount: 18, discount: 2 };
 * averageOrderValue([sale], { currency: "EUR", basis: "gross" }).exact; // => "20"
 */
export function averageOrderValue(
  source: OrdersSource,
  question: OrderValueQuestion = {},
): AverageOrderValue {
  const { counts, options } = collectOrderValue(source, question);
  return measureOrderValue(counts, options);
}

/**
 * Stage 2 of {@link averageOrderValue}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * averageOrderValueFromCounts({ revenue: "428000", orders: 6240, currency: "EUR" }).value?.toFixed(2); // => "68.59"
 */
export function averageOrderValueFromCounts(
  counts: OrderValueCountsInput,
  options: OrderValueOptions = {},
): AverageOrderValue {
  const asked = readOptions<OrderValueOptions>(options, OPTION_CHECKS);
  const read = readOrderValueCounts(counts, asked.currency);
  requireCurrency(read.currency, read.orders > 0);
  requireAgreement("basis", read.question?.basis, asked.basis);
  requireAgreement("refundDate", read.question?.refundDate, asked.refundDate);
  return measureOrderValue(read, asked);
}

/** Counts that say what their money is cannot be taken for something else. */
function requireAgreement(option: string, counted: string | undefined, asked?: string): void {
  if (counted === undefined || asked === undefined || counted === asked) return;
  throw argumentError(option, `"${counted}", as the counts say`, asked);
}

/** Measures by the basis that the counts were made by. */
export function measureOrderValue(
  counts: OrderValueCounts,
  options: MeasureOptions & Partial<OrderValueOptions>,
): AverageOrderValue {
  const { basis = "net", refundDate = "transaction" } = counts.question ?? options;
  const byOrder = refundDate === "order" && basis !== "gross";
  const variant: OrderValueVariant = byOrder ? `${basis}-refunds-by-order` : basis;
  const period = counts.question?.period ?? null;
  return measure(DEFINITIONS[variant], counts, { period, ...options });
}
