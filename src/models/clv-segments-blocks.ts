import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import type { ClvSegments } from "./clv-segment.ts";
import { valueWriter } from "./value-writer.ts";

/** Tiers of customers as a page: who holds the value, and where the cuts are. */
export function clvSegmentsBlocks(made: ClvSegments): readonly Block[] {
  const { segments, cutPoints } = made;
  const write = writerFor(english);
  const money = valueWriter(made);
  const share = (value: number | null): string => (value === null ? "" : write.share(value));
  const [top] = segments;
  const said =
    top === undefined || top.shareOfValue === null
      ? "The customers have no value between them."
      : `The first tier, ${share(top.shareOfCustomers)} of the customers, holds ${share(top.shareOfValue)} of the value.`;
  return [
    { kind: "heading", level: 3, text: "Tiers of customers by lifetime value" },
    { kind: "paragraph", text: said },
    {
      kind: "table",
      head: ["tier", "CLV from", "customers", "share", "value", "share of value", "mean CLV"],
      rows: segments.map(({ name, customers, shareOfCustomers, value, shareOfValue }, tier) => {
        const cut = cutPoints[tier];
        return [
          name,
          cut === undefined ? "below" : money(cut),
          write.count(customers),
          share(shareOfCustomers),
          money(value),
          share(shareOfValue),
          customers === 0 ? "" : money(value / customers),
        ];
      }),
      numeric: [1, 2, 3, 4, 5, 6],
    },
  ];
}
