import type { ChannelAttribution, ChannelGroupAsked } from "../../counts/channel-question.ts";
import type { PeriodWords } from "./period-words.ts";
import { fr, typeset } from "./typography.ts";

/** `ayant acheté par « web » au 1er trimestre 2025`: after `clients`, which buyers are meant. */
export function buyersAmong(
  { kind, channel, attribution }: ChannelGroupAsked,
  baseline: PeriodWords,
): string {
  switch (kind) {
    case "several":
      return SEVERAL[attribution](baseline);
    case "single":
      return `ayant acheté par un seul canal ${baseline.during}`;
    case "none":
      return UNNAMED[attribution](baseline);
    case "channel":
      return ONE[attribution](fr`« ${channel ?? ""} »`, baseline);
  }
}

type Phrases<Rest extends readonly unknown[]> = Readonly<
  Record<ChannelAttribution, (...rest: Rest) => string>
>;

const ONE: Phrases<[channel: string, baseline: PeriodWords]> = {
  first: (channel, { during }) =>
    `ayant acheté ${during} et dont la première commande est passée par ${channel}`,
  last: (channel, { of }) => `dont la dernière commande ${of} est passée par ${channel}`,
  any: (channel, { during }) => `ayant acheté par ${channel} ${during}`,
  all: (channel, { during }) => `ayant acheté uniquement par ${channel} ${during}`,
};

const UNNAMED: Phrases<[baseline: PeriodWords]> = {
  first: ({ during }) =>
    fr`ayant acheté ${during} et dont la première commande n'indique pas de canal`,
  last: ({ of }) => fr`dont la dernière commande ${of} n'indique pas de canal`,
  any: ({ during }) => `ayant acheté sans canal indiqué ${during}`,
  all: ({ during }) => `ayant acheté uniquement sans canal indiqué ${during}`,
};

const SEVERAL: Phrases<[baseline: PeriodWords]> = {
  first: ({ during }) =>
    `ayant acheté ${during} et dont les premières commandes, simultanées, sont passées par plusieurs canaux`,
  last: ({ of }) =>
    `dont les dernières commandes ${of}, simultanées, sont passées par plusieurs canaux`,
  any: ({ during }) => `ayant acheté par plusieurs canaux ${during}`,
  all: ({ during }) => `ayant acheté par plusieurs canaux ${during}`,
};

/** What a customer's channel is. */
export const ASSIGNED: Phrases<[baseline: PeriodWords]> = {
  first: () =>
    "Un client relève du canal de sa toute première commande parmi les lignes ; si ses premières commandes sont simultanées et de canaux différents, de « plusieurs canaux ».",
  last: ({ of }) =>
    `Un client relève du canal de sa dernière commande ${of} ; si ses dernières commandes sont simultanées et de canaux différents, de « plusieurs canaux ».`,
  any: ({ during }) => typeset(`Un client relève de chaque canal utilisé ${during}.`),
  all: ({ of }) =>
    `Un client relève d'un canal si toutes ses commandes ${of} y sont passées, sinon de « plusieurs canaux ».`,
};
