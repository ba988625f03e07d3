import { expect } from "vitest";
import type { Issue, KpiResult, Warning } from "../../src/index.ts";
import { KpiError } from "../../src/index.ts";
import type { Door } from "./doors.ts";

/** A fault or a warning, with its place. */
export type Notice = Issue | Warning | { readonly code: string; readonly field?: string };

/** What one function answered to one case. */
export interface Answer {
  readonly door: string;
  /** Null where there was a result. */
  readonly refusal: KpiError | null;
  readonly warnings: readonly Notice[];
  /** Why results have no value. */
  readonly reasons: readonly Notice[];
  readonly facts: Readonly<Record<string, unknown>>;
  /** The results as JSON. */
  readonly text: string;
}

/** Asks one function. Anything thrown but a `KpiError` fails the test. */
export function answerOf({ name, ask }: Door, rows: unknown, options: unknown): Answer {
  const none = { warnings: [], reasons: [], facts: {}, text: "" };
  try {
    return { ...none, door: name, refusal: null, ...read(ask(rows as never, options as never)) };
  } catch (fault) {
    if (!(fault instanceof KpiError)) throw fault;
    expectTold(fault);
    return { ...none, door: name, refusal: fault };
  }
}

/** Messages are short, name what they refuse, and repeat no row. */
function expectTold({ message, issues }: KpiError): void {
  expect(message.length).toBeLessThanOrEqual(500);
  expect(issues.length).toBeGreaterThan(0);
  expect(issues.length).toBeLessThanOrEqual(1000);
  for (const issue of issues) {
    expect(issue.message.length).toBeLessThanOrEqual(500);
    expect(issue.received?.length ?? 0).toBeLessThanOrEqual(80);
    expect(issue.message).not.toContain('"customerId":');
    if (issue.received !== undefined) expect(issue.message).toContain(issue.received);
  }
}

type Shown = Partial<KpiResult> & {
  readonly results?: readonly KpiResult[];
  readonly points?: readonly { readonly result: KpiResult }[];
};

function read(made: unknown): Pick<Answer, "warnings" | "reasons" | "facts" | "text"> {
  const shown = made as Shown;
  const results: readonly Shown[] = shown.results ??
    shown.points?.map(({ result }) => result) ?? [shown];
  return {
    warnings: results.flatMap(({ warnings = [] }) => warnings),
    reasons: results.flatMap(({ reason }) =>
      typeof reason === "string" ? [{ code: reason }] : [],
    ),
    facts: Object.assign({}, ...results.map(factsOf)),
    text: shown.kpi === undefined && shown.results === undefined ? "" : JSON.stringify(made),
  };
}

/** Facts of the corpus, as one result tells them; ratios as their exact decimal text. */
function factsOf({ kpi, variant, exact, value, counts }: Shown): Readonly<Record<string, unknown>> {
  const told = (counts ?? {}) as Readonly<Record<string, unknown>>;
  switch (kpi) {
    case "averageOrderValue":
      return { orders: told["orders"], total: told["revenue"], net: told["revenue"], aov: exact };
    case "repeatCustomerRate":
      return { customers: told["customers"], repeatRate: exact };
    case "purchaseFrequency":
      return { frequency: exact };
    case "retentionRate":
      return { activeAtStart: told["customersAtStart"], retention: exact };
    case "churnRate":
      return variant === "starters" ? { lost: lostOf(told), churn: exact } : {};
    case "nps": {
      const { promoters, passives, detractors } = told;
      const answers = Number(promoters) + Number(passives) + Number(detractors);
      return { answers, promoters, passives, detractors, nps: value };
    }
    default:
      return {};
  }
}

function lostOf(counts: Readonly<Record<string, unknown>>): number {
  return Number(counts["customersAtStart"]) - Number(counts["retainedCustomers"]);
}
