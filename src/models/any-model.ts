import type { CustomerModel } from "./customer-model.ts";
import type { GammaGamma } from "./gamma-gamma.ts";
import type { Sbg } from "./sbg.ts";

/** Any model of this library, fitted or made by hand. */
export type AnyModel = CustomerModel | GammaGamma | Sbg;
