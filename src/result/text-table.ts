import { wrap } from "./wrap.ts";

const GAP = "  ";
/** No column is made narrower than this to fit the page. */
const NARROWEST = 10;
/** A longer word does not keep its column wide. */
const LONGEST_WORD = 40;

/**
 * Lays a table out as text: numbers to the right, the widest columns broken over several lines where
 * the page is too narrow for them, and words only where nothing else helps. A table of more columns than fit goes on below, with its first
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
  const natural = widthsOf(lines, (text) => text.length);
  const whole = widthsOf(lines, (text) => Math.max(NARROWEST, longestWord(text)));
  const broken = natural.map(() => NARROWEST);
  const widths = fitting(fitting(natural, whole, numeric, width), broken, numeric, width);
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

/** The most that any cell of each column needs. */
function widthsOf(
  lines: readonly (readonly string[])[],
  need: (text: string) => number,
): readonly number[] {
  const columns = lines[0]?.length ?? 0;
  const widths = new Array<number>(columns).fill(0);
  for (const cells of lines) {
    for (let at = 0; at < columns; at += 1) {
      widths[at] = Math.max(widths[at] ?? 0, need(cells[at] ?? ""));
    }
  }
  return widths;
}

function longestWord(text: string): number {
  const longest = text.split(" ").reduce((most, word) => Math.max(most, word.length), 0);
  return Math.min(LONGEST_WORD, longest);
}

/** Takes characters from the widest column of words that may still give some, until the table fits. */
function fitting(
  natural: readonly number[],
  least: readonly number[],
  numeric: readonly number[],
  width: number,
): readonly number[] {
  const widths = [...natural];
  const gaps = GAP.length * (widths.length - 1);
  let over = widths.reduce((sum, cell) => sum + cell, gaps) - width;
  while (over > 0) {
    let widest = -1;
    for (const [at, cell] of widths.entries()) {
      const gives = !numeric.includes(at) && cell > (least[at] ?? 0);
      if (gives && cell > (widths[widest] ?? 0)) widest = at;
    }
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}

/** The lines of a cell; a word that is wider than its column goes on in the next line. */
function linesOf(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  const words = text.split(" ").flatMap((word) => chopped(word, width));
  return wrap(words.join(" "), width, "").split("\n");
}

function chopped(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  let piece = "";
  const pieces: string[] = [];
  for (const sign of word) {
    if (piece.length + sign.length > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return [...pieces, piece];
}

function rowText(
  cells: readonly string[],
  widths: readonly number[],
  numeric: readonly number[],
): string {
  const broken = widths.map((width, at) => linesOf(cells[at] ?? "", width));
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
