import type { Writer } from "../../result/language.ts";
import type {
  NoIntervalReason,
  RowWarning,
  RowWarningCode,
  WarningCode,
  WarningFact,
} from "../../result/warning.ts";
import { agree, counted } from "./agreement.ts";
import { frenchDay } from "./period-words.ts";
import { currencySign, fr, typeset } from "./typography.ts";

/** A warning in French. */
export function frenchWarning(fact: WarningFact, write: Writer): string {
  if ("row" in fact) return rowWarning(fact, write);
  const message = WARNING[fact.code] as (fact: WarningFact, write: Writer) => string; // that of its code
  return message(fact, write);
}

const NO_INTERVAL: Readonly<Record<NoIntervalReason, string>> = {
  "small-sample": "moins de 30 clients ne suffisent pas à en fonder un",
  "counts-lack-moments": "les comptages ne contiennent pas les sommes de carrés nécessaires",
  "inputs-are-exact": "les valeurs de départ sont des nombres sans erreur d'échantillonnage",
  "not-a-share": "le chiffre n'est pas la part d'un tout",
  "no-method": "aucun n'est encore prévu pour cette statistique",
  "no-spread": "toutes les unités sont identiques, les données ne montrent aucune dispersion",
  "limit-not-reached": "sa borne supérieure se trouve au-delà de ce qui a été observé à ce jour",
  "parameters-not-told": "les données ne déterminent pas tous les paramètres du modèle",
  "not-wanted": "aucun n'a été demandé",
};

type FactOf<Code> = Extract<WarningFact, { readonly code: Code }>;

const WARNING: {
  readonly [Code in Exclude<WarningCode, RowWarningCode>]: (
    fact: FactOf<Code>,
    write: Writer,
  ) => string;
} = {
  "small-sample": ({ size, advised }, write) =>
    fr`Ce chiffre ne repose que sur ${counted(size, "observation", "observations", write)} ; il est plus stable à partir de ${write.count(advised)}.`,
  "no-interval": ({ because }) =>
    typeset(`Pas d'intervalle de confiance : ${NO_INTERVAL[because]}.`),
  "period-incomplete": ({ end, asOf }) =>
    fr`La période court jusqu'au ${frenchDay(end)}, mais les données s'arrêtent avant le ${frenchDay(asOf)} (ces deux jours non compris).`,
  "guest-orders-excluded": ({ guests, orders }, write) =>
    fr`${write.count(guests)} des ${counted(orders, "commande", "commandes", write)} (${write.share(guests / orders)}) ${agree(guests, "n'a pas de client et est laissée", "n'ont pas de client et sont laissées")} de côté.`,
  "refunds-exceed-sales": ({ revenue, currency }, write) =>
    fr`Les remboursements dépassent les ventes : le chiffre d'affaires net est de ${write.plain(revenue).replace("-", "−")}${currency === null ? "" : `\u00a0${currencySign(currency)}`}.`,
  "revenue-not-margin": () =>
    typeset(
      "Il s'agit de chiffre d'affaires et non de profit : indiquez `margin` (de 0 à 1) pour obtenir un profit.",
    ),
  "constant-hazard-assumed": () =>
    typeset(
      "L'attrition est supposée constante, quelle que soit l'ancienneté. Les clients anciens partent d'ordinaire moins souvent : à la longue, l'attrition réelle est souvent plus faible et la valeur vie client plus élevée.",
    ),
  "right-censored": ({ customers, oneOrder }, write) =>
    fr`Les délais sont ceux des clients ayant commandé au moins deux fois dans la période observée (${write.count(customers)}) ; ceux qui n'y ont qu'une commande (${write.count(oneOrder)}) n'en montrent aucun, si bien que les délais réels sont plus longs.`,
  "reactivations-inflate": () =>
    typeset(
      "Plus de clients sont comptés comme conservés qu'il n'y en avait au début : des clients revenus sont parmi eux.",
    ),
  "mixed-exposure": () =>
    typeset(
      "Les pertes de clients arrivés pendant la période sont rapportées aux seuls clients du début.",
    ),
  "new-customers-included": () =>
    typeset(
      "Ce n'est pas un taux de rétention : de nouveaux clients sont parmi ceux de la fin, la valeur peut donc dépasser 100 %.",
    ),
  "one-customer-varies": ({ noPurchase }, write) =>
    fr`L'intervalle est celui de l'espérance ; un client seul s'en écarte bien davantage : il n'achète plus rien du tout avec une probabilité de ${write.share(noPurchase)}.`,
  "fitted-model": ({ model, said }) =>
    fr`Le modèle ${model === "spend" ? "des dépenses" : "des achats"} signale : ${said}`,
  "annualised-per-buyer": ({ periodDays }, write) =>
    fr`Étendre ${counted(periodDays, "jour", "jours", write)} à une année surestime : ceux qui y ont commandé commandent plus souvent que les autres. Pour un taux, demandez \`method: "per-customer-year"\`.`,
};

