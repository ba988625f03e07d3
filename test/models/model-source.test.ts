import { describe, expect, test } from "vitest";
import { type Transaction, toText } from "../../src/index.ts";
import { chooseModel, modelReport } from "../../src/models.ts";
import { refusalOf } from "../support/refusal-of.ts";

const DAY = 86_400_000;
const dayAfter = (first: string, days: number): string =>
  new Date(Date.parse(first) + days * DAY).toISOString().slice(0, 10);

/** Customers who each buy every so many days, from a day of January on. */
function shop(customers: number, times: number): readonly Transaction[] {
  return Array.from({ length: customers }, (_, who) =>
    Array.from({ length: times }, (_, time) => ({
      customerId: `c${who}`,
      date: dayAfter("2024-01-01", (who % 28) + time * (11 + (who % 30))),
      amount: 10,
    })),
  ).flat();
}

const few = shop(5, 3);
const asked = { observedUntil: "2024-06-01", holdoutFrom: "2024-02-20" } as const;
const bgNbd = { candidates: ["bg-nbd"] } as const;

describe("holdoutFrom", () => {
  test.each(["2024-06-01", "2024-06-02", "2030-01-01", "2024-01-01", "2023-05-05"])(
    "%s, not a day inside the data, is refused with the days that are",
    (holdoutFrom) => {
      const { issues } = refusalOf(() => chooseModel(few, { ...asked, ...bgNbd, holdoutFrom }));
      expect(issues[0]).toMatchObject({ option: "holdoutFrom" });
      expect(issues[0]?.message).toBe(
        `\`holdoutFrom\` must be a day inside the data, after 2024-01-01 and before 2024-06-01; received "${holdoutFrom}".`,
      );
    },
  );

  test.each(["2024-01-02", "2024-05-31"])("%s, inside the data, is taken", (holdoutFrom) => {
    const { chosen } = chooseModel(few, { ...asked, ...bgNbd, holdoutFrom });
    expect(chosen.kind).toBe("bg-nbd");
  });
});

describe("customers who first bought within the hold-out", () => {
  const late: readonly Transaction[] = [
    { customerId: "new", date: "2024-03-01", amount: 5 },
    { customerId: "newer", date: "2024-05-01", amount: 5 },
  ];
  const rows = [...few, ...late];
  const choice = chooseModel(rows, { ...asked, ...bgNbd });
  const report = modelReport(choice.chosen, rows, asked);

  test("are counted apart", () => {
    expect(choice.holdout).toMatchObject({ customers: 5, newCustomers: 2 });
    expect(report.holdout).toMatchObject({ customers: 5, newCustomers: 2 });
  });

  test("are said to be in none of the numbers, in the report and among the reasons", () => {
    const said = "2 customers who first bought within it are in none of these numbers.";
    expect(toText(report).replace(/\s+/g, " ")).toContain(said);
    expect(toText(choice).replace(/\s+/g, " ")).toContain(said);
  });

  test("are not mentioned where there are none", () => {
    const all = chooseModel(few, { ...asked, ...bgNbd });
    expect(toText(modelReport(all.chosen, few, asked))).not.toMatch(/none\s+of\s+these\s+numbers/);
  });
});

describe("a report on a model of few purchases", () => {
  const caution = (rows: readonly Transaction[]): string => {
    const observedUntil = "2024-06-01";
    const { chosen } = chooseModel(rows, { observedUntil, ...bgNbd });
    return modelReport(chosen, rows, { observedUntil }).findings[0] ?? "";
  };

  test("says so before anything else", () => {
    expect(caution(few)).toMatch(/^Handle with care: the data are 5 customers with 10 repeat/);
  });

  test("also where customers are many and came back seldom", () => {
    const seldom = [...shop(150, 1), ...shop(20, 2).slice(0, 40)];
    expect(caution(seldom)).toMatch(/^Handle with care: the data are 150 customers with 20 repeat/);
  });

  test("has no such word where there are 100 of each", () => {
    expect(caution(shop(100, 2))).not.toMatch(/Handle with care/);
  });
});
