import { KpiError, newFaults, throwFaults } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import { show } from "../base/show.ts";
import type { CustomerId } from "../ledger/rows.ts";
import { counted } from "../result/plural.ts";
import type { SpendColumns } from "./gamma-gamma-likelihood.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";

/** The customers that a spend model can use, and how many it cannot. */
export interface Spend {
  readonly columns: SpendColumns;
  readonly withoutRepeats: number;
  readonly withoutSpend: number;
}

/** Picks those who bought again and paid for it. Spend below 0 is refused. */
export function readSpend(summary: PurchaseSummary): Spend {
  const { repeatPurchases, meanSpend, customers } = summary;
  const [x, mean, weights]: [number[], number[], number[]] = [[], [], []];
  let [withoutRepeats, withoutSpend] = [0, 0];
  const faults = newFaults();
  for (let row = 0; row < customers.length; row += 1) {
    const weight = customers[row] ?? 0;
    const count = repeatPurchases[row] ?? 0;
    const spend = meanSpend?.[row] ?? 0;
    if (spend < 0) faults.add(negative(row, spend, summary.customerIds?.[row]));
    else if (count === 0) withoutRepeats += weight;
    else if (spend === 0) withoutSpend += weight;
    else {
      x.push(count);
      mean.push(spend);
      weights.push(weight);
    }
  }
  throwFaults("invalid-data", faults);
  if (x.length === 0) throw nothingToFit(withoutRepeats, withoutSpend);
  const columns = {
    x: Float64Array.from(x),
    mean: Float64Array.from(mean),
    customers: Float64Array.from(weights),
  };
  return { columns, withoutRepeats, withoutSpend };
}

function negative(row: number, spend: number, customerId: CustomerId | undefined): Issue {
  const expected = "0 or more";
  const of = customerId === undefined ? "" : ` of customer ${show(customerId)}`;
  const message = `\`meanSpend\`${of} must be ${expected}; received ${show(spend)}.`;
  const code = "negative-amount" as const;
  return { code, message, row, field: "meanSpend", expected, received: show(spend) };
}

function nothingToFit(withoutRepeats: number, withoutSpend: number): KpiError {
  const message =
    "A spend model needs customers with repeat purchases of a positive value; there are none: " +
    `${counted(String(withoutRepeats), "customer")} without repeat purchases and ${withoutSpend} without spend were left out.`;
  return new KpiError("invalid-data", message, [
    { code: "model-not-identified", message, field: "meanSpend" },
  ]);
}
