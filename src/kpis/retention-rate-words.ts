import {
  type RetentionWording,
  retentionAssumptions,
  retentionPhrases,
  retentionSymbols,
} from "./retention-words.ts";

/** English words of the retention rate. */
export const retentionWords: RetentionWording = ({ counts, reason, ...core }, write) => {
  const value = write.value({ counts, ...core });
  const { start, kept } = retentionPhrases(counts);
  const among = `${write.count(counts.customersAtStart)} customers ${start}`;
  return {
    title: "retention rate",
    symbols: retentionSymbols(counts),
    sentence:
      reason !== undefined
        ? `There were no customers ${start}, so there is no retention rate.`
        : counts.retainedCustomers === null
          ? `With ${write.count(counts.customersAtEnd ?? 0)} customers at the end, ${write.count(counts.newCustomers ?? 0)} of them new, and ${among}: a retention rate of ${value}.`
          : `Of the ${among}, ${write.count(counts.retainedCustomers)} ${kept}: a retention rate of ${value}.`,
    assumptions: retentionAssumptions(counts),
  };
};
