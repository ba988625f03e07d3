import { describe, expect, test } from "vitest";
import { type ReportQuestion, report, toMarkdown, toText, translate } from "../../src/index.ts";

const orders = [
  { customerId: "ann", date: "2025-01-09", amount: 30 },
  { customerId: "ann", date: "2025-04-02", amount: 12.5 },
  { customerId: "bob", date: "2025-06-30", amount: 8 },
];
const subscriptions = [
  { customerId: "ann", start: "2025-01-01", mrr: 10 },
  { customerId: "bob", start: "2025-02-01", end: "2025-05-01", mrr: 10 },
];
const answers = [
  { survey: "nps", score: 9, date: "2025-06-20" },
  { survey: "csat", score: 4, date: "2025-06-20" },
] as const;
const question: ReportQuestion = { period: "2025-Q2", currency: "EUR", asOf: "2025-07-01" };
const { asOf: _, ...withoutEnd } = question;

/** The notes under a heading. */
function notesUnder(page: string, heading: string): string {
  const [, after = ""] = page.split(`${heading}\n${"-".repeat(heading.length)}\n`);
  return (after.split("\n\n")[0] ?? "").replace(/\s+/g, " ").trim();
}

describe("the page of a report", () => {
  test("no two of its headings are the same", () => {
    for (const sources of [{ orders, subscriptions }, { orders }, { subscriptions }]) {
      for (const locale of ["en", "fr"] as const) {
        const page = toMarkdown(translate(report(sources, question), { locale }));
        const headings: readonly string[] = page.match(/^#+ .+$/gm) ?? [];
        expect(headings.length).toBeGreaterThan(5);
        expect(headings.filter((one, at) => headings.indexOf(one) !== at)).toEqual([]);
      }
    }
  });

  test("names the rows behind retention and churn where there are two kinds of them", () => {
    const page = toText(report({ orders, subscriptions }, question));
    for (const kpi of ["Retention rate", "Churn rate"]) {
      expect(page).toMatch(new RegExp(`^${kpi} \\(orders\\): `, "m"));
      expect(page).toMatch(new RegExp(`^${kpi} \\(subscriptions\\): `, "m"));
    }
    expect(page.match(/^Churn rate \(orders\)$/gm)).toHaveLength(1); // over its other definitions
    expect(page.match(/^Churn rate \(subscriptions\)$/gm)).toHaveLength(1);
  });

  test("says of churn of a month and of a year that it is of subscriptions", () => {
    const page = toText(report({ orders, subscriptions }, question));
    expect(page).toMatch(/^Churn rate of a month \(subscriptions\): /m);
    expect(page).toMatch(/^Churn rate of a year \(subscriptions\): /m);
  });

  test("does not name the only kind of rows there is", () => {
    expect(toText(report({ orders }, question))).not.toMatch(/\(orders\)/);
  });

  test("says of which rows a warning is", () => {
    const made = report({ orders, answers }, withoutEnd);
    expect(notesUnder(toText(made), "About the rows")).toBe(
      "· Answers: The period runs until 2025-07-01 but the data end before 2025-06-21 (neither day included).",
    );
    const french = toText(translate(made, { locale: "fr" })).replace(/\s+/g, " ");
    expect(french).toMatch(/· Réponses : la période court jusqu’au 1er juillet 2025/);
  });

  test("names no rows where a warning is of all of them", () => {
    const made = report({ orders: orders.slice(0, 2) }, withoutEnd);
    expect(notesUnder(toText(made), "About the rows")).toMatch(/^· The period runs until/);
  });
});
