import { newFaults } from "../base/errors.ts";
import { commonDimensions, requireAgreement } from "./agreement.ts";
import { settleAnswers } from "./answer-parts.ts";
import { type AnswersLedger, NO_DAY, SURVEYS } from "./answers.ts";
import { concatIds, concatInts } from "./concat-columns.ts";
import { joinEntryDimensions } from "./join-codes.ts";
import { joinWarnings } from "./join-warnings.ts";
import { newWarningLog } from "./warning-log.ts";

/** Joins ledgers of answers, as if all rows had been read at once. */
export function mergeAnswers(ledgers: readonly AnswersLedger[]): AnswersLedger {
  const zones = ledgers.map(({ timeZone }) => timeZone);
  requireAgreement("timeZone", zones);
  for (const survey of SURVEYS) {
    const scales = ledgers.flatMap((ledger) => ledger.scales[survey] ?? []);
    requireAgreement(
      `scales.${survey}`,
      scales.map(({ min, max }) => `${min} to ${max}`),
    );
  }
  const dimensions = commonDimensions(ledgers);
  const warnings = newWarningLog();
  joinWarnings(ledgers, warnings);
  const sizes = ledgers.map(({ size }) => size);
  const ints = (name: "survey" | "score" | "day", fill: number) =>
    concatInts({ columns: ledgers.map((ledger) => ledger[name]), sizes }, fill);
  const ids = (name: "respondentId" | "customerId") =>
    concatIds({ columns: ledgers.map((ledger) => ledger[name]), sizes });
  return settleAnswers(
    {
      timeZone: zones[0] ?? "UTC",
      scales: Object.assign({}, ...ledgers.map(({ scales }) => scales)),
      survey: Uint8Array.from(ints("survey", 0) ?? []),
      score: ints("score", 0) ?? new Int32Array(),
      day: ints("day", NO_DAY),
      respondentId: ids("respondentId"),
      customerId: ids("customerId"),
      dimensions,
      ...joinEntryDimensions(ledgers, dimensions),
    },
    newFaults(),
    warnings,
  );
}
