import { argumentError, type Faults, newFaults } from "../base/errors.ts";
import { isRecord, type OptionCheck, oneOf, readOptions } from "../base/options.ts";
import { UTC, type Zone, zoneOf } from "../base/zone.ts";
import { SURVEYS } from "./answers.ts";
import { momentOption } from "./as-of-option.ts";
import { dimensionNames, newValueCodes, type ValueCodes } from "./dimensions.ts";
import { type MomentReader, newMomentReader } from "./moment-cells.ts";
import type { DateInput, Survey, SurveyAnswer } from "./rows.ts";
import { type Scale, scaleOption } from "./scale.ts";
import { newWarningLog, type WarningLog } from "./warning-log.ts";

/** The members of a row of answers that are read whatever the options. */
export const ANSWER_FIELDS: readonly (keyof SurveyAnswer)[] = [
  ...(["score", "survey", "respondentId", "customerId", "date"] as const),
];

/** The scale of each survey. */
export type Scales = Readonly<Partial<Record<Survey, Scale>>>;

/** All that is known and gathered while answers are read. */
export interface AnswerContext {
  readonly zone: Zone;
  /** The survey that all rows answer, or undefined if each says so itself. */
  readonly survey: Survey | undefined;
  readonly scales: Scales;
  /** Names of the dimensions. */
  readonly dimensions: readonly string[];
  readonly faults: Faults;
  readonly warnings: WarningLog;
  /** One a dimension. */
  readonly values: readonly ValueCodes[];
  readonly moments: MomentReader;
}

interface CheckedOptions {
  readonly survey: Survey;
  readonly scale: Scale;
  readonly scales: Scales;
  readonly timeZone: Zone;
  readonly dimensions: readonly string[];
  readonly asOf: DateInput;
}

/** Reads the options of a ledger of answers. */
export function newAnswerContext(options: unknown): AnswerContext {
  const checked = readOptions<CheckedOptions>(options, {
    survey: oneOf(SURVEYS),
    scale: scaleOption,
    scales: scalesOption,
    timeZone: zoneOf,
    dimensions: dimensionNames(ANSWER_FIELDS),
    asOf: momentOption,
  });
  const { survey, scale, timeZone: zone = UTC, dimensions = [], asOf } = checked;
  if (scale !== undefined && survey === undefined) {
    throw argumentError(
      "survey",
      "given with `scale`; without it there are `scales`",
      survey,
      "option-missing",
    );
  }
  const faults = newFaults();
  const warnings = newWarningLog();
  return {
    ...{ zone, survey, dimensions, faults, warnings },
    scales: {
      ...USUAL_SCALES,
      ...checked.scales,
      ...(survey === undefined || scale === undefined ? {} : { [survey]: scale }),
    },
    values: dimensions.map(newValueCodes),
    moments: newMomentReader(zone, asOf, faults, warnings),
  };
}

/** The two questions of CES have different scales, so it has none of its own. */
const USUAL_SCALES: Scales = { nps: { min: 0, max: 10 }, csat: { min: 1, max: 5 } };

const scalesOption: OptionCheck<Scales> = (value, option) => {
  if (!isRecord(value)) {
    throw argumentError(
      option,
      "an object such as { csat: { min: 1, max: 5 } }",
      value,
      "option-wrong-type",
    );
  }
  const checks = { nps: scaleOption, csat: scaleOption, ces: scaleOption };
  return readOptions<Required<Scales>>(value, checks, option);
};
