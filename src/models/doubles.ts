import { copyOfList } from "../base/options.ts";

/** Whether a value is a column of numbers. What is no view at all is not asked further: a proxy may throw. */
export function isDoubles(value: unknown): value is Float64Array {
  return ArrayBuffer.isView(value) && value instanceof Float64Array;
}

/** A copy of a list or a column of numbers, whose items may still be anything; `null` where it is neither. */
export function copyOfNumbers(given: unknown): readonly unknown[] | null {
  return isDoubles(given) ? [...given] : copyOfList(given, Number.POSITIVE_INFINITY);
}
