import type { RetentionCounts } from "../../counts/retention-counts.ts";
import type { RetentionVariant } from "../../kpis/retention-rate-form.ts";
import { RETENTION_FORMULAS } from "../../kpis/retention-rate-formulas.ts";
import type { RetentionWording } from "../../kpis/retention-words.ts";
import type { NoValueReason } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { clients, counted } from "./agreement.ts";
import {
  numbersMissing,
  retentionAssumptions,
  retentionPhrases,
  retentionSymbols,
} from "./retention-phrases.ts";
import { fr } from "./typography.ts";

/** French words of the retention rate in all its forms. */
export const retentionWords: RetentionWording = (core, write) => {
  const { counts, reason } = core;
  const variant = core.variant as RetentionVariant; // the words of retention's own definitions
  return {
    title: variant === "end-over-start" ? "rapport fin sur début" : "taux de rétention",
    symbols: retentionSymbols(counts),
    sentence:
      reason === undefined
        ? measured(variant, counts, write.value(core), write)
        : without(variant, counts, reason),
    assumptions: retentionAssumptions(counts),
  };
};

function measured(
  variant: RetentionVariant,
  counts: RetentionCounts,
  value: string,
  write: Writer,
): string {
  const { customersAtStart, retainedCustomers, customersAtEnd } = counts;
  const { start, end, kept } = retentionPhrases(counts);
  const atStart = `${clients(customersAtStart, write)} ${start(customersAtStart)}`;
  const atEnd = `${clients(customersAtEnd, write)} ${end(customersAtEnd)}`;
  const fresh = counted(counts.newCustomers, "nouveau", "nouveaux", write);
  const returned = counted(counts.returnedCustomers, "revenu", "revenus", write);
  switch (variant) {
    case "cohort":
    case "repeat-active":
      return fr`Sur ${atStart}, ${write.count(retainedCustomers ?? 0)} ${kept(retainedCustomers)}, soit un taux de rétention de ${value}.`;
    case "counts": {
      const and = (counts.returnedCustomers ?? 0) === 0 ? "" : ` et ${returned}`;
      return fr`Avec ${atEnd}, dont ${fresh}${and}, et ${atStart}, le taux de rétention est de ${value}.`;
    }
    case "counts-with-returned":
      return fr`Avec ${atEnd}, dont ${fresh}, et ${atStart}, les clients revenus comptant parmi les conservés, le taux de rétention est de ${value}.`;
    case "end-over-start":
      return fr`Avec ${atEnd}, nouveaux compris, et ${atStart}, le rapport de la fin au début est de ${value}.`;
  }
}

function without(
  variant: RetentionVariant,
  counts: RetentionCounts,
  reason: NoValueReason,
): string {
  const why =
    reason === "no-customers-at-start"
      ? retentionPhrases(counts).nobodyAtStart
      : numbersMissing(RETENTION_FORMULAS[variant](counts), counts);
  const form = variant === "cohort" ? "" : " sous cette forme";
  return fr`${why} : il n'y a donc pas de taux de rétention${form}.`;
}
