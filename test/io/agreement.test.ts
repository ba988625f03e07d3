import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import type { Issue } from "../../src/base/issue.ts";
import type { ReadRows } from "../../src/io/read-result.ts";
import { readSubscriptions } from "../../src/io/read-subscriptions.ts";
import { readSurveyAnswers } from "../../src/io/read-survey-answers.ts";
import { readTransactions } from "../../src/io/read-transactions.ts";
import {
  subscriptionSchema,
  surveyAnswerSchema,
  transactionSchema,
} from "../../src/io/record-schemas.ts";
import { sieve } from "../../src/io/sieve.ts";
import { answersLedger } from "../../src/ledger/answers-ledger.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import { subscriptionsLedger } from "../../src/ledger/subscriptions-ledger.ts";

/** Which member is refused with which code. */
const faultsOf = (issues: readonly Issue[]) =>
  issues.map(({ code, field }) => `${field ?? "row"}: ${code}`).sort();

/** What a ledger refuses in a row by itself. */
function refusedBy(ledger: (rows: readonly never[]) => unknown, row: unknown) {
  try {
    ledger([row as never]); // whatever it is, the ledger checks it
    return [];
  } catch (error) {
    if (error instanceof KpiError) return faultsOf(error.issues);
    throw error;
  }
}

const rejectedBy = ({ rejects }: ReadRows<unknown>) =>
  faultsOf(rejects.flatMap(({ issues }) => issues));

/** Values of which some are right somewhere and most are wrong. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    ...[undefined, null, "", " ", "x", "ann", "c1 ", 0, 1, -1, 7, 10, 11, 5.5, 1e21, Number.NaN],
    ...[
      Number.POSITIVE_INFINITY,
      -0,
      2 ** 53,
      true,
      false,
      "true",
      "sale",
      "refund",
      "nps",
      "csat",
    ],
    ...["EUR", "eur", "DEM", "XXXX", "2024-02-29", "2023-02-29", "2024-02-28", "01/02/2024"],
    ...["2024-02-29T10:00:00Z", "2024-02-29 10:00:00 +0100", "2024-02-29T10:00:00", "0000-00-00"],
    ...["5", "5.00", "-5.00", "1,5", "1e3", "0.1234567", "99999999999999999999", "voluntary"],
    ...[new Date(0), new Date(Number.NaN), [], {}, 5n, Symbol("x"), () => 0, "x".repeat(1001)],
  ),
  fc.string(),
  fc.double(),
);

const rowOf = (good: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  fc
    .dictionary(fc.constantFrom(...names), junk, { maxKeys: 3, noNullPrototype: true })
    .map((bad) => ({ ...good, ...bad }));

describe("the tolerant door sets aside what the strict one refuses, with the same codes", () => {
  test("transactions", () => {
    const good = { customerId: "ann", date: "2024-02-28", amount: "5.00", orderId: "o1" };
    const names = ["customerId", "date", "amount", "orderId", "currency", "type", "refundOf"];
    const rows = rowOf(good, [...names, "refundId", "discount", "tax", "shipping"]);
    const property = fc.property(rows, (row) => {
      const refused = refusedBy(ordersLedger, row);
      const read = readTransactions([row], { layout: "plain" });
      expect(rejectedBy(read)).toEqual(refused);
      expect(rejectedBy(sieve([row], transactionSchema))).toEqual(refused);
      if (refused.length === 0) expect(refusedBy(ordersLedger, read.rows[0])).toEqual([]);
    });
    fc.assert(property, { numRuns: 1000 });
  });

  test("transactions of guests", () => {
    const good = { customerId: "ann", date: "2024-02-28", amount: "5.00" };
    const property = fc.property(rowOf(good, ["customerId"]), (row) => {
      const refused = refusedBy((rows) => ordersLedger(rows, { guests: "keep" }), row);
      expect(rejectedBy(readTransactions([row], { guests: "keep" }))).toEqual(refused);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test("subscriptions", () => {
    const good = { customerId: "ann", start: "2024-02-28", mrr: "30.00" };
    const names = ["customerId", "start", "end", "mrr", "subscriptionId", "currency"];
    const rows = rowOf(good, [...names, "cancelledAt", "reason", "trial"]);
    const property = fc.property(rows, (row) => {
      const refused = refusedBy(subscriptionsLedger, row);
      const read = rejectedBy(readSubscriptions([row]));
      // The ledger compares start and end only where every date of the row could be read.
      const isOrderSeen = !refused.some((fault) => fault.startsWith("cancelledAt"));
      const seen = read.filter((fault) => isOrderSeen || !fault.includes("reversed"));
      expect(seen).toEqual(refused);
      expect(rejectedBy(sieve([row], subscriptionSchema))).toEqual(read);
    });
    fc.assert(property, { numRuns: 1000 });
  });

  test("survey answers", () => {
    const good = { score: 4, survey: "csat" };
    const rows = rowOf(good, ["score", "respondentId", "customerId", "date"]);
    const property = fc.property(rows, (row) => {
      const refused = refusedBy(answersLedger, row);
      expect(rejectedBy(readSurveyAnswers([row]))).toEqual(refused);
      expect(rejectedBy(sieve([row], surveyAnswerSchema))).toEqual(refused);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
