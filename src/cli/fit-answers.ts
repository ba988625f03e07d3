import { modelIdea } from "../models/model-words.ts";
import { theNext } from "../models/time-unit.ts";
import { valueWriter } from "../models/value-writer.ts";
import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { Fitted } from "./fitted.ts";

/** So many customers at risk are named. */
const NAMED = 3;

/** An analyst's five questions, each answered in a line or two. */
export function fitAnswers(fitted: Fitted): Block {
  const { chosen, reasons } = fitted.choice;
  return {
    kind: "notes",
    label: "Five questions",
    mark: "·",
    items: [
      `Which model? ${fitted.report.name}. ${modelIdea(chosen)}`,
      `Why? ${reasons.slice(0, 2).join(" ")}`,
      `Who is about to leave? ${leaving(fitted)}`,
      `What are they worth? ${worth(fitted)}`,
      `How sure? ${certainty(fitted)}`,
    ],
  };
}

function leaving({ risk }: Fitted): string {
  const write = writerFor(english);
  const money = valueWriter(risk);
  const atRisk = risk.customers.filter(({ band }) => band === "at-risk");
  if (atRisk.length === 0) return "Nobody has been silent for unusually long.";
  const stake = atRisk.reduce((sum, { valueAtStake }) => sum + valueAtStake, 0);
  const named = [...atRisk]
    .sort((one, other) => other.valueAtStake - one.valueAtStake)
    .slice(0, NAMED)
    .map(
      ({ customerId, valueAtStake, gapsMissed }) =>
        `${customerId} (${money(valueAtStake)}${gapsMissed === null ? "" : `, silent for ${write.number(gapsMissed, 1)} usual gaps`})`,
    );
  return `${counted(write.count(atRisk.length), "customer is", "customers are")} silent for unusually long, with ${money(stake)} at stake; first ${named.join(", ")}.`;
}

function worth({ values, segments }: Fitted): string {
  const write = writerFor(english);
  const money = valueWriter(values);
  const { total, horizon, unit } = values;
  const [top] = segments.segments;
  const held =
    top === undefined || top.shareOfValue === null
      ? ""
      : ` The most valuable ${write.share(top.shareOfCustomers)} hold ${write.share(top.shareOfValue)} of it.`;
  return `All together ${money(total.value)} over ${theNext(horizon, unit)}, ${money(total.value / total.customers)} a customer.${held}`;
}

function certainty({ values, report }: Fitted): string {
  const write = writerFor(english);
  const money = valueWriter(values);
  const { lower, upper } = values.total;
  const range =
    lower === null || upper === null
      ? "The data do not tell how sure."
      : `The expectation lies between ${money(lower)} and ${money(upper)} (${write.confidence(values.confidence)} interval).`;
  const { holdout } = report;
  if (holdout === null) return range;
  return `${range} Put to the test on the time held out, the model foretold ${counted(write.number(holdout.expected, 0), "purchase")} of those who had bought before, and ${counted(write.count(holdout.actual), "was", "were")} made; a single customer was off by ${write.number(holdout.rootMeanSquare, 2)} (root mean square).`;
}
