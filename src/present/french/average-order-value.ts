import { moneyUnit } from "../../counts/money-counts.ts";
import type { OrderValueCounts } from "../../counts/order-value-counts.ts";
import type { Wording } from "../../result/definition.ts";
import type { Writer } from "../../result/language.ts";
import { agree, counted } from "./agreement.ts";
import { inPeriod, ofPeriod, ordersAssumptions } from "./orders-phrases.ts";
import { fr, typeset } from "./typography.ts";

type Basis = "net" | "gross" | "total";

/** French words of the average order value. */
export const orderValueWords: Wording<OrderValueCounts, "revenue" | "orders"> = (core, write) => {
  const { counts, reason } = core;
  const when = inPeriod(core);
  const basis = core.variant.split("-")[0] as Basis; // as its definition says
  const { name, items, taxes, ending } = MONEY[basis];
  const all = counts.question?.countFullyRefunded === true || basis !== "net";
  const orders = counted(counts.orders, "commande", "commandes", write);
  return {
    title: "panier moyen",
    symbols: {
      revenue: { name, meaning: `${items}${when}, ${taxes}` },
      orders: {
        name: "commandes",
        meaning: all ? `commandes${when}` : `commandes${when} non remboursées en totalité`,
      },
    },
    sentence:
      reason === undefined
        ? fr`${orders}${ofPeriod(core)} ${agree(counts.orders, "a", "ont")} rapporté ${revenue(counts, write)} ${ending}, soit un panier moyen de ${write.value(core)}.`
        : reason === "missing-column"
          ? fr`Les lignes n'ont pas ${COLUMNS[basis]} : il n'y a donc pas de panier moyen sur cette base.`
          : fr`Il n'y a eu aucune commande${when} : il n'y a donc pas de panier moyen.`,
    assumptions: [
      typeset(`${BASES[basis]}${basis === "gross" ? "" : refundWords(core.variant)}`),
      ...zeroValueOrders(counts, write),
      ...refundedOrders(counts, write),
      ...ordersAssumptions(core),
    ],
  };
};

/** Name of the money, what it is made of, and what the sentence says of it. */
interface MoneyWords {
  readonly name: string;
  readonly items: string;
  readonly taxes: string;
  readonly ending: string;
}

const MONEY: Readonly<Record<Basis, MoneyWords>> = {
  net: {
    name: typeset("chiffre d'affaires net"),
    items: "articles moins remises et remboursements",
    taxes: "hors taxes et frais de port",
    ending: "nets de remboursements",
  },
  gross: {
    name: typeset("chiffre d'affaires brut"),
    items: "articles avant remises et remboursements",
    taxes: "hors taxes et frais de port",
    ending: "avant remises et remboursements",
  },
  total: {
    name: typeset("chiffre d'affaires total"),
    items: "articles moins remises et remboursements",
    taxes: "taxes et frais de port compris",
    ending: "nets de remboursements, taxes et frais de port compris",
  },
};

const BASES: Readonly<Record<Basis, string>> = {
  net: "Base nette : les montants sont ceux des articles moins les remises, hors taxes et frais de port ; ",
  gross:
    "Base brute : les montants sont ceux des articles avant remises, hors taxes et frais de port ; aucun remboursement n'est déduit.",
  total:
    "Base totale : les montants sont ceux des articles moins les remises, taxes et frais de port compris ; ",
};

const COLUMNS: Readonly<Record<Basis, string>> = {
  net: "de colonne `amount`",
  gross: "de colonne `discount`",
  total: "de colonne `tax`, ou pas de colonne `shipping`",
};

function refundWords(variant: string): string {
  return variant.endsWith("by-order")
    ? "les remboursements sont déduits dans la période de leur commande."
    : "les remboursements sont déduits le jour où ils ont été accordés.";
}

function revenue(counts: OrderValueCounts, write: Writer): string {
  return write.inUnit(counts.revenue ?? "0", moneyUnit(counts));
}

function zeroValueOrders(
  { zeroValueOrders: zero }: OrderValueCounts,
  write: Writer,
): readonly string[] {
  if (zero === 0) return [];
  return [
    fr`${write.count(zero)} des commandes ${agree(zero, "avait", "avaient")} une valeur de 0 ; ${agree(zero, "elle compte", "elles comptent")}.`,
  ];
}

function refundedOrders(counts: OrderValueCounts, write: Writer): readonly string[] {
  const { refunds, fullyRefundedOrders: whole } = counts;
  if (refunds === 0) return [];
  const off = counted(
    refunds,
    "remboursement a été déduit",
    "remboursements ont été déduits",
    write,
  );
  const out = counted(
    whole,
    "commande remboursée en totalité a été écartée",
    "commandes remboursées en totalité ont été écartées",
    write,
  );
  return [fr`${off} ; ${out}.`];
}
