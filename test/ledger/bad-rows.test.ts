import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { scaledToText } from "../../src/base/amount.ts";
import { KpiError } from "../../src/base/errors.ts";
import { exactSum } from "../../src/base/exact-sum.ts";
import type { Issue } from "../../src/base/issue.ts";
import { type AnswersLedger, NOT_ANSWERED } from "../../src/ledger/answers.ts";
import { answersLedger } from "../../src/ledger/answers-ledger.ts";
import type { OrdersLedger } from "../../src/ledger/orders.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import type { SubscriptionsLedger } from "../../src/ledger/subscriptions.ts";
import { subscriptionsLedger } from "../../src/ledger/subscriptions-ledger.ts";
import { type BadInput, type Corpus, decode, inputOf } from "../support/bad-inputs.ts";
import { sharedJson } from "../support/shared.ts";

type Ledger = OrdersLedger | SubscriptionsLedger | AnswersLedger;
type Outcome = { readonly issues: readonly Issue[] } | { readonly ledger: Ledger };

const corpus = sharedJson("bad-inputs/corpus.json") as Corpus | null;

/** Options of the corpus that a ledger knows; the others are asked of a KPI. */
const KNOWN = ["currency", "timeZone", "asOf", "scale"];

/** Kinds of fault that a ledger does not judge: they are about an answer. */
const OF_ANSWERS = [
  "REFUNDS_EXCEED_SALES",
  "TOO_FEW",
  "NO_DATA",
  "ZERO_DENOMINATOR",
  "REACTIVATED",
];

/** Where our names are not those of the corpus in small letters. */
const OUR_CODES: Readonly<Record<string, readonly string[]>> = {
  ID_DUPLICATE: ["duplicate-transaction", "duplicate-respondent"],
  SCORE_MISSING: ["field-missing"],
  DATE_NONEXISTENT: ["date-ambiguous"],
};

describe.skipIf(corpus === null)("the strict door answers the bad-input corpus", () => {
  for (const badInput of corpus?.cases ?? []) {
    const kind = corpus?.bases[badInput.base]?.kind ?? "";
    const { op, path } = badInput.edit;
    const isOurs = ["transactions", "subscriptions", "answers"].includes(kind);
    if (!isOurs || (op === "option" && !KNOWN.includes(path ?? ""))) continue;
    test.skipIf(badInput.slow === true && process.env["SLOW"] === undefined)(
      `${badInput.family}: ${badInput.id}`,
      () => {
        answersRightly(badInput, kind);
      },
    );
  }
});

function answersRightly(badInput: BadInput, kind: string): void {
  if (corpus === null) return;
  const { outcome: allowed, codes, where, facts, budgetMs } = badInput.expect;
  const options = optionsOf(badInput, kind);
  const input = inputOf(corpus, badInput);
  const before = inspect(input, INSPECTED);
  const prototypes = inspect(PROTOTYPES, { showHidden: true });

  const start = performance.now();
  const outcome = underPollution(badInput, () => read(kind, input, options));
  if (budgetMs !== undefined) expect(performance.now() - start).toBeLessThan(budgetMs);

  const notices = "issues" in outcome ? outcome.issues : outcome.ledger.warnings;
  const judged = codes.filter((code) => !OF_ANSWERS.includes(code));
  const wanted = judged.flatMap(
    (code) => OUR_CODES[code] ?? code.toLowerCase().replaceAll("_", "-"),
  );
  const about = notices.filter((notice) => wanted.includes(notice.code));
  const came = "issues" in outcome ? "error" : about.length > 0 ? "warning" : "accept";
  const isOfAnswers = codes.length > 0 && judged.length === 0;
  const fits =
    allowed.includes(came) || (came === "accept" && (isOfAnswers || allowed.includes("no-number")));
  expect(fits, `${came}: ${inspect(notices)}`).toBe(true);

  if (came !== "accept" && wanted.length > 0) {
    expect(about.map(({ code }) => code)).not.toEqual([]);
    if (where !== undefined) expect(about).toContainEqual(expect.objectContaining(where));
  }
  if (came === "accept" && codes.length === 0 && allowed.length === 1) expect(notices).toEqual([]);
  if ("ledger" in outcome) {
    const known = factsOf(outcome.ledger);
    for (const [name, fact] of Object.entries(facts ?? {})) {
      expect([name, known[name]]).toEqual([name, typeof fact === "string" ? reduced(fact) : fact]);
    }
  }
  if ("issues" in outcome)
    for (const issue of outcome.issues) expect(issue.message.length).toBeLessThan(500);

  expect(inspect(input, INSPECTED)).toBe(before);
  expect(inspect(PROTOTYPES, { showHidden: true })).toBe(prototypes);
  const again = underPollution(badInput, () => read(kind, inputOf(corpus, badInput), options));
  expect(again).toEqual(outcome);
}

