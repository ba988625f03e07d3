import type { Block } from "./document.ts";
import { textTable } from "./text-table.ts";
import { wrap } from "./wrap.ts";

/** Columns of a text page. */
const WIDTH = 100;

/**
 * Writes blocks as plain text of at most 100 columns. Control characters, which could
 * move a terminal's cursor, are shown as codes.
 */
export function renderText(blocks: readonly Block[], width: number = WIDTH): string {
  const texts = blocks.map((block, at) => {
    const gap = at > 0 && (block.kind === "heading" || block.kind === "table") ? "\n" : "";
    return gap + textOf(block, width);
  });
  return texts.join("\n");
}

function textOf(block: Block, width: number): string {
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
    case "table":
      return textTable(
        [block.head, ...block.rows].map((cells) => cells.map(plainLine)),
        block.numeric ?? [],
        width,
      );
  }
}

/** Writes blocks as Markdown; everything that would be markup where it stands is escaped. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return blocks.map(markdownOf).join("\n\n");
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${markdownHeading(block.text)}`;
    case "paragraph":
      return markdownText(block.text);
    case "lines":
      return block.lines.map((line) => `    ${plainLine(line)}`).join("\n");
    case "notes":
      return `${block.label === "" ? "" : `**${markdownText(block.label)}**\n\n`}${block.items.map((item) => `- ${markdownText(item)}`).join("\n")}`;
    case "table": {
      const row = (cells: readonly string[]): string =>
        `| ${cells.map(markdownText).join(" | ")} |`;
      const rule = block.head.map((_, at) => (block.numeric?.includes(at) ? "---:" : "---"));
      return [row(block.head), `| ${rule.join(" | ")} |`, ...block.rows.map(row)].join("\n");
    }
  }
}

/** Writes blocks as an HTML fragment; every text is escaped. */
export function renderHtml(blocks: readonly Block[]): string {
  return blocks.map(htmlOf).join("\n");
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${htmlText(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${htmlText(block.text)}</p>`;
    case "lines":
      return `<pre>${block.lines.map(htmlText).join("\n")}</pre>`;
    case "notes":
      return `${block.label === "" ? "" : `<p><strong>${htmlText(block.label)}</strong></p>\n`}<ul>${block.items.map((item) => `<li>${htmlText(item)}</li>`).join("")}</ul>`;
    case "table": {
      const cells = (tag: "td" | "th", texts: readonly string[]): string =>
        texts
          .map((text, at) => {
            const side = block.numeric?.includes(at) ? ' style="text-align:right"' : "";
            return `<${tag}${side}>${htmlText(text)}</${tag}>`;
          })
          .join("");
      const rows = block.rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n");
      return `<table>\n<thead><tr>${cells("th", block.head)}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table>`;
    }
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
function markdownText(text: string): string {
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
