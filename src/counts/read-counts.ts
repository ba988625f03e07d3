import { argumentError, KpiError } from "../base/errors.ts";
import { gather } from "../base/gather.ts";
import {
  copyOfList,
  isRecord,
  type OptionCheck,
  oneOf,
  ownMembers,
  readOptions,
} from "../base/options.ts";
import { readPeriod } from "../base/period.ts";

/** A check for each member of counts; a member may also be `null`: not known. */
export type CountsOf<Counts> = {
  readonly [Name in keyof Counts]-?: OptionCheck<Exclude<Counts[Name], null | undefined>>;
};

/**
 * Reads counts typed by hand or parsed from JSON: own members only, each checked, unknown ones
 * refused, required ones missed. The answer is a fresh object, so freezing a result never touches
 * the caller's.
 *
 * @throws {@link KpiError} `invalid-argument` naming each member that is wrong.
 */
export function readCounts<Counts extends { readonly kind?: string; readonly question?: unknown }>(
  input: unknown,
  kind: string,
  fields: CountsOf<Omit<Counts, "kind" | "question">>,
  required: readonly (keyof Counts & string)[],
): Counts {
  if (!isRecord(input)) {
    const members = (required.length > 0 ? required : Object.keys(fields)).join(", ");
    const code = input === undefined || input === null ? "option-missing" : "option-wrong-type";
    throw argumentError("counts", `an object with ${members}`, input, code);
  }
  const checks: Record<string, OptionCheck<unknown>> = {
    kind: kindIs(kind),
    question: askedCheck,
  };
  for (const [name, check] of Object.entries(fields)) {
    // A check accepts `unknown`; `null` says that the number is not known.
    const known = check as OptionCheck<unknown>;
    const isRequired = required.some((needed) => needed === name);
    checks[name] = (value, member) => {
      if (value !== null) return known(value, member);
      return isRequired ? notGiven(null, member, known) : null;
    };
  }
  return readRecord(input, checks, required) as Counts; // each was checked by the field of its name
}

/** Reads the members of a record as {@link readOptions} does, and names those that are not given as well. */
export function readRecord(
  input: unknown,
  checks: Readonly<Record<string, OptionCheck<unknown>>>,
  required: readonly string[],
  within?: string,
): Readonly<Record<string, unknown>> {
  const members = ownMembers(input, within);
  const { attempt, close } = gather();
  const read = attempt(() =>
    readOptions<Record<string, unknown>>(Object.fromEntries(members), checks, within),
  );
  for (const name of required) {
    if (members.some(([given, value]) => given === name && value !== undefined)) continue;
    const member = within === undefined ? name : `${within}.${name}`;
    attempt(() => notGiven(undefined, member, checks[name]));
  }
  close();
  return read ?? {};
}

/** Refuses a member that is not there in the words of its check. */
function notGiven(value: unknown, member: string, check?: OptionCheck<unknown>): never {
  const expected = check && expectedBy(check, member);
  const given = expected === undefined ? "given" : `given: ${expected}`;
  throw argumentError(member, given, value, "option-missing");
}

function expectedBy(check: OptionCheck<unknown>, member: string): string | undefined {
  try {
    check(undefined, member);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof KpiError) return refusal.issues[0]?.expected;
    throw refusal;
  }
}

function kindIs(kind: string): OptionCheck<unknown> {
  return (value, member) => {
    if (value === kind) return value;
    throw argumentError(member, `"${kind}" for this KPI`, value);
  };
}

const source = /* @__PURE__ */ oneOf(["orders", "subscriptions", "answers", "cohorts"]);

/** A check for the question that counts carry: plain data that names its source and its periods. */
export const askedCheck: OptionCheck<unknown> = (value, member) => {
  const copy = plainCopy(value, member);
  if (copy === null) return null;
  const asked = Object.fromEntries(ownMembers(copy, member));
  source(asked["source"], `${member}.source`);
  for (const name of ["period", "baseline"]) {
    if (!Object.hasOwn(asked, name) || asked[name] === null) continue;
    asked[name] = readPeriod(asked[name], { option: `${member}.${name}` });
  }
  return asked;
};

/** The deepest question has a period inside: three levels. */
const DEEPEST = 4;

/** A copy of plain data: text, numbers, lists and objects of them, not deep. */
export function plainCopy(value: unknown, member: string, depth = 0): unknown {
  if (typeof value !== "object" || value === null) {
    if (typeof value !== "function" && typeof value !== "symbol") return value;
  } else if (depth < DEEPEST) {
    const list = copyOfList(value, LONGEST_LIST);
    if (list !== null) return list.map((item) => plainCopy(item, member, depth + 1));
    const members = ownMembers(value, member);
    return Object.fromEntries(
      members.map(([key, item]) => [key, plainCopy(item, member, depth + 1)]),
    );
  }
  throw argumentError(member, "plain data as counts carry it", value, "option-wrong-type");
}

const LONGEST_LIST = 1_000_000;

/** A check for a number of things: whole, from 0 up to what a double counts exactly. */
export const wholeCount: OptionCheck<number> = (value, member) => {
  if (typeof value !== "number") {
    throw argumentError(member, "a whole number", value, "option-wrong-type");
  }
  if (Number.isSafeInteger(value) && value >= 0) return value === 0 ? 0 : value;
  throw argumentError(member, "a whole number from 0 on", value);
};

/** Digits an exact sum may have; more than any ledger can produce. */
const LONGEST_SUM = 80;

/** A check for an exact sum of money: a number, or text such as `-12.50`. The answer is text. */
export const exactAmount: OptionCheck<string> = (value, member) => {
  if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw argumentError(member, "text, since a number of this size is not exact", value);
  }
  const text = typeof value === "number" && Number.isFinite(value) ? plainNumber(value) : value;
  if (typeof text !== "string") {
    throw argumentError(member, 'a number or text such as "12.50"', value, "option-wrong-type");
  }
  if (text.length <= LONGEST_SUM && /^-?\d+(?:\.\d+)?$/.test(text)) return text;
  throw argumentError(member, 'text such as "12.50"', value, "number-format");
};

/** A number without an exponent, where it needs at most 20 decimals; else it stays and is refused. */
function plainNumber(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const [digits = "", exponent] = text.split("e-");
  if (exponent === undefined) return text;
  const decimals = Number(exponent) + (digits.split(".")[1] ?? "").length;
  return decimals <= 20 ? value.toFixed(decimals) : text;
}
