/** The first line of a file that is not blank, and how lines end. */
export interface FirstLine {
  readonly text: string;
  /** Where the line begins. */
  readonly from: number;
  readonly newline: "\n" | "\r";
}

/**
 * Finds the header of a CSV text; a line end within quotes does not end it.
 *
 * @param isAll Whether no text will follow.
 * @returns `null` while the header is not whole.
 */
export function firstLine(text: string, isAll: boolean): FirstLine | null {
  const newline = lineEnd(text, isAll);
  if (newline === null) return null;
  const from = text.search(/[^\r\n]/);
  if (from === -1) {
    const isLong = text.length >= LONGEST_HEADER;
    return isAll || isLong ? { text: "", from: text.length, newline } : null;
  }
  const end = endOfLine(text, from, newline);
  if (end === -1 && !isAll && text.length < LONGEST_HEADER) return null;
  return { text: text.slice(from, end === -1 ? text.length : end), from, newline };
}

/** Nobody has a longer header, or more blanks before it: waiting must come to an end. */
export const LONGEST_HEADER: number = 1 << 20;

/** Old Macs ended lines with a carriage return alone. */
function lineEnd(text: string, isAll: boolean): FirstLine["newline"] | null {
  if (text.includes("\n")) return "\n";
  const carriageReturn = text.indexOf("\r");
  if (carriageReturn !== -1 && carriageReturn < text.length - 1) return "\r";
  if (!isAll && text.length < LONGEST_HEADER) return null;
  return carriageReturn === -1 ? "\n" : "\r";
}

function endOfLine(text: string, from: number, newline: string): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (character === newline && !quoted) return at;
  }
  return -1;
}
