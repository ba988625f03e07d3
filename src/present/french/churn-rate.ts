import type { RetentionCounts } from "../../counts/retention-counts.ts";
import {
  CHURN_FORMULAS,
  type ChurnVariant,
  hasExposure,
  joinedOf,
  lostOf,
} from "../../kpis/churn-rate-formulas.ts";
import type { RetentionWording } from "../../kpis/retention-words.ts";
import type { NoValueReason } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients, counted } from "./agreement.ts";
import {
  numbersMissing,
  retentionAssumptions,
  retentionPhrases,
  retentionSymbols,
} from "./retention-phrases.ts";
import { fr, typeset } from "./typography.ts";

/** French words of the churn rate in all its forms. */
export const churnWords: RetentionWording = (core, write) => {
  const { counts, reason } = core;
  const variant = core.variant as ChurnVariant; // the words of churn's own definitions
  return {
    title: typeset("taux d'attrition"),
    symbols: retentionSymbols(counts),
    sentence:
      reason === undefined
        ? measured(variant, counts, write.value(core), write)
        : without(variant, counts, reason),
    assumptions: retentionAssumptions(counts),
  };
};

function measured(
  variant: ChurnVariant,
  counts: RetentionCounts,
  value: string,
  write: Writer,
): string {
  const atStart = startOf(counts, write);
  const among = amongStarters(variant, counts, write);
  if (among !== null) return fr`Sur ${atStart}, ${among}, soit un taux d'attrition de ${value}.`;
  if (variant === "counts") {
    const fresh = counted(joinedOf(counts), "nouveau", "nouveaux", write);
    return fr`Avec ${endOf(counts, write)}, dont ${fresh}, et ${atStart}, le taux d'attrition est de ${value}.`;
  }
  const { within } = retentionPhrases(counts);
  const lost = lostOf(counts);
  const gone = `${clients(lost, write)} ${agree(lost, "perdu", "perdus")} ${within}`;
  const against = denominator(variant, counts, write);
  return fr`${gone}, ${agree(lost, "rapporté", "rapportés")} à ${against}, soit un taux d'attrition de ${value}.`;
}

/** What became of some of the customers at the start; `null` for forms that count all losses. */
function amongStarters(
  variant: ChurnVariant,
  counts: RetentionCounts,
  write: Writer,
): string | null {
  const { lost, within } = retentionPhrases(counts);
  switch (variant) {
    case "starters": {
      const gone = counts.customersAtStart - (counts.retainedCustomers ?? 0);
      return `${write.count(gone)} ${lost(gone)}`;
    }
    case "voluntary": {
      const left = counts.voluntaryLostStarters;
      const how = agree(left, "est parti de son plein gré", "sont partis de leur plein gré");
      return `${write.count(left ?? 0)} ${how} ${within}`;
    }
    case "involuntary": {
      const failed = counts.involuntaryLostStarters;
      const how = agree(failed, "a été perdu", "ont été perdus");
      return fr`${write.count(failed ?? 0)} ${how} à la suite d'un échec de paiement ${within}`;
    }
    default:
      return null;
  }
}

/** What all losses are set against. */
function denominator(variant: ChurnVariant, counts: RetentionCounts, write: Writer): string {
  const atStart = startOf(counts, write);
  const joined = counted(joinedOf(counts), "arrivée", "arrivées", write);
  switch (variant) {
    case "mid":
      return `${atStart} et à la moitié de ${joined}`;
    case "start-plus-new":
      return `${atStart} et à ${joined}`;
    case "end":
      return endOf(counts, write);
    case "average":
      return `la moyenne de ${atStart} et de ${endOf(counts, write)}`;
    case "exposure-hazard":
    case "exposure-probability":
      return hasExposure(counts)
        ? `${counted(counts.customerDays, "jour-client", "jours-clients", write)} sur une période de ${counted(counts.periodDays, "jour", "jours", write)}`
        : `la moyenne de ${atStart} et de ${endOf(counts, write)}`;
    default:
      return atStart;
  }
}

function startOf(counts: RetentionCounts, write: Writer): string {
  const { customersAtStart } = counts;
  return `${clients(customersAtStart, write)} ${retentionPhrases(counts).start(customersAtStart)}`;
}

function endOf(counts: RetentionCounts, write: Writer): string {
  const { customersAtEnd } = counts;
  return `${clients(customersAtEnd, write)} ${retentionPhrases(counts).end(customersAtEnd)}`;
}

function without(variant: ChurnVariant, counts: RetentionCounts, reason: NoValueReason): string {
  const form = variant === "starters" ? "" : " sous cette forme";
  return fr`${why(variant, counts, reason)} : il n'y a donc pas de taux d'attrition${form}.`;
}

function why(variant: ChurnVariant, counts: RetentionCounts, reason: NoValueReason): string {
  const { nobodyAtStart, nobodyAtEnd, within } = retentionPhrases(counts);
  if (reason === "no-customers-at-start") return nobodyAtStart;
  if (reason === "no-customers-at-end") return nobodyAtEnd;
  if (reason === "no-customers") return fr`Il n'y a eu aucun client ${within}`;
  return numbersMissing(CHURN_FORMULAS[variant](counts), counts);
}
