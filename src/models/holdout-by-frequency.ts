import { requireArgument } from "../base/errors.ts";
import { FREQUENCY_CLASSES } from "./calibration-by-frequency.ts";
import type { CustomerModel } from "./customer-model.ts";
import { isDoubles } from "./doubles.ts";
import { expectedPurchasesOfAll } from "./expected-purchases.ts";
import type { SplitSummary } from "./holdout-error.ts";
import { memberOf } from "./require-model.ts";
import { requireMost } from "./require-question.ts";

/** What customers with so many repeat purchases before the hold-out did in it, per customer. */
export interface HoldoutClass {
  readonly repeatPurchases: number;
  /** The last class holds all with that many or more. */
  readonly orMore: boolean;
  readonly customers: number;
  /** Mean purchases in the hold-out; null without a customer. */
  readonly actual: number | null;
  readonly expected: number | null;
}

/**
 * Purchases in the hold-out by repeat purchases before it, made and expected: does the model know
 * the good customers from the bad?
 *
 * @param most - The last class: that many repeat purchases or more.
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, figure 4.
 * @example
 * const columns = { customer: Int32Array.of(0, 1, 0, 0), day: Int32Array.of(100, 107, 110, 150) };
 * const summary = summarisePurchases(columns, { observedUntil: 170, holdoutFrom: 135 });
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const [once, again] = holdoutByFrequency(model, summary, 1);
 * [once.customers, once.actual, again.customers, again.actual]; // => [1, 0, 1, 1]
 */
export function holdoutByFrequency(
  model: CustomerModel,
  summary: SplitSummary,
  most: number = FREQUENCY_CLASSES,
): readonly HoldoutClass[] {
  requireMost(most, 1);
  const { purchases, horizon } = holdoutOf(summary);
  const expectations = expectedPurchasesOfAll(model, summary, horizon);
  const classes = Array.from({ length: most + 1 }, () => ({ customers: 0, made: 0, foretold: 0 }));
  for (const [row, weight] of summary.customers.entries()) {
    const entry = classes[Math.min(most, summary.repeatPurchases[row] ?? 0)];
    if (entry === undefined) continue;
    entry.customers += weight;
    entry.made += weight * (purchases[row] ?? 0);
    entry.foretold += weight * (expectations[row] ?? 0);
  }
  return classes.map(({ customers, made, foretold }, n) => ({
    ...{ repeatPurchases: n, orMore: n === most, customers },
    actual: customers === 0 ? null : made / customers,
    expected: customers === 0 ? null : foretold / customers,
  }));
}

function holdoutOf(summary: SplitSummary): SplitSummary["holdout"] {
  const holdout: unknown = memberOf(summary, "holdout", "summary");
  const expected = "a summary with a hold-out, as `summarisePurchases` makes it with `holdoutFrom`";
  const purchases = memberOf(holdout, "purchases", "summary.holdout");
  requireArgument(isDoubles(purchases), "summary", expected, summary, "option-wrong-type");
  return summary.holdout;
}
