import { type AnswersLedger, NO_DAY } from "./answers.ts";
import { drawnEntries, entriesByUnit } from "./drawn-entries.ts";
import { pickInts } from "./pick.ts";
import { drawnDimensions, pickBytes } from "./resample-subscriptions.ts";
import type { Resampler } from "./resampler.ts";
import type { RowId } from "./rows.ts";
import { codesOfIds, orderOfIds } from "./unit-order.ts";

/**
 * Draws respondents with all of their answers, known by `respondentId` or else by `customerId`;
 * where rows have neither, single answers.
 */
export function resampleAnswers(ledger: AnswersLedger): Resampler {
  const named = ledger.respondentId ?? ledger.customerId;
  const { unitOf, order } = unitsOf(ledger, named ?? new Array(ledger.size).fill(undefined));
  const byUnit = entriesByUnit(unitOf, order.length);

  const ledgerOf = (draws: Int32Array): AnswersLedger => {
    const { indexes } = drawnEntries(byUnit, pickInts(order, draws));
    const { survey, score, day, dimensions } = ledger;
    return {
      ...ledger,
      size: indexes.length,
      survey: pickBytes(survey, indexes),
      score: pickInts(score, indexes),
      day: day && pickInts(day, indexes),
      ...{ respondentId: null, customerId: null },
      dimensions: drawnDimensions(dimensions, indexes),
      warnings: [],
    };
  };
  return { drawn: named === null ? "answers" : "respondents", size: order.length, ledgerOf };
}

interface AnswerUnits {
  /** The unit of each answer. */
  readonly unitOf: Int32Array;
  /** The units: respondents by id, then nameless answers by survey, score and day. */
  readonly order: Int32Array;
}

function unitsOf(
  { survey, score, day }: AnswersLedger,
  named: readonly (RowId | undefined)[],
): AnswerUnits {
  const { codes, ids } = codesOfIds(named);
  const nameless: number[] = [];
  const unitOf = codes.map((code, at) => (code === -1 ? ids.length + nameless.push(at) - 1 : code));
  const order = new Int32Array(ids.length + nameless.length);
  order.set(orderOfIds(ids));
  const column = (values: ArrayLike<number> | null, at: number): number => values?.[at] ?? NO_DAY;
  const by = (a: number, b: number): number =>
    column(survey, a) - column(survey, b) ||
    column(score, a) - column(score, b) ||
    column(day, a) - column(day, b);
  order.set(
    nameless.sort(by).map((at) => unitOf[at] ?? 0),
    ids.length,
  );
  return { unitOf, order };
}
