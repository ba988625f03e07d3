import { argumentError } from "../base/errors.ts";
import { type OptionCheck, readOptions } from "../base/options.ts";
import { orderValueOf } from "../counts/collect-order-value.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import { currencyCode, type MoneyOptions, moneyUnit } from "../counts/money-counts.ts";
import type {
  OrderValueBasis,
  OrderValueCounts,
  OrderValueCountsInput,
  RefundDate,
} from "../counts/order-value-counts.ts";
import {
  ORDERS_CHECKS,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "../counts/orders-source.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import {
  type AverageOrderValue,
  averageOrderValueFromCounts,
  measureOrderValue,
} from "./average-order-value.ts";
import type { OrderValueVariant } from "./average-order-value-words.ts";
import { type KpiVariants, sideBySide, type VariantWords } from "./variants.ts";

/**
 * Average order value by every basis that the rows allow, with the reason why each differs.
 *
 * @throws {@link KpiError} `invalid-data` or `currency-mismatch` for rows, `invalid-argument` for an option.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 27, discount: 3 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * const { variants, notComputed } = averageOrderValueVariants(orders, { currency: "EUR" });
 * variants.map(({ variant, exact }) => [variant, exact]); // => [["net", "19.75"], ["gross", "21.25"], ["net-refunds-by-order", "19.75"]]
 * variants[1]?.difference; // => "Counts 42.50 EUR over 2 orders, before discounts and refunds, instead of 39.50 EUR over 2."
 * notComputed[0]?.variant; // => "total"
 */
export function averageOrderValueVariants(
  source: OrdersSource,
  question: OrdersQuestion = {},
): KpiVariants {
  const read = readOrdersAsked(source, readOptions<OrdersQuestion>(question, ORDERS_CHECKS));
  const by = (basis: OrderValueBasis, refundDate: RefundDate): AverageOrderValue => {
    const { counts, options } = orderValueOf(read, basis, refundDate);
    return measureOrderValue(counts, options);
  };
  return sideBySide(
    [
      by("net", "transaction"),
      by("gross", "transaction"),
      by("total", "transaction"),
      by("net", "order"),
      by("total", "order"),
    ],
    orderValueVariantWords,
  );
}

/**
 * The same from the counts of each basis; net revenue is the default.
 *
 * @example
 * const { variants } = averageOrderValueVariantsFromCounts(
 *   { net: { orders: 4, revenue: 80 }, gross: { orders: 5, revenue: 100 } },
 *   { currency: "EUR" },
 * );
 * variants.map(({ variant, value }) => [variant, value]); // => [["net", 20], ["gross", 20]]
 */
export function averageOrderValueVariantsFromCounts(
  counts: OrderValueCountsByVariant,
  options: ConfidenceOptions & MoneyOptions = {},
): KpiVariants {
  const asked = readOptions<ConfidenceOptions & MoneyOptions>(options, {
    ...CONFIDENCE_CHECKS,
    currency: currencyCode,
  });
  const given = readOptions<Readonly<Record<OrderValueVariant, OrderValueCountsInput>>>(counts, {
    ...{ net: asIs, gross: asIs, total: asIs },
    ...{ "net-refunds-by-order": asIs, "total-refunds-by-order": asIs },
  });
  const { net, ...others } = given;
  if (net === undefined) {
    throw argumentError("net", "given: the default basis", undefined, "option-missing");
  }
  const measured = (variant: OrderValueVariant, read: OrderValueCountsInput): AverageOrderValue =>
    averageOrderValueFromCounts(read, { ...asked, ...FORMS[variant] });
  return sideBySide(
    [
      measured("net", net),
      ...OTHERS.flatMap((variant) => {
        const read = others[variant];
        return read === undefined ? [] : [measured(variant, read)];
      }),
    ],
    orderValueVariantWords,
  );
}

/** Counts of each basis that is to stand beside net revenue. */
export interface OrderValueCountsByVariant
  extends Partial<Record<OrderValueVariant, OrderValueCountsInput>> {
  readonly net: OrderValueCountsInput;
}

const OTHERS = ["gross", "total", "net-refunds-by-order", "total-refunds-by-order"] as const;

const FORMS: Readonly<
  Record<OrderValueVariant, { readonly basis: OrderValueBasis; readonly refundDate: RefundDate }>
> = {
  net: { basis: "net", refundDate: "transaction" },
  gross: { basis: "gross", refundDate: "transaction" },
  total: { basis: "total", refundDate: "transaction" },
  "net-refunds-by-order": { basis: "net", refundDate: "order" },
  "total-refunds-by-order": { basis: "total", refundDate: "order" },
};

const asIs: OptionCheck<OrderValueCountsInput> = (value) => value as OrderValueCountsInput; // read in stage 2

type OrderValueCore = ResultCore<OrderValueCounts>;

/** Why each basis differs from the default, and who uses it, in English. */
export const orderValueVariantWords: Readonly<
  Record<OrderValueVariant, VariantWords<OrderValueCounts>>
> = {
  net: {
    difference: () => "The default: items less discounts and refunds, on the day they were given.",
    usedBy: ["Shopify (net sales)"],
  },
  gross: { difference: instead("before discounts and refunds"), usedBy: [] },
  total: { difference: instead("with tax and shipping"), usedBy: [] },
  "net-refunds-by-order": {
    difference: instead("refunds taken off in the period of their order"),
    usedBy: [],
  },
  "total-refunds-by-order": {
    difference: instead("with tax and shipping, refunds taken off in the period of their order"),
    usedBy: [],
  },
};

/* @__NO_SIDE_EFFECTS__ */
function instead(how: string): VariantWords<OrderValueCounts>["difference"] {
  return (core, usual, write) =>
    core.exact === usual.exact
      ? `The same here, ${how}.`
      : `Counts ${money(core, write)} over ${counted(write.count(core.counts.orders), "order")}, ${how}, ` +
        `instead of ${money(usual, write)} over ${write.count(usual.counts.orders)}.`;
}

function money({ counts }: OrderValueCore, write: Writer): string {
  return write.inUnit(counts.revenue ?? "0", moneyUnit(counts));
}
