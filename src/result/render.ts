import type { PlainBlock } from "./document.ts";
import { wrap } from "./wrap.ts";

/** Columns of a text page. */
export const WIDTH = 100;

/** Writes blocks in each of the three forms. */
export interface Renderers<Shown> {
  readonly text: (blocks: readonly Shown[], width?: number) => string;
  readonly markdown: (blocks: readonly Shown[]) => string;
  readonly html: (blocks: readonly Shown[]) => string;
}

/**
 * For the page of one result, which has no table: an application that ships one KPI need not ship how
 * tables are laid out.
 */
export const WITHOUT_TABLES: Renderers<PlainBlock> = {
  text: (blocks, width = WIDTH) =>
    blocks
      .map((block, at) => (at > 0 && block.kind === "heading" ? "\n" : "") + textOf(block, width))
      .join("\n"),
  markdown: (blocks) => blocks.map(markdownOf).join("\n\n"),
  html: (blocks) => blocks.map(htmlOf).join("\n"),
};

/** A block as plain text; control characters, which could move a terminal's cursor, are shown as codes. */
export function textOf(block: PlainBlock, width: number): string {
  switch (block.kind) {
    case "heading": {
      const text = plainLine(block.text);
      if (block.level === 3) return text;
      return `${text}\n${(block.level === 1 ? "=" : "-").repeat(Math.min(width, text.length))}`;
    }
    case "paragraph":
      return wrap(plainLine(block.text), width, "  ");
    case "lines":
      return block.lines.map((line) => wrap(plainLine(line), width, "    ")).join("\n");
    case "notes":
      return block.items
        .map((item) => wrap(plainLine(item), width, `  ${block.mark} `, "    "))
        .join("\n");
  }
}

/** A block as Markdown; everything that would be markup where it stands is escaped. */
export function markdownOf(block: PlainBlock): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${markdownHeading(block.text)}`;
    case "paragraph":
      return markdownText(block.text);
    case "lines":
      return block.lines.map((line) => `    ${plainLine(line)}`).join("\n");
    case "notes":
      return `${block.label === "" ? "" : `**${markdownText(block.label)}**\n\n`}${block.items.map((item) => `- ${markdownText(item)}`).join("\n")}`;
  }
}

/** A block as HTML; every text is escaped. */
export function htmlOf(block: PlainBlock): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${htmlText(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${htmlText(block.text)}</p>`;
    case "lines":
      return `<pre>${block.lines.map(htmlText).join("\n")}</pre>`;
    case "notes":
      return `${block.label === "" ? "" : `<p><strong>${htmlText(block.label)}</strong></p>\n`}<ul>${block.items.map((item) => `<li>${htmlText(item)}</li>`).join("")}</ul>`;
  }
}

/**
 * Puts a text on one line that no terminal obeys: control, direction and line-separating
 * characters become codes.
 *
 * @example
 * plainLine("a\u001b[31m\nb"); // => "a\\u001b[31m\\u000ab"
 */
export function plainLine(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Marks in the midst of a text: of code, emphasis, links and images, cells, strikes, mathematics. */
const INLINE_MARKS = /[\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** Marks at the start of a line, of headings and of lists. */
const LINE_MARKS = /^#(?=#{0,5}(?:\s|$))|^[+-](?=\s|$|-)|(?<=^\d{1,9})[.)](?=\s|$)/;

/**
 * Escapes what Markdown or embedded HTML would act on. No link is left without its brackets, so
 * parentheses may stand, as may `+`, `!` and `#` within a line, and `_` within a word.
 */
export function markdownText(text: string): string {
  return plainLine(text)
    .replace(INLINE_MARKS, "\\$&")
    .replace(LINE_MARKS, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

/** Signs at the end of a heading would be taken for its frame. */
function markdownHeading(text: string): string {
  const escaped = markdownText(text).trimEnd();
  const isFrame = escaped.endsWith("#") && !escaped.endsWith("\\#");
  return isFrame ? `${escaped.slice(0, -1)}\\#` : escaped;
}

const HTML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Escapes text for HTML, in content and in attributes.
 *
 * @example
 * htmlText("<b>&'"); // => "&lt;b&gt;&amp;&#39;"
 */
export function htmlText(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);
}
