import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { readFitWords } from "../../src/cli/fit-words.ts";
import { refusalOf } from "../support/refusal-of.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "loyalty-kpis-fit-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

function run(...words: readonly string[]): Promise<Ran> {
  const command = ["--import", "tsx", join(root, "src/cli/main.ts"), "fit", ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 26 }, (fault, out, said) =>
      resolve({ code: Number(fault?.code ?? 0), out, said }),
    );
  });
}

function fileOf(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

const HEAD = "customer_id,date,amount";
const CSV_HEAD =
  "customer_id,probability_alive,expected_purchases,likely_fewest,likely_most,expected_spend,clv,clv_lower,clv_upper,currency";

describe("loyalty-kpis fit", () => {
  test("answers an analyst's five questions about the demo's shop, and writes its customers", async () => {
    const csv = join(folder, "clv.csv");
    const { code, out, said } = await run("examples/data/orders.csv", "--out", csv);
    expect(code).toBe(0);
    const flat = out.replace(/\s+/g, " ");
    expect(flat).toMatch(/Which model\? MBG\/NBD\. Customers buy at random/);
    expect(flat).toMatch(
      /Why\? MBG\/NBD is the choice among \d models .+ By BIC, against MBG\/NBD/,
    );
    expect(flat).toMatch(/Who is about to leave\? \d+ customers are silent .+; first c\d{4} \(/);
    expect(flat).toMatch(/What are they worth\? All together [\d,.]+ EUR over the next 52 weeks/);
    expect(flat).toMatch(/How sure\? The expectation lies between [\d,.]+ EUR and [\d,.]+ EUR/);
    for (const part of ["Which model, and why", "What customers are worth", "How well the model"]) {
      expect(flat).toContain(part);
    }
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
    const lines = readFileSync(csv, "utf8").split("\r\n");
    expect(lines[0]).toBe(CSV_HEAD);
    expect(lines.length).toBe(1 + 900 + 1);
    expect(new Set(lines.slice(1, -1).map((line) => line.split(",").length))).toEqual(
      new Set([10]),
    );
    expect(said).toMatch(/900 customers; fitting four models/);
    expect(said).toContain(`${csv}: 900 customers`);
    const total = lines.slice(1, -1).reduce((sum, line) => sum + Number(line.split(",")[6]), 0);
    const [, written = ""] = /Customer lifetime value: ([\d,.]+) EUR/.exec(out) ?? [];
    expect(total).toBeCloseTo(Number(written.replaceAll(",", "")), 1);
  });

  test("gives the parts that are wanted, and no others", async () => {
    const words = ["--model", "bg-nbd", "--parts", "risk,answers"];
    const { out } = await run("examples/data/orders.csv", ...words);
    const headings = out.split("\n").filter((_, at, lines) => /^-+$/.test(lines[at + 1] ?? ""));
    expect(headings).toEqual(["In short", "Who is about to leave"]);
  });

  test("writes ids that no spreadsheet takes for formulas, and a page that stands alone", async () => {
    const buyers = Array.from({ length: 40 }, (_, at) => `b${at}`);
    const file = fileOf("hostile.csv", [
      HEAD,
      ...["=1+1", "@x", "<script>"].flatMap((id) => [`${id},2025-01-06,10`, `${id},2025-03-10,12`]),
      ...buyers.map((id, at) => `${id},2025-01-${String(10 + (at % 20)).padStart(2, "0")},5`),
      ...buyers.filter((_, at) => at % 3 === 0).map((id) => `${id},2025-04-0${1 + id.length},7`),
    ]);
    const csv = join(folder, "hostile-clv.csv");
    const words = ["--format", "html", "--model", "BG/NBD", "--horizon", "90d", "--out", csv];
    const { code, out } = await run(file, ...words);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).not.toContain("<script>");
    const written = readFileSync(csv, "utf8");
    expect(written).toContain("'=1+1");
    expect(written).toContain("'@x");
    expect(written).not.toMatch(/^[=@+-]/m);
  });

  test("says that nobody came back instead of inventing what they are worth", async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const days = ids.map((_, at) => `2025-01-${String(1 + (at % 28)).padStart(2, "0")}`);
    const file = fileOf("once.csv", [HEAD, ...ids.map((id, at) => `${id},${days[at]},9`)]);
    const { code, out, said } = await run(file, "--as-of", "2025-06-01");
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("Nobody bought again");
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
    expect(said).toMatch(/A spend model needs customers with repeat purchases/);
  });

  test("names file and line of what it noticed in the rows, and of clashing rows", async () => {
    const head = "customer_id,date,amount,order_id";
    const rows = [
      "a,2025-01-06,5,o1",
      "b,2025-01-07,5,o2",
      "b,2025-02-07,5,o3",
      "b,2025-02-07,5,o3",
    ];
    const file = fileOf("twice.csv", [head, ...rows]);
    const noticed = await run(file, "--model", "bg-nbd", "--parts", "risk");
    expect(noticed.out.replace(/\s+/g, " ")).toContain(`first in line 5 of ${file}, \`orderId\``);
    const bad = fileOf("clash.csv", [head, "a,2025-01-06,5,o1", "a,2025-01-06,6,o1"]);
    expect((await run(bad)).said).toContain(`${bad}: Line 3 and line 2 have the same \`orderId\``);
  });

  test("leads with a caution where the data are few, and refuses a hold-out beyond them", async () => {
    const file = fileOf("few.csv", [HEAD, "a,2025-01-06,5", "b,2025-01-07,5", "b,2025-02-07,5"]);
    const { out } = await run(file, "--model", "bg-nbd", "--parts", "answers");
    expect(out.replace(/\s+/g, " ")).toContain(
      "In short -------- ! Handle with care: the data are 2 customers with 1 repeat purchase,",
    );
    const late = await run(file, "--holdout-from", "2025-08-01");
    expect(late.code).toBe(2);
    expect(late.said).toContain(
      '--holdout-from must be a day inside the data, after 2025-01-06 and before 2025-02-08; received "2025-08-01".',
    );
  });

  test("ends with 2 and says why, for words and for data", async () => {
    const bad = fileOf("bad.csv", [HEAD, "a,2025-01-01,1", "b,2025-02-30,2"]);
    const { code, out, said } = await run(bad);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(said).toMatch(/line 3, column 2/i);
    expect(said).not.toMatch(/^\s+at /m);
  });
});

