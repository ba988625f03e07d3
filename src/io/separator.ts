/** What may stand between the cells of a CSV file. */
export type Separator = "," | ";" | "\t" | "|";

/** The first is taken where the header does not tell. */
export const SEPARATORS: readonly Separator[] = [",", ";", "\t", "|"];

/**
 * The separator that stands most often in a header line, quoted names apart.
 *
 * @example
 * detectSeparator("customer;date;amount"); // => ";"
 * detectSeparator("\"name, first\"\tscore"); // => "\t"
 * detectSeparator("score"); // => ","
 */
export function detectSeparator(header: string): Separator {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of header) {
    if (character === '"') quoted = !quoted;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const count = (separator: Separator): number => counts.get(separator) ?? 0;
  return SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/**
 * The separator named by a line `sep=;`, as some spreadsheets write it above the header.
 *
 * @example
 * declaredSeparator("sep=;"); // => ";"
 * declaredSeparator("separator"); // => null
 */
export function declaredSeparator(line: string): Separator | null {
  if (line.length > 7 || !line.toLowerCase().startsWith("sep=")) return null;
  return SEPARATORS.find((separator) => line.slice(4).replace("\r", "") === separator) ?? null;
}
