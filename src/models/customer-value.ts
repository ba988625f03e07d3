import type { CustomerId } from "../ledger/rows.ts";
import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import type { FittedGammaGamma } from "./gamma-gamma.ts";
import type { TimeUnit } from "./time-unit.ts";
import type { ValueAsked } from "./value-question.ts";

/** The fitted models that tell what customers are worth. */
export interface CustomerModels {
  /** When they buy and leave. */
  readonly purchases: FittedPurchaseModel;
  /** What they spend. Without it values count purchases, discounted. */
  readonly spend?: FittedGammaGamma | null;
}

/** What one customer, or each of several that are alike, is expected to bring. */
export interface CustomerValue {
  /** Null where the summary names nobody. */
  readonly customerId: CustomerId | null;
  /** How many customers are alike in this. */
  readonly customers: number;
  readonly probabilityAlive: number;
  /** Within the horizon, not discounted. */
  readonly expectedPurchases: number;
  /**
   * What one such customer is likely to make: prediction interval of the stated confidence. Null
   * where that would be more than 255.
   */
  readonly likelyPurchases: readonly [fewest: number, most: number] | null;
  /** Of a purchase; null without a spend model. */
  readonly expectedSpend: number | null;
  /** Customer lifetime value over the horizon, discounted. */
  readonly value: number;
  /** Confidence interval of that expectation; null where the data do not carry one. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** What it would be if the customer were certain to be still here. */
  readonly valueIfHere: number;
}

/** What each customer is expected to bring, and all together. Frozen; shows itself as a page. */
export interface CustomerValues extends ValueAsked {
  readonly kind: "customer-values";
  readonly unit: TimeUnit;
  /** Values are money; else purchases. */
  readonly isMoney: boolean;
  /** One a place of the summary, in its order. */
  readonly customers: readonly CustomerValue[];
  readonly total: {
    readonly customers: number;
    readonly value: number;
    readonly lower: number | null;
    readonly upper: number | null;
    /** Customers expected to be still here. */
    readonly alive: number;
    readonly expectedPurchases: number;
  };
  readonly remarks: readonly string[];
}