describe("the words of loyalty-kpis fit", () => {
  test.each([
    ["52w", "week", 52],
    ["365d", "day", 365],
    ["12m", "month", 12],
    ["2y", "month", 24],
  ])("--horizon %s is so many of a unit", (text, unit, horizon) => {
    expect(readFitWords(["x.csv", "--horizon", text])).toMatchObject({ unit, horizon });
  });

  test.each(["bg-nbd", "BG/NBD"])("--model %s is BG/NBD", (name) => {
    expect(readFitWords(["x.csv", "--model", name]).model).toBe("bg-nbd");
  });

  test.each([
    [[], /Name a file of orders/],
    [["x.csv", "--horizon", "52"], /--horizon must be such as 52w/],
    [["x.csv", "--horizon", "0w"], /--horizon must be/],
    [["x.csv", "--model", "nbd"], /--model must be bg-nbd/],
    [["x.csv", "--discount", "ten"], /--discount must be a number/],
    [["x.csv", "--parts", "answers,money"], /--parts must be some of .+; received "money"/],
    [["x.csv", "--format", "json"], /--format must be text, markdown, html/],
    [["x.csv", "--horzion", "52w"], /did you mean --horizon\?/],
  ])("refuses %j", (words, why) => {
    expect(refusalOf(() => readFitWords(words)).message).toMatch(why);
  });
});
