/** Who bought. Text and number are kept apart: `"1"` and `1` are two customers, and warned about. */
export type CustomerId = string | number;

/** An id of an order, a refund, a subscription or a respondent. */
export type RowId = string | number;

/** A column of ids, null where no row has one. */
export type Ids = readonly (RowId | undefined)[] | null;

/**
 * A moment: a day (`"2025-03-01"`), an instant with its offset (`"2025-03-01T10:00:00Z"`) or a
 * `Date`. The ledger's zone decides the day of an instant.
 */
export type DateInput = string | Date;

/** An amount of money in whole units: a number, or text `-?digits[.digits]` such as `"12.50"`. */
export type AmountInput = number | string;

/**
 * One order, one line of an order, or one refund. Any further member may be a dimension.
 *
 * @example
 * const row: Transaction = { customerId: "ann", date: "2025-01-09", amount: "30.00" };
 * row.amount; // => "30.00"
 */
export interface Transaction {
  /** Absent only where guests are kept. */
  readonly customerId?: CustomerId | null | undefined;
  readonly date: DateInput;
  /**
   * What the items cost, discounts taken off, tax and shipping left out. Of a `type: "refund"` row
   * the size alone counts, whatever its sign; a negative amount without `type` is a refund.
   */
  readonly amount: AmountInput;
  /** Unique among sales. A refund may carry the id of the sale that it refunds. */
  readonly orderId?: RowId | null | undefined;
  /** ISO 4217. One ledger has one currency. */
  readonly currency?: string | null | undefined;
  /** Default `"sale"`, unless the amount is negative. */
  readonly type?: "sale" | "refund" | null | undefined;
  /** The `orderId` of the sale that this row refunds. Goes before the row's own `orderId`. */
  readonly refundOf?: RowId | null | undefined;
  /** Unique among refunds. */
  readonly refundId?: RowId | null | undefined;
  /** Taken off before `amount`; from 0. A row without it counts as 0 where other rows have it. */
  readonly discount?: AmountInput | null | undefined;
  /** On top of `amount`; from 0. */
  readonly tax?: AmountInput | null | undefined;
  /** On top of `amount`; from 0. */
  readonly shipping?: AmountInput | null | undefined;
}

/** One span of one subscription. Any further member may be a dimension. */
export interface Subscription {
  readonly customerId: CustomerId;
  /** The first day. */
  readonly start: DateInput;
  /** The first day without it. Absent or null: still active. */
  readonly end?: DateInput | null | undefined;
  /** Revenue a month, from 0. */
  readonly mrr: AmountInput;
  readonly subscriptionId?: RowId | null | undefined;
  readonly currency?: string | null | undefined;
  /** When the customer said so; what was paid for is still served until `end`. */
  readonly cancelledAt?: DateInput | null | undefined;
  /** Involuntary: a payment failed. */
  readonly reason?: "voluntary" | "involuntary" | null | undefined;
  readonly trial?: boolean | null | undefined;
}

export type Survey = "nps" | "csat" | "ces";

/** One answer to one survey. Any further member may be a dimension. */
export interface SurveyAnswer {
  /** A whole number on the survey's scale. Null: asked, not answered, and never scored 0. */
  readonly score: number | null;
  /** Absent only where the question says which survey it is. */
  readonly survey?: Survey | null | undefined;
  readonly respondentId?: RowId | null | undefined;
  readonly customerId?: CustomerId | null | undefined;
  readonly date?: DateInput | null | undefined;
}

/** Customers acquired in one period, and how many were active at each age. */
export interface Cohort {
  /** The period they were acquired in, such as `"2025-01"`. */
  readonly cohort: string;
  /** How many they were. */
  readonly size: number;
  /** How many were active at age 0, 1, 2 …; null: not observed yet. */
  readonly active: readonly (number | null)[];
  /** Their revenue at age 0, 1, 2 …; null: not observed yet. */
  readonly revenue?: readonly (AmountInput | null)[] | null | undefined;
  readonly currency?: string | null | undefined;
}

/** What is known of a customer. Any further member is an attribute: plan, country, first channel. */
export interface Customer {
  readonly customerId: CustomerId;
}
