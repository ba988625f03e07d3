import type { GapMethod } from "../counts/collect-gaps.ts";
import type { PurchaseGapCounts } from "../counts/purchase-gap-counts.ts";
import type { Wording } from "../result/definition.ts";
import { capitalise } from "../result/document.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";

/** Every number that formulas of the time between purchases may mention. */
export type GapSymbol =
  | "gapDays"
  | "gaps"
  | "customers"
  | "meanGaps"
  | "lowerMiddle"
  | "upperMiddle"
  | "periodDays"
  | "purchases"
  | "buyers"
  | "halfReached";

const TITLES: Readonly<Record<GapMethod, string>> = {
  "mean-of-gaps": "time between purchases",
  "mean-of-customers": "time between purchases",
  median: "median time between purchases",
  "period-over-frequency": "time between purchases",
  "kaplan-meier": "median time between purchases",
};

/** English words of the time between purchases in all its forms. */
export const gapWords: Wording<PurchaseGapCounts, GapSymbol> = (core, write) => {
  const when = inPeriod(core);
  const method = core.variant as GapMethod; // the words of this KPI's own definitions
  const found = core.reason === undefined ? measured(method, core, write) : withoutGaps(core, when);
  return {
    title: TITLES[method],
    symbols: {
      gapDays: {
        name: "days of all gaps",
        meaning: "days between consecutive purchases, added up",
      },
      gaps: { name: "gaps", meaning: "pairs of consecutive purchases of one customer" },
      customers: { name: "returning customers", meaning: "customers with two purchases or more" },
      meanGaps: {
        name: "mean gaps of customers",
        meaning: "each customer's days per gap, added up over customers",
      },
      lowerMiddle: { name: "lower middle gap", meaning: "in days, the gaps sorted by length" },
      upperMiddle: {
        name: "upper middle gap",
        meaning: "the next one, or the same if their number is odd",
      },
      periodDays: { name: "days of the period", meaning: "days from its start to its end" },
      purchases: { name: "purchases", meaning: `purchases of known customers${when}` },
      buyers: { name: "buyers", meaning: `distinct customers with a purchase${when}` },
      halfReached: {
        name: "days by which half were followed",
        meaning:
          "the first number of days by which the Kaplan-Meier estimate has fallen to one half",
      },
    },
    sentence:
      core.reason !== undefined || when === ""
        ? `${capitalise(found)}.`
        : `Purchases${when}: ${found}.`,
    assumptions: [...sameDay(core.counts), ...ASSUMED[method], ...ordersAssumptions(core)],
  };
};

function measured(method: GapMethod, core: ResultCore<PurchaseGapCounts>, write: Writer): string {
  const { gaps, customers, oneOrderCustomers } = core.counts;
  const value = write.value(core);
  const between = `${counted(write.count(gaps), "gap")} between consecutive purchases`;
  switch (method) {
    case "mean-of-gaps":
      return `over ${between}, ${value} passed on average`;
    case "mean-of-customers":
      return `averaged over ${counted(write.count(customers), "customer")} who came back, ${value} passed between purchases`;
    case "median":
      return `of ${between}, half ${plural(gaps, "was", "were")} shorter than or equal to ${value}`;
    case "period-over-frequency": {
      const buyers = customers + oneOrderCustomers;
      return `${counted(write.count(gaps + buyers), "purchase")} of ${counted(write.count(buyers), "customer")}, spread evenly, would be ${value} apart`;
    }
    case "kaplan-meier":
      return `half of all purchases are followed by the customer's next within ${value}, those not followed yet taken into account`;
  }
}

function withoutGaps(
  { counts, reason, variant }: ResultCore<PurchaseGapCounts>,
  when: string,
): string {
  const none = "so there is no time between purchases";
  switch (reason) {
    case "no-customers":
      return `no customer bought${when}, ${none}`;
    case "not-reached":
      return `fewer than half of the purchases${when} were followed by another so far, so there is no median yet`;
    case "missing-count":
    case "missing-column":
      return `the counts lack what the form "${variant}" needs, ${none} of this form`;
    default:
      return counts.gaps === 0
        ? `no customer bought twice${when}, ${none}`
        : `the counts lack the table of gaps, ${none} of this form`;
  }
}

function sameDay({ question }: PurchaseGapCounts): readonly string[] {
  if (question === null) return [];
  return question.mergeSameDay
    ? ["Orders of one customer on one day are one purchase."]
    : ["Orders of one customer on one day are purchases of their own, with a gap of 0 days."];
}

const ASSUMED: Readonly<Record<GapMethod, readonly string[]>> = {
  "mean-of-gaps": [],
  "mean-of-customers": [],
  median: [],
  "period-over-frequency": [
    "Purchases are taken to be spread evenly over the whole period, also those of customers who joined or left within it.",
  ],
  "kaplan-meier": [
    "Every purchase is followed until the customer's next or until the data end; customers not back yet are taken to be like those watched for longer.",
  ],
};
