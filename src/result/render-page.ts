import type { Block, TableBlock } from "./document.ts";
import {
  htmlOf,
  htmlText,
  markdownOf,
  markdownText,
  plainLine,
  type Renderers,
  textOf,
  WIDTH,
} from "./render.ts";
import { textTable } from "./text-table.ts";

/** Writes blocks as plain text of at most 100 columns. */
export function renderText(blocks: readonly Block[], width: number = WIDTH): string {
  const texts = blocks.map((block, at) => {
    const gap = at > 0 && (block.kind === "heading" || block.kind === "table") ? "\n" : "";
    return gap + (block.kind === "table" ? tableAsText(block, width) : textOf(block, width));
  });
  return texts.join("\n");
}

/** Writes blocks as Markdown; everything that would be markup where it stands is escaped. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === "table" ? tableAsMarkdown(block) : markdownOf(block)))
    .join("\n\n");
}

/** Writes blocks as an HTML fragment; every text is escaped. */
export function renderHtml(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === "table" ? tableAsHtml(block) : htmlOf(block)))
    .join("\n");
}

/** For pages that may hold tables. */
export const WITH_TABLES: Renderers<Block> = {
  text: renderText,
  markdown: renderMarkdown,
  html: renderHtml,
};

function tableAsText({ head, rows, numeric = [] }: TableBlock, width: number): string {
  const lines = [head, ...rows].map((cells) => cells.map(plainLine));
  return textTable(lines, numeric, width);
}

function tableAsMarkdown({ head, rows, numeric = [] }: TableBlock): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(" | ")} |`;
  const rule = head.map((_, at) => (numeric.includes(at) ? "---:" : "---"));
  return [row(head), `| ${rule.join(" | ")} |`, ...rows.map(row)].join("\n");
}

function tableAsHtml({ head, rows, numeric = [] }: TableBlock): string {
  const cells = (tag: "td" | "th", texts: readonly string[]): string =>
    texts
      .map((text, at) => {
        const side = numeric.includes(at) ? ' style="text-align:right"' : "";
        return `<${tag}${side}>${htmlText(text)}</${tag}>`;
      })
      .join("");
  const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n");
  return `<table>\n<thead><tr>${cells("th", head)}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}
