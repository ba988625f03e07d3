import type { BgNbd } from "./bg-nbd.ts";
import type { MbgCnbdK } from "./mbg-cnbd-k.ts";
import type { MbgNbd } from "./mbg-nbd.ts";
import type { ParetoNbd } from "./pareto-nbd.ts";

/** A model of when customers buy and when they leave, in continuous time. Fitted, or made by hand. */
export type PurchaseModel = BgNbd | MbgNbd | MbgCnbdK | ParetoNbd;
