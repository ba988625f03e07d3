import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readFiles } from "../../src/cli/read-files.ts";
import { readReportWords } from "../../src/cli/report-words.ts";
import { byLine } from "../../src/cli/row-places.ts";
import { warningsByLine } from "../../src/cli/warnings-by-line.ts";
import { type Report, report, toText, translate } from "../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "loyalty-kpis-lines-"));
beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, ...lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

async function reportOn(...words: readonly string[]): Promise<Report> {
  const sources = await readFiles(readReportWords(words));
  const made = byLine(sources, (some) => report(some, { currency: "EUR", period: "2025-Q1" }));
  return warningsByLine(made, sources);
}

const orders = fileOf(
  "a.csv",
  "customerId,date,amount,orderId",
  ...["ann,2025-01-09,10,o1", "", "ann,2025-01-09,10,o1", "ann ,2025-02-09,10,o2"],
);
const more = fileOf(
  "b.csv",
  "customerId,date,amount,orderId",
  ...["zoe,2025-03-31,3,p1", "ANN,2025-03-31,3,p2"],
);
const answers = fileOf("c.csv", "survey,score,date", "nps,9,2025-03-31", "nps,9,1970-01-01");

describe("a warning in the command's report", () => {
  test("names file and line of the row, and of the one it clashes with", async () => {
    const page = toText(translate(await reportOn(orders, more), { locale: "en" }))
      .replaceAll(`${folder}/`, "")
      .replace(/\s+/g, " ");
    expect(page).toContain('first in line 4 of a.csv, `orderId`: "o1" (compare line 2).');
    expect(page).toContain('first in line 5 of a.csv, `customerId`: "ann ".');
    expect(page).toContain('first in line 5 of a.csv, `customerId`: "ann " (compare line 2).');
    expect(page).not.toMatch(/\brow \d/);
  });

  test("in French too", async () => {
    const page = toText(translate(await reportOn(orders), { locale: "fr" }))
      .replaceAll(`${folder}/`, "")
      .replace(/\s+/g, " ");
    expect(page).toContain("la première à la ligne 4 du fichier a.csv");
    expect(page).toContain("(comparer à la ligne 2)");
  });

  test("names the other file where the earlier row stands in one", async () => {
    const twin = fileOf("d.csv", "customerId,date,amount,orderId", "zoe,2025-03-31,3,p1");
    const made = await reportOn(more, twin);
    const facts = made.results.flatMap(({ warnings }) => warnings);
    expect(facts.find(({ code }) => code === "duplicate-transaction")).toMatchObject({
      ...{ row: 2, file: twin, line: 2 },
      ...{ otherRow: 0, otherFile: more, otherLine: 2 },
    });
  });

  test("of answers names the file of the answers", async () => {
    const page = toText(
      translate(await reportOn(orders, "--answers", answers), { locale: "en" }),
    ).replace(/\s+/g, " ");
    expect(page).toContain(`Answers: 1 row had a placeholder date; first in line 3 of ${answers}`);
  });

  test("keeps row numbers where the rows came from no file", () => {
    const rows = [
      { customerId: "ann", date: "2025-01-09", amount: 10, orderId: "o1" },
      { customerId: "ann", date: "2025-01-09", amount: 10, orderId: "o1" },
    ];
    const made = warningsByLine(report({ orders: rows }, { currency: "EUR" }), { orders: rows });
    const page = toText(translate(made, { locale: "en" })).replace(/\s+/g, " ");
    expect(page).toContain('first at row 1, `orderId`: "o1" (compare row 0).');
  });
});
