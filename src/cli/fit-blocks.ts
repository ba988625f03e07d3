import type { ClvSegments } from "../models/clv-segment.ts";
import type { ChurnRisk } from "../models/customer-risk.ts";
import type { CustomerValues } from "../models/customer-value.ts";
import type { FittedGammaGamma } from "../models/gamma-gamma.ts";
import type { ModelChoice } from "../models/model-choice.ts";
import type { ModelReport } from "../models/model-report-shape.ts";
import type { OrdersSummary } from "../models/purchase-summary-of-orders.ts";
import { spendBlocks } from "../models/spend-blocks.ts";
import { blocksOf } from "../result/display.ts";
import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";

/** All that `loyalty-kpis fit` has found. */
export interface Fitted {
  readonly title: string;
  readonly summary: OrdersSummary;
  readonly choice: ModelChoice;
  readonly spend: FittedGammaGamma | null;
  readonly values: CustomerValues;
  readonly risk: ChurnRisk;
  readonly segments: ClvSegments;
  readonly report: ModelReport;
}

/** The page of `loyalty-kpis fit`, in the order of an analyst's questions. */
export function fitBlocks(fitted: Fitted): readonly Block[] {
  const { choice, spend, values, risk, segments, report, summary } = fitted;
  const write = writerFor(english);
  const repeats = summary.repeatPurchases.reduce((sum, count) => sum + count, 0);
  const rows = summary.warnings.map((fact) => english.warning(fact, write));
  return [
    { kind: "heading", level: 1, text: fitted.title },
    {
      kind: "paragraph",
      text: `${write.count(summary.age.length)} customers with ${write.count(repeats)} repeat purchases. Purchases of a customer on one day count as one; the first purchase starts the clock.`,
    },
    ...(rows.length === 0
      ? []
      : [{ kind: "notes" as const, label: "About the rows", mark: "!" as const, items: rows }]),
    ...section("Which model, and why", choice),
    ...section("What customers are worth, and how sure that is", values),
    ...(blocksOf(segments) ?? []),
    ...(spend === null ? [] : spendBlocks(spend, summary.currency)),
    ...section("Who is about to leave", risk).filter(
      (block) => block.kind !== "heading" || block.level === 2,
    ),
    ...section("How well the model does", report),
  ];
}

function section(text: string, shown: object): readonly Block[] {
  return [{ kind: "heading", level: 2, text }, ...(blocksOf(shown) ?? [])];
}
