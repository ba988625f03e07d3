import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "loyalty-kpis-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

function run(...words: readonly string[]): Promise<Ran> {
  const command = ["--import", "tsx", join(root, "src/cli/main.ts"), ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 26 }, (fault, out, said) =>
      resolve({ code: Number(fault?.code ?? 0), out, said }),
    );
  });
}

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const DEMO = ["report", "examples/data/orders.csv", "--period", "2025-Q2"];

describe("loyalty-kpis", () => {
  test("says what it can, in at most 60 lines of at most 100 columns", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("says its version", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect((await run("--version")).out).toBe(`${version}\n`);
  });

  test.each([
    [["repport"], /no command "repport"/],
    [["report"], /Name a file of orders/],
    [["report", "x.csv", "--perod", "2025"], /no option --perod; did you mean --period\?/],
    [["report", "x.csv", "--format", "pdf"], /--format must be text, markdown, json, html/],
    [["report", "there-is-none.csv"], /there is no such file/],
    [[...DEMO, "--confidence", "95"], /--confidence must be/],
    [[...DEMO, "--margin", "much"], /--margin must be a number/],
    [["report", "examples/data/orders.csv", "--period", "2025-Q5"], /--period/],
  ])("ends with 2 and says why: %j", async (words, why) => {
    const { code, out, said } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(said).toMatch(why);
    expect(said).not.toMatch(/^\s+at /m); // no stack trace
  });

  test("names line and column of every bad cell and reports nothing", async () => {
    const file = fileOf(
      "bad.csv",
      "customer_id,date,amount\na,2025-01-01,1\nb,2025-02-30,2\nc,2025-03-01,x\n",
    );
    const { code, out, said } = await run("report", file);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(said).toMatch(/Line 3, column 2/);
    expect(said).toMatch(/Line 4, column 3/);
  });

  test("writes JSON of the promised shape", async () => {
    const { code, out } = await run(...DEMO, "--format", "json");
    expect(code).toBe(0);
    const page = JSON.parse(out);
    expect(Object.keys(page)).toEqual(["version", "period", "results", "notComputed"]);
    expect(Object.keys(page.results[0])).toEqual(
      expect.arrayContaining([
        "kpi",
        "variant",
        "version",
        "status",
        "value",
        "exact",
        "interval",
        "counts",
      ]),
    );
  });

  test("writes text of at most 100 columns without terminal codes", async () => {
    const { out } = await run(...DEMO);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("writes a page that stands alone to a file", async () => {
    const page = join(folder, "page.html");
    const { code, out } = await run(...DEMO, "--format", "html", "--out", page);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    const html = readFileSync(page, "utf8");
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|https?:\/\/(?!arxiv)/);
  });

  test("writes the whole report in French, and the same data as JSON", async () => {
    const french = ["--locale", "fr"];
    const { code, out } = await run(...DEMO, ...french);
    expect(code).toBe(0);
    expect(out).toMatch(/^Rapport de fidélité client\n/);
    expect(out).toContain("Taux de rétention");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    const html = (await run(...DEMO, ...french, "--format", "html")).out;
    expect(html).toMatch(/<html lang="fr">[\s\S]*<title>Rapport de fidélité client<\/title>/);
    const json = (await run(...DEMO, ...french, "--format", "json")).out;
    expect(json).toBe((await run(...DEMO, "--format", "json")).out);
  });

  test("says which columns it took for what when it had to guess", async () => {
    const file = fileOf("shop.csv", "Email,Order Date,Total\na@x.org,2025-01-01,10\n");
    const { code, said } = await run("report", file, "--currency", "EUR", "--format", "json");
    expect(code).toBe(0);
    expect(said).toMatch(/customerId = "Email", date = "Order Date", amount = "Total"/);
  });
});
