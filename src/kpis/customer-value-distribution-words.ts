import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { CustomerValueDistribution } from "./value-distribution.ts";

/** The words of a distribution of customer value, per language. */
export interface CustomerValueDistributionWords {
  readonly title: string;
  /** One sentence that can stand alone, also where there is no customer. */
  readonly sentence: string;
  readonly head: readonly string[];
  readonly labels: { readonly warnings: string; readonly assumptions: string };
  readonly assumptions: readonly string[];
}

/** Puts a distribution of customer value into English. */
export function customerValueDistributionWords(
  distribution: CustomerValueDistribution,
  write: Writer,
): CustomerValueDistributionWords {
  const { customers, deciles, topFifth } = distribution;
  return {
    title: "Historical customer lifetime value, distributed over customers",
    sentence: sentenceOf(distribution, write),
    head: ["tenth", "from", "to", "customers", "value", "share of value"],
    labels: { warnings: "Warnings", assumptions: "Assumptions" },
    assumptions: [
      ...(deciles.length === 0
        ? ["Fewer than ten customers are not parted into tenths."]
        : [
            "Tenths are by rank, the least value first; equal values at a border are parted, which changes no sum.",
          ]),
      ...(customers % 5 === 0
        ? []
        : [
            `A fifth of the customers is ${write.number(topFifth.customers, 1)}: the last of them counts in part.`,
          ]),
      ...(customers > 0 && topFifth.shareOfValue.exact === null
        ? ["The value of all is not above 0, so there are no shares of it."]
        : []),
      "The median of an even number of customers is the mean of the two in the middle.",
    ],
  };
}

function sentenceOf(
  { mean, median, customers, topFifth }: CustomerValueDistribution,
  write: Writer,
): string {
  if (mean.exact === null || median.exact === null) return mean.explanation.sentence;
  const money = (exact: string): string => write.inUnit(exact, mean.unit);
  const share = topFifth.shareOfValue.exact;
  const top =
    share === null ? "" : `, and the 20% with the most bring ${write.share(share)} of all value`;
  return `Of ${counted(write.count(customers), "customer")} the mean value is ${money(mean.exact)}, half have at most ${money(median.exact)}${top}.`;
}
