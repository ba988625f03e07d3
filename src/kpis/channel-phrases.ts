import type { ChannelAttribution, ChannelGroupAsked } from "../counts/channel-question.ts";

/** `who bought through “web” in 2025-Q1`: after `customers`, which of a baseline's buyers are meant. */
export function buyersAmong(
  { kind, channel, attribution }: ChannelGroupAsked,
  when: string,
): string {
  if (kind === "several") return SEVERAL[attribution](when);
  if (kind === "single") return `who bought through one channel in ${when}`;
  return ONE[attribution](kind === "none" ? "an unnamed channel" : `“${channel}”`, when);
}

const ONE: Readonly<Record<ChannelAttribution, (channel: string, when: string) => string>> = {
  first: (channel, when) => `who bought in ${when} and whose first order was through ${channel}`,
  last: (channel, when) => `whose last order in ${when} was through ${channel}`,
  any: (channel, when) => `who bought through ${channel} in ${when}`,
  all: (channel, when) => `who bought through ${channel} alone in ${when}`,
};

const SEVERAL: Readonly<Record<ChannelAttribution, (when: string) => string>> = {
  first: (when) =>
    `who bought in ${when} and whose first orders, of one moment, were through several channels`,
  last: (when) => `whose last orders in ${when}, of one moment, were through several channels`,
  any: (when) => `who bought through several channels in ${when}`,
  all: (when) => `who bought through several channels in ${when}`,
};
