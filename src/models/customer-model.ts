import type { BgBb } from "./bg-bb.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/** Any model that answers questions about one customer. */
export type CustomerModel = PurchaseModel | BgBb;
