import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import type { FrequencyClass } from "./calibration-by-frequency.ts";
import type { ModelReport } from "./model-report-shape.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { thinData } from "./thin-data.ts";

const write = /* @__PURE__ */ writerFor(english);

/** What the checks of a model say, in sentences made from their numbers. */
export function modelFindings(
  report: Omit<ModelReport, "findings">,
  data: PurchaseSummary,
): readonly string[] {
  const caution = thinData(data);
  return [
    ...(caution === null ? [] : [caution]),
    ...past(report),
    ...tracked(report),
    ...foretold(report),
    ...order(report),
    ...report.fit.warnings
      .filter(({ code }) => caution === null || code !== "few-customers")
      .map(({ message }) => message),
  ];
}

/** The class of frequency that the model is furthest off at, in customers. */
function past({ calibration, fit }: Omit<ModelReport, "findings">): readonly string[] {
  const off = ({ actual, expected }: FrequencyClass): number => Math.abs(expected - actual);
  const worst = calibration.reduce((most, next) => (off(next) > off(most) ? next : most));
  const share = write.share(off(worst) / fit.customers);
  const more = worst.orMore ? " or more" : "";
  const name = counted(`${worst.repeatPurchases}${more}`, "repeat purchase");
  return [
    `The past: it is furthest off for customers with ${name}, ${write.number(worst.expected, 0)} expected and ${write.count(worst.actual)} counted, which is ${share} of all customers.`,
  ];
}

function tracked({ tracking }: Omit<ModelReport, "findings">): readonly string[] {
  const known = tracking?.filter(({ inHoldout }) => !inHoldout).at(-1);
  if (known === undefined || known.actualSoFar === 0) return [];
  const off = known.expectedSoFar / known.actualSoFar - 1;
  return [
    `The weeks it was fitted to: ${counted(write.number(known.expectedSoFar, 0), "repeat purchase")} expected, ${write.count(known.actualSoFar)} made (${signed(off)}).`,
  ];
}

function foretold({ holdout, unit }: Omit<ModelReport, "findings">): readonly string[] {
  if (holdout === null) return [];
  const { actual, expected, horizon, rootMeanSquare } = holdout;
  const off = actual === 0 ? "" : ` (${signed(expected / actual - 1)})`;
  return [
    `The future: for the ${counted(write.number(horizon, 1), unit)} held out it foretold ${counted(write.number(expected, 0), "purchase")}, ${counted(write.count(actual), "was", "were")} made${off}. A single customer is off by ${write.number(rootMeanSquare, 2)} purchases (root mean square): one customer is far less certain than all together.${newcomers(holdout.newCustomers)}`,
  ];
}

/** Who was not known when the hold-out began. */
export function newcomers(customers: number): string {
  if (customers === 0) return "";
  const who = counted(write.count(customers), "customer");
  return ` ${who} who first bought within it ${plural(customers, "is", "are")} in none of these numbers.`;
}

function order({ holdout }: Omit<ModelReport, "findings">): readonly string[] {
  if (holdout === null || holdout.concordance === null) return [];
  return [
    `Good and poor customers: of two who bought differently often, it put the right one first in ${write.share(holdout.concordance)} of cases; guessing would in 50.0%.`,
  ];
}

function signed(share: number): string {
  return share < 0 ? write.share(share) : `+${write.share(share)}`;
}
