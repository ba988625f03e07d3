import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { NoValueReason } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { RetentionVariant } from "./retention-rate-form.ts";
import { RETENTION_FORMULAS } from "./retention-rate-formulas.ts";
import {
  numbersMissing,
  people,
  type RetentionWording,
  retentionAssumptions,
  retentionPhrases,
  retentionSymbols,
} from "./retention-words.ts";

/** English words of the retention rate in all its forms. */
export const retentionWords: RetentionWording = ({ counts, reason, ...core }, write) => {
  const variant = core.variant as RetentionVariant; // the words of retention's own definitions
  const called = variant === "end-over-start" ? "a ratio of end to start" : "a retention rate";
  return {
    title: variant === "end-over-start" ? "end over start" : "retention rate",
    symbols: retentionSymbols(counts),
    sentence:
      reason === undefined
        ? `${kept(variant, counts, write)}: ${called} of ${write.value({ counts, ...core })}.`
        : `${withoutRetention(variant, counts, reason)}, so there is no retention rate${variant === "cohort" ? "" : " of this form"}.`,
    assumptions: retentionAssumptions(counts),
  };
};

/** What happened, in numbers, up to the value. */
function kept(variant: RetentionVariant, counts: RetentionCounts, write: Writer): string {
  const { start, end, kept } = retentionPhrases(counts);
  const atStart = `${people(counts.customersAtStart, write)} ${start}`;
  const atEnd = `${people(counts.customersAtEnd, write)} ${end}`;
  const fresh = counted(write.count(counts.newCustomers ?? 0), "new one");
  const returned = counts.returnedCustomers ?? 0;
  switch (variant) {
    case "cohort":
    case "repeat-active":
      return `Of the ${atStart}, ${write.count(counts.retainedCustomers ?? 0)} ${kept(counts.retainedCustomers)}`;
    case "counts":
      return `With ${atEnd}, ${fresh}${returned === 0 ? "" : `, ${write.count(returned)} who came back`} and ${atStart}`;
    case "counts-with-returned":
      return `With ${atEnd}, ${fresh} and ${atStart}, those who came back among the kept`;
    case "end-over-start":
      return `With ${atEnd}, new ones among them, and ${atStart}`;
  }
}

function withoutRetention(
  variant: RetentionVariant,
  counts: RetentionCounts,
  reason: NoValueReason,
): string {
  return reason === "no-customers-at-start"
    ? `There were no customers ${retentionPhrases(counts).start}`
    : numbersMissing(RETENTION_FORMULAS[variant](counts), counts);
}
