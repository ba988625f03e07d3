import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stderr, stdout } from "node:process";
import { afterAll, describe, expect, test, vi } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { faultLines } from "../../src/cli/fault-lines.ts";
import { fitCommand } from "../../src/cli/fit-command.ts";
import { inColumnFlag, inFlags } from "../../src/cli/in-flags.ts";
import { reportCommand } from "../../src/cli/report-command.ts";

const folder = mkdtempSync(join(tmpdir(), "loyalty-kpis-flags-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, ...lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  fit: fitCommand,
  report: reportCommand,
};

/** All that the command says, its page and its messages; in this process, as there are many. */
async function told(command: string, ...words: readonly string[]): Promise<string> {
  const said: string[] = [];
  const spies = [stdout, stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => said.push(String(text)) > 0),
  );
  try {
    await COMMANDS[command]?.(words);
  } catch (fault) {
    if (!(fault instanceof KpiError)) throw fault;
    said.push(...faultLines(fault));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return said.join(" ").replace(/\s+/g, " ");
}

const orders = fileOf("orders.csv", "customerId,date,amount", "ann,2025-01-09,10");
const odd = fileOf("odd.csv", "who,when,much", "ann,2025-01-09,10");

const french = fileOf("french.csv", "customerId;date;amount", "ann;31/01/2025;12,50");

/** A name in backticks that is an option of the library alone. */
const LIBRARY_NAME =
  /`(?:period|compareTo|asOf|timeZone|weekStartsOn|rowsAre|confidence|margin|annualDiscountRate|csatScale|cesVersion|observedUntil|holdoutFrom|horizon|dateOrder|decimalComma|orders|subscriptions|answers|columns)/;

describe("the command names its own flags", () => {
  test.each<readonly [words: readonly [string, ...string[]], said: string]>([
    [["report", orders, "--ces-version", "3.0"], '--ces-version must be "1.0"'],
    [["report", orders, "--period", "2025-Q5"], "--period must be"],
    [["report", orders, "--confidence", "95"], "--confidence must be"],
    [["report", orders, "--discount", "2"], "--discount must be"],
    [["report", orders, "--currency", "EURO"], "--currency must be"],
    [["report", orders, "--time-zone", "CST"], "--time-zone must be"],
    [["report", orders, "--compare-to", "previous"], "--period must be given"],
    [["report", orders, "--columns", "date=day"], "--columns date must be"],
    [["fit", orders, "--as-of", "soon"], "--as-of must be"],
    [["fit", orders, "--confidence", "95"], "--confidence must be"],
    [["report", odd], "Name it with --columns customerId=…"],
    [
      ["report", orders, "--subscriptions", odd],
      "Name it with --subscription-columns customerId=…",
    ],
    [
      ["report", "--answers", odd, "--answers-columns", "score=mark"],
      "--answers-columns score must",
    ],
    [["report", french], "or the option --date-order; received"],
    [["report", french], "or the option --decimal-comma; received"],
    [["report", french, "--date-order", "fr"], "--date-order must be"],
    // What stands on the page.
    [["report", orders], "give the option --currency, such as EUR."],
    [["report", orders], 'give --period, such as "2025-Q2"'],
    [["report", orders], 'give --answers with `survey` "nps"'],
    [["report", orders, "--currency", "EUR"], "give --margin (0 to 1)"],
    [["report", orders, "--locale", "fr"], "donnez --period"],
  ])("%j", async (words, said) => {
    const all = await told(...words);
    expect(all).toContain(said);
    expect(all).not.toMatch(LIBRARY_NAME);
  });
});

test("the command reads dates and amounts as it is told they are written", async () => {
  const words = [french, "--date-order", "dmy", "--decimal-comma", "--currency", "EUR"];
  expect(await told("report", ...words)).toContain("1 order in 2025-01-31 brought 12.50 EUR");
  expect(await told("fit", ...words, "--as-of", "2025-06-01")).toContain(
    "1 customer with 0 repeat",
  );
});

describe("inFlags", () => {
  test("leaves what came as it came", () => {
    expect(inFlags('`period` must be a period; received "`margin`".')).toBe(
      '--period must be a period; received "`margin`".',
    );
  });

  test("leaves columns and names of nobody alone", () => {
    for (const text of [
      "Row 3: `currency` is missing",
      "`amount`",
      "`constructor` and `__proto__`",
    ])
      expect(inFlags(text)).toBe(text);
  });

  test("names members of an option, and columns by the flag of their file", () => {
    expect(inFlags("`csatScale.min` must be a whole number")).toMatch(/^--csat-scale min must be/);
    expect(inColumnFlag("Name one with the option `columns`.", "--columns")).toBe(
      "Name one with --columns.",
    );
  });
});
