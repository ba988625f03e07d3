import { describe, expect, test } from "vitest";
import {
  bootstrapInterval,
  channelRetention,
  clvByNpsClass,
  nps,
  purchaseFrequency,
  type SurveyAnswer,
  toText,
  translate,
} from "../../src/index.ts";
import {
  churnRisk,
  customerValues,
  fitBgNbd,
  modelReport,
  purchaseSummary,
} from "../../src/models.ts";
import { type Everything, everythingOf, everythingTyped } from "../support/all-results.ts";

/** Sources in which there is one of everything, or next to it. */
const SMALL: Readonly<Record<string, Parameters<typeof everythingOf>[0]>> = {
  "one order, one subscription, one answer each": sourcesOf(
    [["ann", "2024-04-02"]],
    [["ann", "2024-03-01", null]],
    [5],
  ),
  "two orders, a loss, two answers each": sourcesOf(
    [
      ["ann", "2024-02-02"],
      ["ann", "2024-05-02"],
    ],
    [["ann", "2024-01-15", "2024-06-01"]],
    [4, null],
  ),
  "one kept and one lost": sourcesOf(
    [
      ["ann", "2024-02-02"],
      ["ann", "2024-05-02"],
      ["ann", "2024-05-03"],
      ["bob", "2024-02-03"],
      ["cid", "2024-06-03"],
    ],
    [
      ["ann", "2024-01-15", null],
      ["bob", "2024-01-15", "2024-06-01"],
      ["cid", "2024-05-15", "2024-05-20"],
    ],
    [1, 3, 5],
  ),
};

function sourcesOf(
  orders: readonly (readonly [customerId: string, date: string])[],
  subscriptions: readonly (readonly [customerId: string, start: string, end: string | null])[],
  scores: readonly (number | null)[],
) {
  return {
    orders: orders.map(([customerId, date], at) => {
      return { customerId, date, amount: 10, currency: "EUR", orderId: at, channel: "web" };
    }),
    subscriptions: subscriptions.map(([customerId, start, end]) => {
      return { customerId, start, end, mrr: 10, currency: "EUR" };
    }),
    answers: scores.flatMap((score): SurveyAnswer[] =>
      (["nps", "csat", "ces"] as const).map((survey) => {
        return { survey, score, date: "2024-05-06", customerId: "ann" };
      }),
    ),
  };
}

function pagesOf({ variants, cohorts, series, reports, values, others }: Everything) {
  return [...variants, ...cohorts, ...series, ...reports, ...values, ...others];
}

/** What English words end in s after 1 without being nouns of several. */
const NO_PLURALS =
  "adds against does has is less loss minus names plus says shows stands times was weighs".split(
    " ",
  );

/** `1 orders`, `1 customer were`, `1 more customers`: each with some text around it. */
function slipsIn(page: string): readonly string[] {
  const text = page.replace(/\s+/g, " ");
  const plurals = [
    ...text.matchAll(
      /(?<![\d.,:=−–×÷^(-] ?)\b1 (?:more |repeat |last |lost |earlier |new |good |bad )?([a-z-]+s)\b/g,
    ),
  ];
  const verbs = [...text.matchAll(/(?<![\d.,-])\b1 (?:[a-z]+ )?(?:were|are|have)\b/g)];
  return [...plurals.filter(([, word = ""]) => !NO_PLURALS.includes(word)), ...verbs].map(
    ({ index }) => text.slice(Math.max(0, index - 30), index + 50),
  );
}

describe("one of a thing is one thing", () => {
  test.each(Object.entries(SMALL))("in every text: %s", (_, sources) => {
    const pages = pagesOf(everythingOf(sources, "2024-Q2")).map(toText);
    expect([...new Set(pages.flatMap(slipsIn))]).toEqual([]);
  });

  test("in every text made from counts", () => {
    const { variants, others } = everythingTyped();
    expect([...variants, ...others].map(toText).flatMap(slipsIn)).toEqual([]);
  });

  test("in tables by channel and by class of NPS, and in a bootstrap", () => {
    for (const { orders, answers } of Object.values(SMALL)) {
      const scores = (answers as readonly SurveyAnswer[]).filter(({ survey }) => survey === "nps");
      const shown = [
        channelRetention(orders ?? [], { period: "2024-Q2", channel: "channel" }),
        clvByNpsClass({ orders: orders ?? [], answers: scores }, { currency: "EUR" }),
        bootstrapInterval(nps, scores, {}),
        bootstrapInterval(purchaseFrequency, orders ?? [], {}),
      ];
      expect(shown.map(toText).flatMap(slipsIn)).toEqual([]);
    }
  });

  test("in the pages of fitted models", () => {
    for (const { orders = [] } of Object.values(SMALL)) {
      const summary = purchaseSummary(orders, { unit: "week", observedUntil: "2024-07-01" });
      const models = { purchases: fitBgNbd(summary), spend: null };
      const shown = [
        customerValues(models, summary, { horizon: 1 }),
        churnRisk(models, summary, { horizon: 1 }),
        modelReport(models.purchases, orders, { observedUntil: "2024-07-01" }),
      ];
      expect(shown.map(toText).flatMap(slipsIn)).toEqual([]);
    }
  });

  test("in French too", () => {
    const pages = Object.values(SMALL).flatMap((sources) =>
      pagesOf(everythingOf(sources, "2024-Q2")).map((shown) =>
        toText(translate(shown, { locale: "fr" })).replace(/\s+/g, " "),
      ),
    );
    const slip =
      /(?<![\d,.])\b[01] (?:clients|commandes|achats|réponses|lignes|jours|délais|répondants|cohortes|observations|promoteurs|détracteurs|avis favorables|abonnements)\b/g;
    expect([...new Set(pages.flatMap((page) => page.match(slip) ?? []))]).toEqual([]);
  });
});
