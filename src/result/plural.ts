/**
 * An English word by the number it goes with: the first form for 1 alone.
 *
 * @example
 * plural(1, "was", "were"); // => "was"
 * plural("0", "order"); // => "orders"
 */
export function plural(number: number | string, one: string, many = `${one}s`): string {
  return String(number) === "1" ? one : many;
}

/**
 * A written number with its English noun.
 *
 * @example
 * counted("1", "order"); // => "1 order"
 * counted("12,345", "loss", "losses"); // => "12,345 losses"
 */
export function counted(number: string, one: string, many?: string): string {
  return `${number} ${plural(number, one, many)}`;
}
