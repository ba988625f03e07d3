import type { Faults } from "../base/errors.ts";
import { type AnswersLedger, NO_DAY, NOT_ANSWERED, SURVEYS } from "./answers.ts";
import { daysFrom } from "./column-range.ts";
import { entryDimensions } from "./dimensions.ts";
import { newIdTable } from "./id-table.ts";
import type { RowId, Survey } from "./rows.ts";
import type { Scale } from "./scale.ts";
import { throwRowFaults } from "./throw-row-faults.ts";
import type { WarningLog } from "./warning-log.ts";

/** Answers as they were read or joined: what the ledger is made of. */
export interface AnswerParts {
  readonly timeZone: string;
  readonly scales: Readonly<Partial<Record<Survey, Scale>>>;
  readonly survey: Uint8Array;
  readonly score: Int32Array;
  readonly day: Int32Array | null;
  readonly respondentId: readonly (RowId | undefined)[] | null;
  readonly customerId: readonly (RowId | undefined)[] | null;
  /** Names, values and codes of the dimensions. */
  readonly dimensions: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly codes: readonly Int32Array[];
}

/**
 * Makes a ledger of answers.
 *
 * @throws `invalid-data` with all faults.
 */
export function settleAnswers(
  parts: AnswerParts,
  faults: Faults,
  warnings: WarningLog,
): AnswersLedger {
  throwRowFaults(faults);
  const { survey, score, day, respondentId, customerId } = parts;
  warnRepeatedRespondents(parts, warnings);
  return Object.freeze({
    kind: "answers",
    timeZone: parts.timeZone,
    rows: score.length,
    size: score.length,
    scales: scalesInUse(parts),
    ...{ survey, score, day },
    respondentId: respondentId && Object.freeze(respondentId),
    customerId: customerId && Object.freeze(customerId),
    dimensions: entryDimensions(parts.dimensions, parts.values, parts.codes),
    ...daysFrom([day?.filter((known) => known !== NO_DAY) ?? new Int32Array()]),
    warnings: warnings.list(),
  });
}

function scalesInUse({ scales, survey }: AnswerParts): AnswerParts["scales"] {
  const used = SURVEYS.flatMap((name, code) => {
    const scale = scales[name];
    return scale !== undefined && survey.includes(code)
      ? [[name, Object.freeze(scale)] as const]
      : [];
  });
  return Object.freeze(Object.fromEntries(used));
}

/** Each survey by itself; who did not answer was only asked again. */
function warnRepeatedRespondents(
  { survey, score, respondentId }: AnswerParts,
  warnings: WarningLog,
): void {
  if (respondentId === null) return;
  for (const code of SURVEYS.keys()) {
    if (!survey.includes(code)) continue;
    const table = newIdTable(respondentId);
    for (let row = 0; row < score.length; row += 1) {
      if (survey[row] !== code || score[row] === NOT_ANSWERED) continue;
      const first = table.put(row);
      if (first < 0) continue;
      warnings.add("duplicate-respondent", row, "respondentId", respondentId[row], first);
    }
  }
}
