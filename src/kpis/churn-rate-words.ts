import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { NoValueReason } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import {
  CHURN_FORMULAS,
  type ChurnVariant,
  hasExposure,
  joinedOf,
  lostOf,
} from "./churn-rate-formulas.ts";
import {
  numbersMissing,
  people,
  type RetentionWording,
  retentionAssumptions,
  retentionPhrases,
  retentionSymbols,
} from "./retention-words.ts";

/** English words of the churn rate in all its forms. */
export const churnWords: RetentionWording = ({ counts, reason, ...core }, write) => {
  const variant = core.variant as ChurnVariant; // the words of churn's own definitions
  return {
    title: "churn rate",
    symbols: retentionSymbols(counts),
    sentence:
      reason === undefined
        ? `${churned(variant, counts, write)}: a churn rate of ${write.value({ counts, ...core })}.`
        : `${withoutChurn(variant, counts, reason)}, so there is no churn rate${variant === "starters" ? "" : " of this form"}.`,
    assumptions: retentionAssumptions(counts),
  };
};

/** What happened, in numbers, up to the value. */
function churned(variant: ChurnVariant, counts: RetentionCounts, write: Writer): string {
  const { start, end, lost, within } = retentionPhrases(counts);
  const atStart = `${people(counts.customersAtStart, write)} ${start}`;
  const atEnd = `${write.count(counts.customersAtEnd ?? 0)} ${end}`;
  const joined = write.count(joinedOf(counts));
  const mean = `the mean of ${atStart} and ${atEnd}`;
  const lostCustomers = lostOf(counts);
  const gone = `${people(lostCustomers, write)} ${plural(lostCustomers, "was", "were")} lost ${within}, set against`;
  switch (variant) {
    case "starters": {
      const { customersAtStart, retainedCustomers } = counts;
      const lostStarters = customersAtStart - (retainedCustomers ?? 0);
      return `Of the ${atStart}, ${write.count(lostStarters)} ${lost(lostStarters)}`;
    }
    case "counts":
      return `With ${people(counts.customersAtEnd, write)} ${end}, ${counted(joined, "new one")} and ${atStart}`;
    case "all":
      return `${gone} the ${atStart}`;
    case "average":
      return `${gone} ${mean}`;
    case "mid":
      return `${gone} the ${atStart} and half of the ${joined} who joined`;
    case "start-plus-new":
      return `${gone} the ${atStart} and the ${joined} who joined`;
    case "end":
      return `${gone} the ${people(counts.customersAtEnd, write)} ${end}`;
    case "exposure-hazard":
    case "exposure-probability":
      return hasExposure(counts)
        ? `${gone} ${counted(write.count(counts.customerDays ?? 0), "day")} as customers in ${counted(write.count(counts.periodDays ?? 0), "day")}`
        : `${gone} ${mean}`;
    case "voluntary":
      return `Of the ${atStart}, ${write.count(counts.voluntaryLostStarters ?? 0)} left by their own will ${within}`;
    case "involuntary":
      return `Of the ${atStart}, ${counted(write.count(counts.involuntaryLostStarters ?? 0), "was", "were")} lost to a failed payment ${within}`;
  }
}

function withoutChurn(
  variant: ChurnVariant,
  counts: RetentionCounts,
  reason: NoValueReason,
): string {
  const { start, end, within } = retentionPhrases(counts);
  if (reason === "no-customers-at-start") return `There were no customers ${start}`;
  if (reason === "no-customers-at-end") return `There were no customers ${end}`;
  if (reason === "no-customers") return `There were no customers ${within}`;
  return numbersMissing(CHURN_FORMULAS[variant](counts), counts);
}
