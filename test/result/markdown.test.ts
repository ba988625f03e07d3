import { describe, expect, test } from "vitest";
import { report, toMarkdown } from "../../src/index.ts";
import { renderMarkdown } from "../../src/result/render-page.ts";

const paragraph = (text: string): string => renderMarkdown([{ kind: "paragraph", text }]);

describe("Markdown", () => {
  test.each([
    "a retention rate of 35.5% (95% interval 29.9% to 41.5%).",
    "Net Promoter Score: +21.5",
    "the column customer_id, of order #12! {x} 1 + 1 - 1 = 1; 2. and 3)",
    "−5 to +5",
  ])("leaves alone what is no markup where it stands: %s", (text) => {
    expect(paragraph(text)).toBe(text);
  });

  test.each([
    ["[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"],
    ["![x](http://evil)", "!\\[x\\](http://evil)"],
    ["<script>&lt;", "&lt;script&gt;&amp;lt;"],
    ["*a* **b** _c_ ~~d~~ `e` $f$", "\\*a\\* \\*\\*b\\*\\* \\_c\\_ \\~\\~d\\~\\~ \\`e\\` \\$f\\$"],
    ["a\\*b", "a\\\\\\*b"],
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["---", "\\---"],
    ["+ a", "\\+ a"],
    ["1. a", "1\\. a"],
    ["2025) a", "2025\\) a"],
    ["> a", "&gt; a"],
    ["a|b", "a\\|b"],
  ])("escapes what is: %s", (text, escaped) => {
    expect(paragraph(text)).toBe(escaped);
  });

  test.each([
    ["a ##", "## a #\\#"],
    ["#", "## \\#"],
    ["C#", "## C\\#"],
  ])("keeps the signs at the end of a heading: %s", (text, heading) => {
    expect(renderMarkdown([{ kind: "heading", level: 2, text }])).toBe(heading);
  });

  test("keeps a hostile name in its cell, its item and its heading", () => {
    const name = "| x |\n# [a](b) `c`";
    const page = renderMarkdown([
      { kind: "heading", level: 3, text: name },
      { kind: "notes", label: name, mark: "·", items: [name] },
      { kind: "table", head: [name], rows: [[name]] },
    ]);
    const escaped = "\\| x \\|\\\\u000a# \\[a\\](b) \\`c\\`";
    expect(page.split("\n")).toEqual([
      ...[`### ${escaped}`, "", `**${escaped}**`, "", `- ${escaped}`, ""],
      ...[`| ${escaped} |`, "| --- |", `| ${escaped} |`],
    ]);
  });

  test("of a report has no backslash before a parenthesis or a plus", () => {
    const orders = [{ customerId: "ann", date: "2025-01-09", amount: 30 }];
    const page = toMarkdown(report({ orders }, { currency: "EUR", period: "2025-Q1" }));
    expect(page).not.toMatch(/\\[()+{}!]/);
  });
});
