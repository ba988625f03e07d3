import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { deadLinks } from "./links.ts";

test("every link of the README, and of the pages it leads to, leads to a page and a heading", () => {
  expect(deadLinks(fileURLToPath(new URL("../../", import.meta.url)), "README.md")).toEqual([]);
});

test("a link to a file or a heading that is not there is found, also on a page further on", () => {
  const folder = mkdtempSync(join(tmpdir(), "loyalty-kpis-links-"));
  const further = "# What it *is*, today\n[back](README.md#top) [up](../x.md)\n";
  writeFileSync(join(folder, "README.md"), "# Top\n[a](a.md#what-it-is-today) [b](b.md)\n");
  writeFileSync(join(folder, "a.md"), `${further}[here](#nowhere) [out](https://example.org)\n`);
  try {
    const dead = ["README.md: b.md", "a.md: ../x.md", "a.md: #nowhere"];
    expect(deadLinks(folder, "README.md")).toEqual(dead);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
