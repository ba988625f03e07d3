/**
 * Breaks a text at blanks into lines of at most `width` characters, each after an indent.
 *
 * @example
 * wrap("one two three", 9, "- ", "  "); // => "- one two\n  three"
 */
export function wrap(text: string, width: number, first: string, next: string = first): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = next + word;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join("\n");
}
