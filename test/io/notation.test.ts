import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DateOrder } from "../../src/io/notation.ts";
import { readSubscriptions } from "../../src/io/read-subscriptions.ts";
import { readSurveyAnswers } from "../../src/io/read-survey-answers.ts";
import { readTransactions } from "../../src/io/read-transactions.ts";
import { refusalOf } from "../support/refusal-of.ts";

const head = "customerId;date;amount";
const read = (date: string, amount: string, options: Parameters<typeof readTransactions>[1]) =>
  readTransactions(`${head}\nann;${date};${amount}\n`, options);

const codesOf = ({ rejects }: ReturnType<typeof read>) =>
  rejects.flatMap(({ issues }) => issues.map(({ code }) => code));

describe("dateOrder", () => {
  test.each<readonly [DateOrder, text: string, day: string]>([
    ["dmy", "31/12/2025", "2025-12-31"],
    ["dmy", "1.2.2025", "2025-02-01"],
    ["mdy", "1/2/2025", "2025-01-02"],
    ["mdy", "12-31-2025", "2025-12-31"],
    ["ymd", "2025/1/2", "2025-01-02"],
    ["dmy", "2025-01-02", "2025-01-02"], // ISO 8601 is never in doubt
    ["dmy", "31/12/2025T10:00:00Z", "2025-12-31T10:00:00Z"],
    ["mdy", "12/31/2025 10:00:00 +0100", "2025-12-31T10:00:00+01:00"],
  ])("%s reads %s as %s", (dateOrder, text, day) => {
    expect(read(text, "5", { dateOrder }).rows).toEqual([
      { customerId: "ann", date: day, amount: "5" },
    ]);
  });

  test.each<readonly [DateOrder, text: string, code: string]>([
    ["dmy", "12/31/2025", "date-invalid"],
    ["dmy", "30/02/2025", "date-invalid"],
    ["dmy", "31/12/25", "date-format"],
    ["dmy", "31/12-2025", "date-format"],
    ["dmy", "31/12/20251", "date-format"],
    ["dmy", "2025/12/31", "date-format"],
    ["mdy", "31 Dec 2025", "date-format"],
    ["ymd", "31/12/2025", "date-format"],
  ])("%s refuses %s", (dateOrder, text, code) => {
    expect(codesOf(read(text, "5", { dateOrder }))).toEqual([code]);
  });

  test("reads back every day that was written in its order", () => {
    const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31") });
    fc.assert(
      fc.property(days, fc.constantFrom("/", ".", "-"), fc.boolean(), (date, sign, isPadded) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = "", m = "", d = ""] = iso.split("-").map((part) => {
          return isPadded ? part : String(Number(part));
        });
        const written = { dmy: [d, m, y], mdy: [m, d, y], ymd: [y, m, d] };
        for (const dateOrder of ["dmy", "mdy", "ymd"] as const) {
          const { rows } = read(written[dateOrder].join(sign), "5", { dateOrder });
          expect(rows[0]?.date).toBe(iso);
        }
      }),
      { seed: 20_261_122, numRuns: 100 },
    );
  });

  test("is what a refused date is told to be read by, and nothing is guessed without it", () => {
    const [reject] = read("31/12/2025", "5", {}).rejects;
    expect(reject?.issues[0]).toMatchObject({ code: "date-format" });
    expect(reject?.issues[0]?.message).toMatch(/or the option `dateOrder`/);
  });

  test("goes with timeZone for times without an offset", () => {
    const options = { dateOrder: "dmy", timeZone: "Europe/Paris" } as const;
    expect(read("31/07/2025 10:00:00", "5", options).rows[0]?.date).toBe(
      "2025-07-31T08:00:00.000Z",
    );
  });

  test("holds for subscriptions, answers and rows of JSON too", () => {
    const dateOrder = "dmy";
    const table = "customerId,start,end,mrr\nann,1/2/2025,3/4/2025,9\n";
    expect(readSubscriptions(table, { dateOrder }).rows[0]).toMatchObject({
      ...{ start: "2025-02-01", end: "2025-04-03" },
    });
    const answers = readSurveyAnswers("score,createdAt\n9,1/2/2025\n", { dateOrder });
    expect(answers.rows[0]).toEqual({ score: 9, date: "2025-02-01" });
    const rows = [{ customerId: "ann", date: "1/2/2025", amount: 5 }];
    expect(readTransactions(rows, { dateOrder }).rows[0]?.date).toBe("2025-02-01");
  });
});

describe("decimalComma", () => {
  const decimalComma = true;

  test.each([
    ["12,50", "12.50"],
    ["-0,05", "-0.05"],
    ["12", "12"],
  ])("reads %s", (text, amount) => {
    expect(read("2025-01-09", text, { decimalComma }).rows[0]?.amount).toBe(amount);
  });

  test.each(["1.234,50", "1.234", "12.50", "1,234,50", "1 234,50", ",5", "5,"])(
    "refuses %s: a point could only part thousands",
    (text) => {
      expect(codesOf(read("2025-01-09", text, { decimalComma }))).toEqual(["number-format"]);
    },
  );

  test("is what a refused amount is told to be read by", () => {
    const [reject] = read("2025-01-09", "12,50", {}).rejects;
    expect(reject?.issues[0]?.message).toMatch(/or the option `decimalComma`/);
  });

  test("gives the same rows as points do without it", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(cents, (units) => {
        const point = (units / 100).toFixed(2);
        const comma = read("2025-01-09", point.replace(".", ","), { decimalComma });
        expect(comma.rows).toEqual(read("2025-01-09", point, {}).rows);
      }),
      { seed: 20_261_122, numRuns: 100 },
    );
  });

  test("leaves the points of a known export alone", () => {
    const table =
      "Name,Email,Financial Status,Created at,Currency,Subtotal,Shipping,Taxes,Total\n" +
      "#1,ann@x.org,paid,2025-01-09 10:00:00 +0000,EUR,12.50,0.00,0.00,12.50\n";
    const options = { layout: "shopify", decimalComma } as const;
    expect(readTransactions(table, options).rows).toEqual(
      readTransactions(table, { layout: "shopify" }).rows,
    );
  });
});

test("a word that is no order of dates is refused", () => {
  const dateOrder = "dym" as DateOrder; // what JavaScript may hand in
  expect(refusalOf(() => read("2025-01-09", "5", { dateOrder })).message).toMatch(
    /`dateOrder` must be "ymd" or "dmy" or "mdy"/,
  );
});
