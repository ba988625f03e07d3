import type { MoneyCounts } from "../counts/money-counts.ts";
import type { CustomerId } from "../ledger/rows.ts";
import type { NoValueReason } from "../result/kpi-result.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import type { TimeUnit } from "./time-unit.ts";

/** What predictive customer lifetime value is made from; statistics are rounded to 12 digits. */
export interface PredictiveClvCounts extends MoneyCounts {
  readonly kind: "predictive-clv";
  /** How many customers the value is of: 1, or all. */
  readonly customers: number;
  /** The one customer that was asked about. */
  readonly customer: ClvCustomer | null;
  /** What ages are measured in. */
  readonly unit: TimeUnit;
  /** What a period is, and how many are looked ahead. */
  readonly every: TimeUnit;
  readonly periods: number;
  readonly annualDiscountRate: number;
  /** Profit as a share of revenue; `null`: the value is revenue. */
  readonly margin: number | null;
  /** The models; `null` where there was nothing to fit. */
  readonly fitted: ClvModels | null;
  /** Value of each coming period, discounted to now; it adds up to the value. */
  readonly valueByPeriod: readonly number[];
  /** Why there is no value. */
  readonly missing: NoValueReason | null;
}

/** A customer as the models see one. */
export interface ClvCustomer {
  readonly customerId: CustomerId;
  readonly repeatPurchases: number;
  readonly lastPurchaseAge: number;
  readonly age: number;
  /** Mean value of the repeat purchases; `null` where there is none above 0. */
  readonly meanSpend: number | null;
}

/** The fitted models, and what they make of the customers. */
export interface ClvModels {
  /** The model of when customers buy and leave. */
  readonly purchases: PurchaseModel;
  /** How many customers it was fitted to. */
  readonly purchasers: number;
  /** Why this model: sentences. */
  readonly why: readonly string[];
  /** The gamma-gamma model of what they spend. */
  readonly spend: Readonly<Record<"p" | "q" | "v", number>>;
  /** How many customers it was fitted to. */
  readonly spenders: number;
  /** The chance that the customer is still one; of all customers, how many are expected to be. */
  readonly alive: number;
  /** Purchases expected within the horizon. */
  readonly expectedPurchases: number;
  /** The chance of no purchase at all within it; of all customers together, `null`. */
  readonly noPurchase: number | null;
  /**
   * For each period: purchases expected of the customer if still one; of all customers, what they
   * are expected to spend.
   */
  readonly byPeriod: readonly number[];
  /** Variance of the logarithm of the value, by the delta method; `null` where not told. */
  readonly logVariance: number | null;
  /** What the fits warn of. */
  readonly warnings: readonly ClvModelWarning[];
}

/** A warning of one of the two models. */
export interface ClvModelWarning {
  readonly model: "purchases" | "spend";
  readonly warning: string;
  readonly said: string;
}
