import { twoDigits, ZERO } from "./day.ts";
import type { IssueCode } from "./issue.ts";

/**
 * Reads what follows the date of an instant, to the end of the text: `T` or a blank, hours and
 * minutes, optionally seconds and a fraction, then the offset.
 *
 * @returns Milliseconds after midnight UTC of the date (below 0 or above a day, where the offset
 * leads out of it), or the code of what is wrong.
 * @example
 * timeOfDay("2025-03-01T10:00:00.5Z", 10); // => 36000500
 * timeOfDay("2025-03-01 00:30 +0100", 10); // => -1800000
 * timeOfDay("2025-03-01T10:00:00", 10); // => "date-ambiguous"
 */
export function timeOfDay(text: string, from: number): number | IssueCode {
  const separator = text.charCodeAt(from);
  if (separator !== T && separator !== SMALL_T && separator !== BLANK) return "date-format";
  const hour = twoDigits(text, from + 1);
  const minute = twoDigits(text, from + 4);
  if (hour < 0 || minute < 0 || text.charCodeAt(from + 3) !== COLON) return "date-format";
  let at = from + 6;
  let second = 0;
  let milliseconds = 0;
  if (text.charCodeAt(at) === COLON) {
    second = twoDigits(text, at + 1);
    if (second < 0) return "date-format";
    at += 3;
    if (text.charCodeAt(at) === POINT) {
      const point = at;
      let weight = 100;
      for (at += 1; at < text.length; at += 1) {
        const digit = text.charCodeAt(at) ^ ZERO;
        if (digit > 9) break;
        milliseconds += digit * weight;
        weight = Math.floor(weight / 10); // digits after the third are cut off
      }
      if (at === point + 1) return "date-format";
    }
  }
  if (hour > 23 || minute > 59 || second > 59) return "date-invalid";
  const offset = readOffset(text, at);
  if (typeof offset === "string") return offset;
  return ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
}

const T = 0x54;
const SMALL_T = 0x74;
const BLANK = 0x20;
const COLON = 0x3a;
const POINT = 0x2e;
const PLUS = 0x2b;
const MINUS = 0x2d;
const Z = 0x5a;
const SMALL_Z = 0x7a;

/** No zone was ever further from UTC than this. */
const LARGEST_OFFSET = 14 * 60;

/** Minutes east of UTC: `Z`, `UTC`, `+01:00`, `+0100` or `+01`, also after a blank. */
function readOffset(text: string, from: number): number | IssueCode {
  const { length } = text;
  if (from === length) return "date-ambiguous";
  let at = text.charCodeAt(from) === BLANK ? from + 1 : from;
  const sign = text.charCodeAt(at);
  if (sign === Z || sign === SMALL_Z) return at + 1 === length ? 0 : "date-format";
  if (sign !== PLUS && sign !== MINUS) {
    return at + 3 === length && text.endsWith("UTC") ? 0 : "date-format";
  }
  const hours = twoDigits(text, at + 1);
  let minutes = 0;
  at += 3;
  if (at < length) {
    if (text.charCodeAt(at) === COLON) at += 1;
    minutes = twoDigits(text, at);
    at += 2;
  }
  if (hours < 0 || minutes < 0 || at !== length) return "date-format";
  const offset = hours * 60 + minutes;
  if (minutes > 59 || offset > LARGEST_OFFSET) return "date-invalid";
  return sign === PLUS ? offset : -offset;
}
