import type { VariantWords } from "../../kpis/variants.ts";

/** What French says of one variant: also its name, where English shows the option as it is written. */
export interface FrenchVariantWords<Counts> extends VariantWords<Counts> {
  readonly name: string;
}

export const ARTICLES = "la plupart des articles";
