const MAX_SHOWN = 80;

/**
 * Writes any value in at most 80 characters, on one line, without calling code of the value's own.
 *
 * @example
 * show("a\nb"); // => "\"a\\nb\""
 * show([1]); // => "a list"
 */
export function show(value: unknown): string {
  switch (typeof value) {
    case "string":
      return shorten(JSON.stringify(value.slice(0, MAX_SHOWN + 1)), MAX_SHOWN);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return shorten(`${value}n`, MAX_SHOWN);
    case "symbol":
      return "a symbol";
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return "a list";
    return value instanceof Date ? "a Date" : "an object";
  } catch {
    return "an object that cannot be read";
  }
}

/** Cuts a text to a length, the last character an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
