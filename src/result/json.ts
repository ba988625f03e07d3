import { Decimal } from "../base/decimal.ts";
import { argumentError, KpiError } from "../base/errors.ts";
import { show } from "../base/show.ts";
import type { KpiResult } from "./kpi-result.ts";
import { displayed } from "./measure.ts";

/**
 * Writes a result as JSON, two blanks a level; every digit is kept in `exact`.
 *
 * @example
 * fromJson(toJson(nps([10, 9, 7, 3]))).value; // => 25
 */
export function toJson(result: KpiResult): string {
  return JSON.stringify(result, null, 2);
}

const MEMBERS = [
  "kpi",
  "variant",
  "version",
  "status",
  "value",
  "exact",
  "unit",
  "interval",
] as const;
const OBJECTS = ["counts", "explanation", "warnings"] as const;

/**
 * Reads a result that `toJson` wrote. It is frozen and shows itself again.
 *
 * @throws {@link KpiError} `invalid-data` for text that is not JSON or not a result.
 */
export function fromJson(text: string): KpiResult {
  const parsed = parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw notAResult("the JSON of one result", parsed);
  }
  for (const member of [...MEMBERS, ...OBJECTS]) {
    if (!Object.hasOwn(parsed, member)) throw notAResult(`a result with \`${member}\``, parsed);
  }
  const result = parsed as KpiResult; // has the members of one; `toJson` wrote their contents
  for (const member of OBJECTS) {
    if (typeof result[member] !== "object") throw notAResult(`\`${member}\` of a result`, parsed);
  }
  return displayed(result);
}

function parse(text: string): unknown {
  if (typeof text !== "string") {
    throw argumentError("text", "the text that `toJson` wrote", text, "option-wrong-type");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw notAResult("JSON", text);
  }
}

function notAResult(expected: string, received: unknown): KpiError {
  const message = `Expected ${expected}, as \`toJson\` writes it; received ${show(received)}.`;
  return new KpiError("invalid-data", message, [
    { code: "json-format", message, expected, received: show(received) },
  ]);
}

/**
 * The value of a result as a decimal.js number of 40 digits, or `null` without a value.
 *
 * @example
 * toDecimal(nps([10, 9, 7, 3]))?.plus(1).toString(); // => "26"
 */
export function toDecimal(result: Pick<KpiResult, "exact">): Decimal | null {
  return result.exact === null ? null : new Decimal(result.exact);
}
