import type { ClvSegments } from "../models/clv-segment.ts";
import type { ChurnRisk } from "../models/customer-risk.ts";
import type { CustomerValues } from "../models/customer-value.ts";
import type { FittedGammaGamma } from "../models/gamma-gamma.ts";
import type { ModelChoice } from "../models/model-choice.ts";
import type { ModelReport } from "../models/model-report-shape.ts";
import type { OrdersSummary } from "../models/purchase-summary-of-orders.ts";

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