const INSPECTED = { depth: 4, maxArrayLength: 20, maxStringLength: 200, showProxy: true } as const;
const PROTOTYPES = [Object.prototype, Array.prototype, Map.prototype, Date.prototype];

function optionsOf({ options, edit }: BadInput, kind: string): Record<string, unknown> {
  const usual = { timeZone: "UTC", currency: "EUR", asOf: "2024-03-01T00:00:00Z" };
  const edited = edit.op === "option" ? { [edit.path ?? ""]: decode(edit.value) } : {};
  const known = Object.entries({ ...usual, ...options, ...edited }).filter(
    ([name]) => KNOWN.includes(name) && (name !== "scale" || kind === "answers"),
  );
  return Object.fromEntries(known.filter(([name]) => name !== "currency" || kind !== "answers"));
}

function read(kind: string, rows: unknown, options: Record<string, unknown>): Outcome {
  try {
    // The types forbid most of the corpus; that is what it is for.
    if (kind === "transactions") return { ledger: ordersLedger(rows as never, options) };
    if (kind === "subscriptions") return { ledger: subscriptionsLedger(rows as never, options) };
    const survey = surveyOf(rows);
    return { ledger: answersLedger(rows as never, { ...options, survey }) };
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    expect(error.message.length).toBeLessThanOrEqual(500);
    return { issues: error.issues };
  }
}

/** The survey that the caller of the corpus asks for is that of the first row. */
function surveyOf(rows: unknown): "nps" | "csat" | "ces" {
  return (rows as readonly { readonly survey: "nps" | "csat" | "ces" }[])[0]?.survey ?? "nps";
}

function underPollution({ env }: BadInput, run: () => Outcome): Outcome {
  const polluted = [
    [Object.prototype, env?.pollute ?? {}],
    [Array.prototype, env?.polluteArray ?? {}],
  ] as const;
  for (const [prototype, members] of polluted) Object.assign(prototype, members);
  try {
    return run();
  } finally {
    for (const [prototype, members] of polluted) {
      for (const name of Object.keys(members)) Reflect.deleteProperty(prototype, name);
    }
  }
}

function factsOf(ledger: Ledger): Readonly<Record<string, unknown>> {
  if (ledger.kind === "orders") return factsOfOrders(ledger);
  return ledger.kind === "subscriptions" ? factsOfSubscriptions(ledger) : factsOfAnswers(ledger);
}

function factsOfOrders({ sales, refunds, scale }: OrdersLedger): Readonly<Record<string, unknown>> {
  const orders = new Map<number, number>();
  for (const code of sales.customer) orders.set(code, (orders.get(code) ?? 0) + 1);
  const repeating = [...orders.values()].filter((count) => count > 1).length;
  const total = exactSum(sales.amount.values) - exactSum(refunds.amount.values);
  return {
    orders: sales.size,
    customers: orders.size,
    total: scaledToText(total, scale),
    net: scaledToText(total, scale),
    repeatRate: reduced(`${repeating}/${orders.size}`),
    frequency: reduced(`${sales.size}/${orders.size}`),
    aov: reduced(`${total}/${sales.size * 10 ** scale}`),
  };
}

/** Who is a customer when the period of the corpus starts, and who still when it ends. */
function factsOfSubscriptions(ledger: SubscriptionsLedger): Readonly<Record<string, unknown>> {
  const activeAt = (day: number): ReadonlySet<number> =>
    new Set(
      [...ledger.customer].filter(
        (_, at) => (ledger.start[at] ?? 0) < day && (ledger.end[at] ?? 0) >= day,
      ),
    );
  const atStart = activeAt(Date.parse("2024-02-01") / 86_400_000);
  const atEnd = activeAt(Date.parse("2024-03-01") / 86_400_000);
  const kept = [...atStart].filter((code) => atEnd.has(code)).length;
  const lost = atStart.size - kept;
  return {
    ...{ activeAtStart: atStart.size, lost },
    retention: reduced(`${kept}/${atStart.size}`),
    churn: reduced(`${lost}/${atStart.size}`),
  };
}

function factsOfAnswers({ score }: AnswersLedger): Readonly<Record<string, unknown>> {
  const scores = [...score].filter((answer) => answer !== NOT_ANSWERED);
  const promoters = scores.filter((answer) => answer >= 9).length;
  const detractors = scores.filter((answer) => answer <= 6).length;
  const passives = scores.length - promoters - detractors;
  const nps = (100 * (promoters - detractors)) / scores.length;
  return { answers: scores.length, promoters, passives, detractors, nps };
}

/** A ratio in lowest terms, or an amount without zeros at its end. */
function reduced(fact: string): string {
  if (!fact.includes("/")) return fact.replace(/\.0*$|(\.\d*?)0+$/, "$1");
  const [above = 0, below = 1] = fact.split("/").map(Number);
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const common = divisor(Math.abs(above), Math.abs(below));
  return `${above / common}/${below / common}`;
}