/** What is said of so many rows; `de` agrees with them. */
type OfRows = (one: boolean) => string;

const ROW_WARNING: Readonly<Record<RowWarningCode, OfRows>> = {
  "duplicate-transaction": (one) =>
    one
      ? "répète un identifiant avec un contenu égal et n'est comptée qu'une fois"
      : "répètent un identifiant avec un contenu égal et ne sont comptées qu'une fois",
  "identical-rows": (one) =>
    one
      ? "est égale à une ligne antérieure par le client, le moment et le montant ; elle est gardée, car aucun numéro de commande ne les distingue"
      : "sont égales à une ligne antérieure par le client, le moment et le montant ; elles sont gardées, car aucun numéro de commande ne les distingue",
  "negative-amount": (one) =>
    one
      ? "sans type avait un montant négatif et compte comme remboursement"
      : "sans type avaient un montant négatif et comptent comme remboursements",
  "number-too-precise": (one) =>
    `${one ? "avait" : "avaient"} plus de décimales que la devise ; elles sont gardées exactement`,
  "refund-without-sale": (one) =>
    `${one ? "rembourse" : "remboursent"} une vente absente des lignes`,
  "refund-above-sale": (one) =>
    `${one ? "rembourse" : "remboursent"} plus que la valeur de la vente`,
  "id-lookalike": (one) =>
    `${one ? "avait" : "avaient"} un identifiant qui ressemble à un autre ; ils comptent comme des clients différents`,
  "id-whitespace": (one) =>
    `${one ? "avait" : "avaient"} un identifiant bordé d'espaces ; il est gardé tel quel`,
  "id-control-char": (one) =>
    `${one ? "avait" : "avaient"} un identifiant avec des caractères de contrôle ; il est gardé tel quel`,
  "id-placeholder": (one) =>
    `${one ? "avait" : "avaient"} pour identifiant une valeur de remplissage telle que « null »`,
  "id-not-safe-integer": (one) =>
    `${one ? "avait" : "avaient"} pour identifiant un nombre qu'un flottant double ne peut contenir exactement`,
  "date-implausible": (one) => `${one ? "avait" : "avaient"} une date de remplissage`,
  "date-in-future": (one) =>
    one ? "est postérieure au moment du rapport" : "sont postérieures au moment du rapport",
  "subscription-overlap": (one) =>
    `${one ? "chevauche" : "chevauchent"} une autre ligne du même client`,
  "subscription-zero-length": (one) =>
    `${one ? "commence et se termine" : "commencent et se terminent"} le même jour`,
  reactivated: (one) => `${one ? "fait" : "font"} revenir un client au cours de la période`,
  "duplicate-respondent": (one) =>
    `${one ? "vient" : "viennent"} d'un répondant qui avait déjà répondu ; chaque réponse compte`,
};

function rowWarning(fact: RowWarning, write: Writer): string {
  const rows = counted(fact.count, "ligne", "lignes", write);
  const said = typeset(ROW_WARNING[fact.code](fact.count < 2));
  const first = fr`la première à la ${lineOf(fact.row, fact.line, fact.file, write)}`;
  const clash =
    fact.otherRow === undefined
      ? ""
      : fr` (comparer à la ${lineOf(fact.otherRow, fact.otherLine, fact.otherFile, write)})`;
  const value = fact.received === undefined ? "" : fr` : ${fact.received}`;
  return fr`${rows} ${said} ; ${first}, \`${fact.field}\`${value}${clash}.`;
}

/** `ligne 4 du fichier orders.csv`, or the row's index where rows came from no file. */
function lineOf(
  row: number,
  line: number | undefined,
  file: string | undefined,
  write: Writer,
): string {
  const of = line === undefined || file === undefined ? "" : ` du fichier ${file}`;
  return `ligne ${write.plain(String(line ?? row))}${of}`;
}
