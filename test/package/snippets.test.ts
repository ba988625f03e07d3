import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedText } from "../support/shared.ts";

const design = sharedText("design.md");

describe.skipIf(design === null)("the snippets that are tried on the packed package", () => {
  test.each(["developer.mjs", "analyst.ts"])("%s stands in the design word for word", (name) => {
    const snippet = readFileSync(new URL(`snippets/${name}`, import.meta.url), "utf8");
    expect(design).toContain(`\`\`\`ts\n${snippet}\`\`\`\n`);
  });
});
