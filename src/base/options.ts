import { closest } from "./closest.ts";
import { argumentError, KpiError } from "./errors.ts";
import { gather } from "./gather.ts";
import { show } from "./show.ts";

/** Checks one option's value and returns it typed; throws `argumentError` otherwise. */
export type OptionCheck<Value> = (value: unknown, option: string) => Value;

/** One check per known option. */
export type OptionChecks<Options> = {
  readonly [Name in keyof Options]-?: OptionCheck<Exclude<Options[Name], undefined>>;
};

/**
 * Reads an option object: own members only, each read once, unknown names refused with the
 * closest known one, and every fault named. Absent and `undefined` members are left out of the answer, which has no
 * prototype, so that nothing put on `Object.prototype` is taken for an option.
 *
 * @param within - The option that these are members of, where they are.
 * @throws {@link KpiError} `invalid-argument` naming each option that is wrong.
 */
export function readOptions<Options extends object>(
  options: unknown,
  checks: OptionChecks<Options>,
  within?: string,
): Partial<Options> {
  const read: Partial<Options> = Object.create(null);
  if (options === undefined) return read;
  const { attempt, close } = gather();
  for (const [name, value] of ownMembers(options, within)) {
    const path = within === undefined ? name : `${within}.${name}`;
    attempt(() => {
      if (!Object.hasOwn(checks, name)) throw unknownOption(name, path, Object.keys(checks));
      if (value === undefined) return;
      const known = name as keyof Options & string; // `checks` has it as an own key
      read[known] = checks[known](value, path) as Options[typeof known];
    });
  }
  close();
  return read;
}

/**
 * The own members of an object of options, each read once. What holds its content otherwise, such
 * as a `Map` or a `Date`, would look empty and is refused.
 */
export function ownMembers(
  options: unknown,
  within?: string,
): readonly (readonly [name: string, value: unknown])[] {
  let reading = within ?? "options";
  try {
    if (typeof options === "object" && options !== null && !Array.isArray(options)) {
      const names = Object.keys(options);
      if (names.length > 0 || isPlain(options)) {
        return names.map((name) => {
          reading = within === undefined ? name : `${within}.${name}`;
          return [name, (options as Readonly<Record<string, unknown>>)[name]] as const;
        });
      }
    }
  } catch {
    const received = reading === (within ?? "options") ? options : undefined;
    throw argumentError(reading, "a value that can be read", received, "option-unreadable");
  }
  const expected =
    within === undefined && Array.isArray(options)
      ? "an object with named options; rows come before it"
      : "an object with named options";
  throw argumentError(reading, expected, options, "option-wrong-type");
}

/** Whether nothing but `Object.prototype`, also that of another realm, is behind an object. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A copy of a list of at most so many items; `null` for anything else, and what cannot be read. */
export function copyOfList(value: unknown, most: number): readonly unknown[] | null {
  try {
    return Array.isArray(value) && value.length <= most ? Array.from(value) : null;
  } catch {
    return null;
  }
}

/** Whether a value is an object and no list; a revoked proxy may be one. */
export function isRecord(value: unknown): value is object {
  try {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return true;
  }
}

function unknownOption(name: string, path: string, known: readonly string[]): KpiError {
  const close = closest(name, known);
  const message =
    `There is no option ${show(path)}.` +
    (close === null ? ` The options here are ${known.join(", ")}.` : ` Did you mean \`${close}\`?`);
  return new KpiError("invalid-argument", message, [
    { code: "option-unknown", message, option: path, received: show(path) },
  ]);
}

/** A check that a value is one of a few words. */
/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const Word extends string>(words: readonly Word[]): OptionCheck<Word> {
  return (value, option) => {
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const code = typeof value === "string" ? "option-out-of-range" : "option-wrong-type";
    throw argumentError(option, words.map((word) => `"${word}"`).join(" or "), value, code);
  };
}

/** A check that a value is a finite number within bounds, both included. */
/* @__NO_SIDE_EFFECTS__ */
export function numberWithin(least: number, most: number, expected: string): OptionCheck<number> {
  return (value, option) => {
    if (typeof value !== "number")
      throw argumentError(option, expected, value, "option-wrong-type");
    if (value >= least && value <= most) return value;
    throw argumentError(option, expected, value);
  };
}

/** A check that a value is a whole number from `least` to `most`. */
/* @__NO_SIDE_EFFECTS__ */
export function wholeNumber(
  least: number,
  expected: string,
  most: number = Number.MAX_SAFE_INTEGER,
): OptionCheck<number> {
  return (value, option) => {
    if (typeof value !== "number")
      throw argumentError(option, expected, value, "option-wrong-type");
    if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
    throw argumentError(option, expected, value);
  };
}

/** A check that a value is `true` or `false`. */
export const yesOrNo: OptionCheck<boolean> = (value, option) => {
  if (typeof value === "boolean") return value;
  throw argumentError(option, "true or false", value, "option-wrong-type");
};
