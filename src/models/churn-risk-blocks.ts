import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import type { ChurnRisk, CustomerRisk, RiskBand } from "./customer-risk.ts";
import { theNext } from "./time-unit.ts";
import { valueWriter } from "./value-writer.ts";

/** So many customers at risk are shown, those with most at stake first. */
const SHOWN = 10;

/** Customers at risk as a page: the three bands, then whom to turn to first. */
export function churnRiskBlocks(risk: ChurnRisk): readonly Block[] {
  const { bands, horizon, unit, unusualBelow, remarks } = risk;
  const write = writerFor(english);
  const money = valueWriter(risk);
  const total = bands.reduce((sum, { customers }) => sum + customers, 0);
  const atRisk = bands.find(({ band }) => band === "at-risk");
  const listed = mostAtStake(risk);
  const first: readonly Block[] =
    listed.length === 0
      ? [{ kind: "paragraph", text: "Nobody is at risk." }]
      : [
          {
            kind: "paragraph",
            text: `At risk, those with most at stake first. "Chance" is how likely a customer of that rhythm who is still here stays silent for so long.`,
          },
          {
            kind: "table",
            head: [
              "customer",
              `silent ${unit}s`,
              "usual gap",
              "gaps",
              "chance",
              "P(alive)",
              "at stake",
            ],
            rows: listed.map((customer) => lineOf(customer, money)),
            numeric: [1, 2, 3, 4, 5, 6],
          },
        ];
  return [
    { kind: "heading", level: 3, text: "Who is about to leave" },
    {
      kind: "paragraph",
      text: `${write.count(atRisk?.customers ?? 0)} of ${counted(write.count(total), "customer")} ${plural(total === 1 ? 1 : (atRisk?.customers ?? 0), "is", "are")} at risk: silent for longer than such a customer would be in ${write.share(1 - unusualBelow)} of cases, and no longer sure to be here. At stake is what they would bring in ${theNext(horizon, unit)} if still here, times the chance that they have left: ${money(atRisk?.valueAtStake ?? 0)} among those at risk.`,
    },
    {
      kind: "table",
      head: ["band", "P(alive)", "customers", "share", "value expected", "at stake"],
      rows: bands.map(({ band, customers, value, valueAtStake }) => [
        BANDS[band],
        rangeOf(band, risk),
        write.count(customers),
        write.share(total === 0 ? 0 : customers / total),
        money(value),
        money(valueAtStake),
      ]),
      numeric: [2, 3, 4, 5],
    },
    ...first,
    ...(remarks.length === 0
      ? []
      : [{ kind: "notes" as const, label: "Remarks", mark: "!" as const, items: remarks }]),
  ];
}

const BANDS: Readonly<Record<RiskBand, string>> = {
  here: "here",
  "at-risk": "at risk",
  unclear: "unclear",
  gone: "gone",
};

function rangeOf(band: RiskBand, { hereFrom, goneBelow }: ChurnRisk): string {
  const write = writerFor(english);
  if (band === "here") return `from ${write.share(hereFrom)}`;
  if (band === "gone") return `below ${write.share(goneBelow)}`;
  const silence = band === "at-risk" ? "unusual" : "usual";
  return `${write.share(goneBelow)} to ${write.share(hereFrom)}, silence ${silence}`;
}

function mostAtStake({ customers }: ChurnRisk): readonly CustomerRisk[] {
  return customers
    .filter(({ band }) => band === "at-risk")
    .sort((one, other) => other.valueAtStake - one.valueAtStake)
    .slice(0, SHOWN);
}

function lineOf(customer: CustomerRisk, money: (value: number) => string): readonly string[] {
  const write = writerFor(english);
  const { customerId, silence, usualGap, gapsMissed, chanceOfSilence } = customer;
  return [
    customerId === null ? "–" : String(customerId),
    write.number(silence, 1),
    usualGap === null ? "" : write.number(usualGap, 1),
    gapsMissed === null ? "" : write.number(gapsMissed, 1),
    write.share(chanceOfSilence),
    write.share(customer.probabilityAlive),
    money(customer.valueAtStake),
  ];
}
