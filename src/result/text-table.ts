import { wrap } from "./wrap.ts";

const GAP = "  ";
/** No column is made narrower than this to fit the page. */
const NARROWEST = 10;

/**
 * Lays a table out as text: numbers to the right, the widest columns broken over several lines where
 * the page is too narrow for them. A table of more columns than fit goes on below, with its first
 * column again.
 *
 * @example
 * textTable([["a", "n"], ["one two", "1"]], [1], 100); // => "a        n\n-------  -\none two  1"
 */
export function textTable(
  lines: readonly (readonly string[])[],
  numeric: readonly number[],
  width: number,
): string {
  const widths = fitting(naturalWidths(lines), numeric, width);
  const fits = columnsThatFit(widths, width);
  if (fits < widths.length) {
    const first = widths.map((_, at) => at < fits);
    const rest = widths.map((_, at) => at === 0 || at >= fits);
    return [first, rest].map((kept) => part(lines, numeric, width, kept)).join("\n\n");
  }
  const [head = "", ...rows] = lines.map((cells) => rowText(cells, widths, numeric));
  const rule = widths.map((cell) => "-".repeat(cell)).join(GAP);
  return [head, rule, ...rows].join("\n");
}

/** At least the first column and one more, so that every part takes the table further. */
function columnsThatFit(widths: readonly number[], width: number): number {
  let used = -GAP.length;
  const over = widths.findIndex((cell) => {
    used += GAP.length + cell;
    return used > width;
  });
  return over === -1 ? widths.length : Math.min(widths.length, Math.max(2, over));
}

/** The table of some of the columns. */
function part(
  lines: readonly (readonly string[])[],
  numeric: readonly number[],
  width: number,
  kept: readonly boolean[],
): string {
  const places = kept.flatMap((isKept, at) => (isKept ? [at] : []));
  return textTable(
    lines.map((cells) => places.map((at) => cells[at] ?? "")),
    places.flatMap((at, place) => (numeric.includes(at) ? [place] : [])),
    width,
  );
}

function naturalWidths(lines: readonly (readonly string[])[]): readonly number[] {
  const columns = lines[0]?.length ?? 0;
  const widths = new Array<number>(columns).fill(0);
  for (const cells of lines) {
    for (let at = 0; at < columns; at += 1) {
      widths[at] = Math.max(widths[at] ?? 0, (cells[at] ?? "").length);
    }
  }
  return widths;
}

/** Takes characters from the widest column of words until the table fits. */
function fitting(
  natural: readonly number[],
  numeric: readonly number[],
  width: number,
): readonly number[] {
  const widths = [...natural];
  const gaps = GAP.length * (widths.length - 1);
  let over = widths.reduce((sum, cell) => sum + cell, gaps) - width;
  while (over > 0) {
    const widest = widths.reduce(
      (best, cell, at) => (!numeric.includes(at) && cell > (widths[best] ?? 0) ? at : best),
      widths.findIndex((_, at) => !numeric.includes(at)),
    );
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}

function rowText(
  cells: readonly string[],
  widths: readonly number[],
  numeric: readonly number[],
): string {
  const broken = widths.map((width, at) => wrap(cells[at] ?? "", width, "").split("\n"));
  const height = broken.reduce((most, lines) => Math.max(most, lines.length), 1);
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, at) => {
        const text = broken[at]?.[line] ?? "";
        return numeric.includes(at) ? text.padStart(width) : text.padEnd(width);
      })
      .join(GAP)
      .trimEnd(),
  ).join("\n");
}
