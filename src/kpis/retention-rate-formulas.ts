import type { RetentionCounts } from "../counts/retention-counts.ts";
import { type Formula, minus, over, symbol } from "../result/formula.ts";
import type { RetentionVariant } from "./retention-rate-form.ts";
import type { RetentionSymbol } from "./retention-symbols.ts";

type RetentionFormula = Formula<RetentionSymbol>;

const start: RetentionFormula = /* @__PURE__ */ symbol("customersAtStart");
const end: RetentionFormula = /* @__PURE__ */ symbol("customersAtEnd");
const fresh: RetentionFormula = /* @__PURE__ */ symbol("newCustomers");

/** The formula of each form of retention. */
export const RETENTION_FORMULAS: Readonly<
  Record<RetentionVariant, (counts: RetentionCounts) => RetentionFormula>
> = {
  cohort: keptOverStart,
  counts: ({ returnedCustomers }) => {
    const kept = minus(end, fresh);
    const excluded = (returnedCustomers ?? 0) > 0;
    return over(excluded ? minus(kept, symbol("returnedCustomers")) : kept, start);
  },
  "counts-with-returned": () => over(minus(end, fresh), start),
  "end-over-start": () => over(end, start),
  "repeat-active": keptOverStart,
};

function keptOverStart(): RetentionFormula {
  return over(symbol("retainedCustomers"), start);
}

/** What a form sets against the customers at the start, as a number. */
export function keptBy(variant: RetentionVariant, counts: RetentionCounts): number {
  const { retainedCustomers, customersAtEnd, newCustomers, returnedCustomers } = counts;
  switch (variant) {
    case "cohort":
    case "repeat-active":
      return retainedCustomers ?? 0;
    case "counts":
      return (customersAtEnd ?? 0) - (newCustomers ?? 0) - (returnedCustomers ?? 0);
    case "counts-with-returned":
      return (customersAtEnd ?? 0) - (newCustomers ?? 0);
    case "end-over-start":
      return customersAtEnd ?? 0;
  }
}
