import { describe, expect, test } from "vitest";
import type { Reject } from "../../src/io/read-result.ts";
import { readSubscriptions } from "../../src/io/read-subscriptions.ts";
import { readSurveyAnswers } from "../../src/io/read-survey-answers.ts";

const codesOf = (rejects: readonly Reject[]) =>
  rejects.map(({ line, column, issues }) => [line, column, ...issues.map(({ code }) => code)]);

describe("subscriptions", () => {
  test("are read under the usual names", () => {
    const text =
      "subscription_id;customer_id;started_at;ended_at;mrr;currency;cancelled_at;reason;is_trial;plan\n" +
      "s1;ann;2024-01-01;;30.00;EUR;;;FALSE;gold\n" +
      "s2;bob;2024-01-10;2024-02-15;50;EUR;2024-02-01 10:00:00 UTC;voluntary;true;\n";
    const { rows, rejects, summary } = readSubscriptions(text);
    expect(rejects).toEqual([]);
    expect(rows).toEqual([
      {
        ...{ subscriptionId: "s1", customerId: "ann", start: "2024-01-01", mrr: "30.00" },
        ...{ currency: "EUR", trial: false, plan: "gold" },
      },
      {
        ...{ subscriptionId: "s2", customerId: "bob", start: "2024-01-10", end: "2024-02-15" },
        ...{ mrr: "50", currency: "EUR", cancelledAt: "2024-02-01T10:00:00Z" },
        ...{ reason: "voluntary", trial: true },
      },
    ]);
    expect(summary.columns).toMatchObject({
      start: "started_at",
      end: "ended_at",
      trial: "is_trial",
    });
  });

  test("are set aside with what is wrong", () => {
    const text =
      "customerId,start,end,mrr,reason,trial\n" +
      "ann,2024-02-01,2024-01-31,30,,\n" +
      "ann,2024-02-01,2024-02-01,30,,\n" +
      "ann,2024-02-01,,-30,,\n" +
      ",2024-02-01,,30,,\n" +
      "ann,2024-02-01,,30,bored,maybe\n" +
      "ann,,,,,\n";
    expect(codesOf(readSubscriptions(text).rejects)).toEqual([
      [2, 3, "subscription-reversed"],
      [4, 4, "negative-amount"],
      [5, 1, "id-empty"],
      [6, 5, "field-wrong-type", "field-wrong-type"],
      [7, 2, "field-missing", "field-missing"],
    ]);
  });

  test("end in the zone of the caller", () => {
    // In Tokyo both are on 1 February; the end is the earlier instant on that day.
    const text = "customerId,start,end,mrr\nann,2024-02-01 08:00:00,2024-02-01 07:00:00,30\n";
    const { rejects } = readSubscriptions(text, { timeZone: "Asia/Tokyo" });
    expect(codesOf(rejects)).toEqual([[2, 3, "subscription-reversed"]]);
  });
});

describe("survey answers", () => {
  test("are read under the usual names; no answer is null, not 0", () => {
    const text =
      "Response ID,Rating,Survey,Email,Submitted at\nr1,9,nps,ann,2025-01-09\nr2,,nps,,\n";
    const { rows, summary } = readSurveyAnswers(text);
    expect(rows).toEqual([
      { respondentId: "r1", score: 9, survey: "nps", customerId: "ann", date: "2025-01-09" },
      { respondentId: "r2", score: null, survey: "nps" },
    ]);
    expect(summary.columns["score"]).toBe("Rating");
  });

  test("may be bare scores", () => {
    const { rows, rejects } = readSurveyAnswers([10, null, 11, 7.5, "9"], { survey: "nps" });
    expect(rows).toEqual([{ score: 10 }, { score: null }]);
    expect(rejects.map(({ row, issues }) => [row, issues[0]?.code])).toEqual([
      [2, "score-out-of-scale"],
      [3, "score-not-integer"],
      [4, "row-not-object"],
    ]);
  });

  test.each([
    ["11", "score-out-of-scale"],
    ["-1", "score-out-of-scale"],
    ["7.5", "score-not-integer"],
    ["7,5", "csv-columns"],
    ["very", "number-format"],
    ["1e1", "number-format"],
    [" 7", "number-format"],
  ])("the score %j is set aside: %s", (score, code) => {
    const { rejects } = readSurveyAnswers(`score,survey\n${score},nps\n`);
    expect(rejects[0]?.issues[0]).toMatchObject({ code, line: 2 });
  });

  test("are held to the scale of their survey where it is known", () => {
    const text = "score,survey\n6,csat\n6,ces\n6,nps\n6,\n";
    const usual = readSurveyAnswers(text);
    expect(usual.rows).toHaveLength(3);
    expect(codesOf(usual.rejects)).toEqual([[2, 1, "score-out-of-scale"]]);
    const wide = readSurveyAnswers(text, {
      scales: { csat: { min: 1, max: 7 }, ces: { min: 1, max: 5 } },
    });
    expect(codesOf(wide.rejects)).toEqual([[3, 1, "score-out-of-scale"]]);
    const one = readSurveyAnswers(text, { survey: "csat" });
    expect(codesOf(one.rejects)).toEqual([
      [2, 1, "score-out-of-scale"],
      [3, 2, "scale-mixed"],
      [4, 2, "scale-mixed"],
      [5, 1, "score-out-of-scale"],
    ]);
  });
});
