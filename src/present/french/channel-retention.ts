import type { ChannelGroupKind } from "../../counts/channel-question.ts";
import type {
  ChannelWarningFact,
  RetentionDifference,
} from "../../kpis/channel-retention-shape.ts";
import type {
  ChannelRetentionCore,
  ChannelRetentionTexts,
} from "../../kpis/channel-retention-words.ts";
import { percentOf, type Writer } from "../../result/language.ts";
import { agree, clients } from "./agreement.ts";
import { ASSIGNED } from "./channel-phrases.ts";
import { FRENCH_LABELS } from "./labels.ts";
import { periodWords } from "./period-words.ts";
import { fr, typeset } from "./typography.ts";

/** French words of retention by channel. */
export function channelRetentionWords(
  core: ChannelRetentionCore,
  write: Writer,
): ChannelRetentionTexts {
  const { channel, attribution, baseline, period, all } = core;
  return {
    title: fr`Rétention par canal : ${channel}`,
    head: (confidence) => [
      ...([channel, "clients au début", "conservés", "taux de rétention"] as const),
      confidence === null ? "intervalle" : `intervalle à ${confidence}`,
    ],
    nameOf: (kind, name) => NAMES[kind] ?? name ?? "",
    all: "tous les clients",
    noValue: FRENCH_LABELS.noValue,
    range: (lower, upper) => `de ${lower} à ${upper}`,
    sentence: comparison(core, write),
    warning: (fact) => warningOf(fact, write),
    assumptions: [
      typeset(ASSIGNED[attribution](periodWords(baseline))),
      `Un client est conservé s’il a de nouveau acheté ${periodWords(period).during}, quel que soit le canal.`,
      typeset("Une commande sans canal compte comme celle d'un canal à part, « (aucun) »."),
      fr`Les jours sont ceux du fuseau horaire ${all.counts.question?.timeZone ?? "UTC"}.`,
    ],
    labels: { warnings: FRENCH_LABELS.warnings, assumptions: FRENCH_LABELS.assumptions },
  };
}

const NAMES: Readonly<Record<ChannelGroupKind, string | null>> = {
  channel: null,
  none: "(aucun)",
  several: "plusieurs canaux",
  single: "un seul canal",
};

function comparison(
  { difference, single, multi, baseline }: ChannelRetentionCore,
  write: Writer,
): string {
  const { during } = periodWords(baseline);
  const [one, more] = [single, multi].map(({ counts }) => counts.customersAtStart);
  if (difference === null) {
    if (one === 0 && more === 0) return fr`Aucun client n'a acheté ${during}.`;
    return more === 0
      ? fr`Aucun client n'a acheté par plusieurs canaux ${during} : il n'y a rien à comparer.`
      : fr`Tous les clients ont acheté par plusieurs canaux ${during} : il n'y a rien à comparer.`;
  }
  const [shareOfOne, shareOfMore] = [single, multi].map(({ exact }) => write.share(exact ?? "0"));
  return fr`Sur ${clients(more ?? 0, write)} ayant acheté par plusieurs canaux ${during}, ${shareOfMore ?? ""} sont revenus, et sur ${clients(one ?? 0, write)} n'en ayant utilisé qu'un, ${shareOfOne ?? ""} : un écart de ${points(difference, write)}.`;
}

function points({ exact, interval, pValue }: RetentionDifference, write: Writer): string {
  const of = (share: string | number): string =>
    write.inUnit(percentOf(share), { kind: "points", min: -100, max: 100 });
  const chance =
    pValue < 0.001 ? `p < ${write.number(0.001, 3)}` : `p = ${write.number(pValue, 3)}`;
  const range =
    interval === null
      ? ""
      : fr`intervalle à ${write.plain(percentOf(interval.confidence))} % de ${of(interval.lower)} à ${of(interval.upper)} ; `;
  return `${of(exact)} points (${range}${chance})`;
}

function warningOf(fact: ChannelWarningFact, write: Writer): string {
  switch (fact.code) {
    case "groups-overlap":
      return fr`Les canaux se recoupent : ${clients(fact.customers, write)} y ${agree(fact.customers, "figure", "figurent")} ${write.count(fact.counted)} fois.`;
    case "self-selected":
      return typeset(
        "Les clients choisissent eux-mêmes leurs canaux, et qui en a utilisé plusieurs a commandé au moins deux fois : l'écart dit qui revient, non qu'un canal de plus fait revenir.",
      );
    case "channel-missing":
      return fr`Aucune commande n'indique de canal dans \`${fact.column}\` : la colonne s'appelle-t-elle ainsi ?`;
    case "small-groups":
      return fact.groups === 1
        ? fr`1 ligne compte moins de ${write.count(fact.advised)} clients ; chacun d'eux fait varier son taux.`
        : fr`${write.count(fact.groups)} lignes comptent moins de ${write.count(fact.advised)} clients ; chacun d'eux fait varier leur taux.`;
  }
}
