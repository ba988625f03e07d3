import { moneyUnit } from "../../counts/money-counts.ts";
import type { OrderValueCounts } from "../../counts/order-value-counts.ts";
import type { OrderValueVariant } from "../../kpis/average-order-value-words.ts";
import type { VariantWords } from "../../kpis/variants.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { counted } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import type { FrenchVariantWords } from "./variant-words.ts";

/** Why each basis differs from the default, and who uses it, in French. */
export const orderValueVariantWords: Readonly<
  Record<OrderValueVariant, FrenchVariantWords<OrderValueCounts>>
> = {
  net: {
    name: "net",
    difference: () =>
      typeset(
        "La définition par défaut : articles moins remises et remboursements, ceux-ci le jour où ils ont été accordés.",
      ),
    usedBy: ["Shopify (ventes nettes)"],
  },
  gross: {
    name: "brut",
    difference: instead("avant remises et remboursements"),
    usedBy: [],
  },
  total: {
    name: "total",
    difference: instead("taxes et frais de port compris"),
    usedBy: [],
  },
  "net-refunds-by-order": {
    name: "net, remboursements par commande",
    difference: instead("les remboursements étant déduits dans la période de leur commande"),
    usedBy: [],
  },
  "total-refunds-by-order": {
    name: "total, remboursements par commande",
    difference: instead(
      "taxes et frais de port compris, les remboursements étant déduits dans la période de leur commande",
    ),
    usedBy: [],
  },
};

/* @__NO_SIDE_EFFECTS__ */
function instead(how: string): VariantWords<OrderValueCounts>["difference"] {
  return (core, usual, write) =>
    core.exact === usual.exact
      ? fr`Identique ici, ${how}.`
      : fr`Compte ${money(core, write)} pour ${counted(core.counts.orders, "commande", "commandes", write)}, ${how}, au lieu de ${money(usual, write)} pour ${write.count(usual.counts.orders)}.`;
}

function money({ counts }: ResultCore<OrderValueCounts>, write: Writer): string {
  return write.inUnit(counts.revenue ?? "0", moneyUnit(counts));
}
