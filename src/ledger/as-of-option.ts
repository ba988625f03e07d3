import { argumentError } from "../base/errors.ts";
import { expectedMoment, readMoment } from "../base/moment.ts";
import type { OptionCheck } from "../base/options.ts";
import { UTC } from "../base/zone.ts";
import type { DateInput } from "./rows.ts";

/** A check that an option is a day, an instant with its offset or a `Date`. */
export const momentOption: OptionCheck<DateInput> = (value, option) => {
  const code = readMoment(value, UTC, { day: 0, instant: 0 });
  if (code === null) return value as DateInput; // `readMoment` reads nothing else
  const isMissing = code === "field-missing" || code === "field-wrong-type";
  throw argumentError(option, expectedMoment(code), value, isMissing ? "option-wrong-type" : code);
};
