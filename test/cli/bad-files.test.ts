import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { faultLines } from "../../src/cli/fault-lines.ts";
import { readFiles } from "../../src/cli/read-files.ts";
import { readReportWords } from "../../src/cli/report-words.ts";
import { byLine } from "../../src/cli/row-places.ts";
import { KpiError, report } from "../../src/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "loyalty-kpis-"));
afterAll(() => rmSync(folder, { recursive: true }));

const said: string[] = [];
beforeAll(() => {
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
});
afterAll(() => vi.restoreAllMocks());

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const HEADER = "customerId,date,amount,currency,orderId";
const GOOD = "ann,2025-01-09,30.00,EUR,o1";

/** What the command says to standard error; the number of orders where it reports. */
async function told(...words: readonly string[]): Promise<readonly string[] | number> {
  said.length = 0;
  try {
    const sources = await readFiles(readReportWords(words));
    const { results } = byLine(sources, (some) => report(some));
    const value = results.find(({ kpi }) => kpi === "averageOrderValue");
    if (value === undefined) throw new Error("The report has no order value.");
    return (value.counts as { readonly orders: number }).orders;
  } catch (fault) {
    if (fault instanceof KpiError) return faultLines(fault).map((line) => line.replace(folder, ""));
    throw fault;
  }
}

describe("a file of orders", () => {
  test.each<[name: string, content: string | Uint8Array, answer: number | readonly RegExp[]]>([
    ["with a byte-order mark is read", `\uFEFF${HEADER}\n${GOOD}\n`, 1],
    ["with semicolons is read", `${HEADER}\n${GOOD}\n`.replaceAll(",", ";"), 1],
    ["with tabs is read", `${HEADER}\n${GOOD}\n`.replaceAll(",", "\t"), 1],
    ["with Windows line ends is read", `${HEADER}\r\n${GOOD}\r\n`, 1],
    ["of a header only has no orders", `${HEADER}\n`, 0],
    ["that is empty is refused", "", [/empty/]],
    [
      "whose last line ends early is refused by that line",
      `${HEADER}\n${GOOD}\nbob,2025-01-`,
      [/x\.csv: Line 3: there must be 5 cells/],
    ],
    [
      "whose last quote is not closed is refused by the line it opens in",
      `${HEADER}\n${GOOD}\n"bob,2025-01-09,1,EUR,o2\n`,
      [/x\.csv: Line 3.*quote/],
    ],
    [
      "in another encoding is refused as such",
      Uint8Array.from(Buffer.from(`${HEADER}\nzoé,2025-01-09,30.00,EUR,o1\n`, "latin1")),
      [/UTF-8/],
    ],
    [
      "with one column twice is refused",
      `${HEADER},date\n${GOOD},2025-01-09\n`,
      [/x\.csv: Line 1: two columns are called "date"/],
    ],
    ["without a header is refused", `${GOOD}\n${GOOD}\n`, [/x\.csv: Line 1.*customerId/s]],
    [
      "with line ends inside quotes is counted by lines of the file",
      `${HEADER}\n"a\nb",2025-01-09,30.00,EUR,o1\nbob,2025-02-30,1,EUR,o2\n`,
      [/x\.csv: Line 4, column 2: `date`.*2025-02-30/],
    ],
    [
      "with one order id twice is refused naming both lines",
      `${HEADER}\n${GOOD}\nbob,2025-02-03,1,EUR,o2\nbob,2025-02-03,9,EUR,o1\n`,
      [/x\.csv: Line 4 and line 2 have the same `orderId`/],
    ],
  ])("%s", async (_, content, answer) => {
    const lines = await told(fileOf("x.csv", content));
    if (typeof answer === "number") {
      expect(lines).toBe(answer);
      return;
    }
    expect(lines).not.toEqual(expect.any(Number));
    for (const line of answer) expect((lines as readonly string[]).join("\n")).toMatch(line);
  });

  test("with many faults has the first twenty listed and all of them counted", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `c${at},2025-01-09,x,EUR,o${at}`);
    const lines = (await told(fileOf("x.csv", [HEADER, ...rows].join("\n")))) as readonly string[];
    expect(lines[0]).toBe("30 faults:");
    expect(lines.slice(1, 21).every((line) => /Line \d+, column 3: `amount`/.test(line))).toBe(
      true,
    );
    expect(lines.slice(21)).toEqual(["  … and 10 more:", "    30 × number-format in amount"]);
  });

  test("that clashes with another file is told by both files", async () => {
    const one = fileOf("one.csv", `${HEADER}\n${GOOD}\n`);
    const two = fileOf("two.csv", `${HEADER}\n${GOOD.replace("30.00", "31.00")}\n`);
    const [line] = (await told(one, two)) as readonly string[];
    expect(line).toMatch(/^\/two\.csv: Line 2 and line 2 of .*one\.csv have the same `orderId`/);
  });
});

describe("--tolerant", () => {
  const bad = `${HEADER}\n${GOOD}\n=1+1,2025-02-30,x,EUR,o2\nbob,2025-02-03,12.50,EUR,o3\n`;

  test("leaves bad rows out, says how many, and writes them to --rejects", async () => {
    const out = join(folder, "rejects.csv");
    const file = fileOf("x.csv", bad);
    expect(await told(file, "--tolerant", "--rejects", out)).toBe(2);
    expect(said.join("")).toMatch(
      /1 of 3 rows cannot be read and is left out: 1 × date-invalid in date, 1 × number-format in amount/,
    );
    const [header, row] = readFileSync(out, "utf8").split("\r\n");
    expect(header).toBe(`line,row,problem,file,${HEADER}`);
    expect(row).toMatch(/^3,1,"Line 3, column 2: /);
    expect(row).toContain(`"'=1+1"`); // no formula for a spreadsheet
  });

  test("still refuses a file of which nothing can be read", async () => {
    const file = fileOf("x.csv", `${HEADER}\nbob,x,x,EUR,o2\n`);
    expect(await told(file, "--tolerant")).toEqual([
      expect.stringMatching(/^(?!.*x\.csv.*x\.csv).*1 of 1 row cannot be read and is left out/),
    ]);
  });

  test("is what --rejects needs", async () => {
    expect(await told("x.csv", "--rejects", "y.csv")).toEqual([
      "--rejects goes with --tolerant: without it, one bad row ends the command.",
    ]);
  });
});

test("the command ends with 2 on a bad row, and with 0 where it may leave it out", async () => {
  const file = fileOf("x.csv", `${HEADER}\n${GOOD}\nbob,2025-02-30,1,EUR,o2\n`);
  const run = (...words: readonly string[]): Promise<number> =>
    new Promise((resolve) => {
      const command = ["--import", "tsx", join(root, "src/cli/main.ts"), "report", file, ...words];
      execFile(process.execPath, command, { cwd: root }, (fault) => {
        resolve(Number(fault?.code ?? 0));
      });
    });
  expect(await Promise.all([run(), run("--tolerant")])).toEqual([2, 0]);
});
