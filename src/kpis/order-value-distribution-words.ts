import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { OrderValueDistribution } from "./order-value-distribution-shape.ts";

/** The figures of a distribution of order value, as a table names them. */
export type OrderValueFigure =
  | ("mean" | "trimmedMean" | "smallest" | "largest")
  | ("lowerQuartile" | "median" | "upperQuartile");

/** The words of a distribution of order value, per language. */
export interface OrderValueDistributionWords {
  readonly title: string;
  /** One sentence that can stand alone, also where there is no order. */
  readonly sentence: string;
  readonly head: readonly [figure: string, value: string];
  readonly figures: Readonly<Record<OrderValueFigure, string>>;
  readonly labels: { readonly warnings: string; readonly assumptions: string };
  readonly assumptions: readonly string[];
}

/** Puts a distribution of order value into English. */
export function orderValueDistributionWords(
  distribution: OrderValueDistribution,
  write: Writer,
): OrderValueDistributionWords {
  const { basis, trim, spread } = distribution;
  const share = write.share(trim);
  const { orders } = spread.trimmed;
  return {
    title: "Order value, distributed over orders",
    sentence: sentenceOf(distribution, write),
    head: ["figure", "value"],
    figures: {
      mean: "mean",
      trimmedMean: `mean without ${share} at each end`,
      smallest: "smallest",
      lowerQuartile: "lower quartile",
      median: "median",
      upperQuartile: "upper quartile",
      largest: "largest",
    },
    labels: { warnings: "Warnings", assumptions: "Assumptions" },
    assumptions: [
      `Basis: ${basis}. ${basis === "gross" ? "No refund is taken off." : "Refunds are taken off the order that they name, whenever they were given."}`,
      `The trimmed mean is of ${counted(write.count(orders), "order")}: ${share} of all are left out at each end, as far as these are whole orders.`,
      "Quartiles lie between two orders in proportion to the rank (definition 7 of Hyndman and Fan).",
      ...(spread.fullyRefundedOrders === 0
        ? []
        : [`Orders refunded in full were left out: ${write.count(spread.fullyRefundedOrders)}.`]),
      ...(spread.looseRefunds === 0
        ? []
        : [
            `Refunds that name no order among the rows were taken off none: ${write.count(spread.looseRefunds)}.`,
          ]),
    ],
  };
}

function sentenceOf(
  { orders, mean, median, reason, unit, basis }: OrderValueDistribution,
  write: Writer,
): string {
  if (reason === "missing-column") {
    return `The rows lack a column that the basis "${basis}" needs, so there is no distribution.`;
  }
  if (mean.exact === null || median.exact === null) {
    return "There were no orders, so there is no distribution of their value.";
  }
  const [average, middle] = [mean.exact, median.exact].map((exact) => write.inUnit(exact, unit));
  return `Of ${counted(write.count(orders), "order")} the mean value is ${average}, and half are worth at most ${middle}.`;
}
