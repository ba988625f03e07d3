import { expect } from "vitest";
import { retentionRate } from "../../src/index.ts";
import { type BadInput, type Corpus, inputOf } from "../support/bad-inputs.ts";
import type { Answer } from "./answer.ts";
import { neutralCodes } from "./neutral-codes.ts";

/** What a message has to say beside the value that it refuses. */
const HINTS: Readonly<Record<string, RegExp>> = {
  "message shows the code point or says non-ASCII": /U\+[0-9A-F]{4}/,
  "hint says rows are expected": /rows/i,
  "hint mentions await": /await/,
  "hint mentions the expected scale 0 to 10": /0 to 10/,
  "hint names timeZone": /timeZone/,
  "message lists the allowed values": /"day".*"week".*"month"/,
  "hint suggests 0.95": /0\.95/,
  "hint suggests 0.10": /0\.1/,
};

/** What a refusal of many rows has to say at once. */
const REFUSALS: Readonly<Record<string, (answer: Answer, codes: readonly string[]) => void>> = {
  "total count 100000 reported": ({ refusal }) => {
    expect(refusal?.totals.map(({ count }) => count)).toEqual([100_000]);
  },
  "listed issues at most 1000": ({ refusal }) => {
    expect(refusal?.issues.length).toBeLessThanOrEqual(1000);
  },
  "grouped by code and field": ({ refusal }) => {
    expect(refusal?.totals).toMatchObject([{ code: "number-format", field: "amount" }]);
  },
  "all three codes are reported in one call": expectEveryCode,
  "all bad fields of row 0 are listed, not only the first": ({ refusal }) => {
    const ofRow = refusal?.issues.filter(({ row }) => row === 0) ?? [];
    expect(ofRow.map(({ field }) => field)).toEqual(["date", "currency", "amount"]);
  },
};

function expectEveryCode({ refusal }: Answer, codes: readonly string[]): void {
  const told = refusal?.issues.flatMap(({ code, field }) => neutralCodes(code, field)) ?? [];
  expect(told).toEqual(expect.arrayContaining([...codes]));
}

/** Checks what a case wants beside its outcome. */
export function expectMore(all: Corpus, badInput: BadInput, answers: readonly Answer[]): void {
  const { also = [], codes } = badInput.expect;
  const said = answers.flatMap(({ refusal }) => refusal?.issues ?? []);
  for (const wanted of also) {
    const hint = HINTS[wanted];
    if (hint !== undefined) expect(said.map(({ message }) => message).join("\n")).toMatch(hint);
    for (const answer of answers) REFUSALS[wanted]?.(answer, codes);
    if (/^opening \+ new \+ returned/.test(wanted)) expectMonthsToAddUp(inputOf(all, badInput));
  }
}

/** January, February and March: each customer is new once and lost at most once, and the books balance. */
function expectMonthsToAddUp(rows: unknown): void {
  const months = ["2024-01", "2024-02", "2024-03"].map((period) => {
    return retentionRate(rows as never, { period, asOf: "2024-04-01" }).counts;
  });
  let [joined, left] = [0, 0];
  for (const month of months) {
    const { customersAtStart, newCustomers, returnedCustomers, lostCustomers } = month;
    const closing =
      customersAtStart + (newCustomers ?? 0) + (returnedCustomers ?? 0) - (lostCustomers ?? 0);
    expect(closing).toBe(month.customersAtEnd);
    joined += newCustomers ?? 0;
    left += lostCustomers ?? 0;
  }
  expect([joined, left]).toEqual([3, 1]);
}
