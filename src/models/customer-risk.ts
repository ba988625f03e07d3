import type { CustomerValue, CustomerValues } from "./customer-value.ts";
import type { OwnRhythm } from "./own-rhythm.ts";

/** Where a customer stands. */
export type RiskBand =
  /** P(alive) is high. */
  | "here"
  /** P(alive) is neither high nor low, and the silence is long for this customer. */
  | "at-risk"
  /** P(alive) is neither, and the silence is nothing unusual: too little is known of the customer. */
  | "unclear"
  /** P(alive) is low. */
  | "gone";

/** One customer's risk. */
export interface CustomerRisk
  extends OwnRhythm,
    Pick<CustomerValue, "customerId" | "customers" | "probabilityAlive" | "value" | "valueIfHere"> {
  readonly band: RiskBand;
  /** Value expected to be lost: (1 − P(alive)) × what the customer would bring if still here. */
  readonly valueAtStake: number;
}

/** All customers of one band. */
export interface RiskBandTotal {
  readonly band: RiskBand;
  readonly customers: number;
  readonly value: number;
  readonly valueAtStake: number;
}

/** Customers by how likely they have left, with what is at stake. Frozen; shows itself as a page. */
export interface ChurnRisk
  extends Pick<
    CustomerValues,
    "unit" | "isMoney" | "currency" | "horizon" | "annualDiscountRate" | "margin"
  > {
  readonly kind: "churn-risk";
  readonly hereFrom: number;
  readonly goneBelow: number;
  readonly unusualBelow: number;
  readonly bands: readonly RiskBandTotal[];
  readonly customers: readonly CustomerRisk[];
  readonly remarks: readonly string[];
}
