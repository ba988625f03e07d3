import type { RepeatCustomerCounts, RepeatMethod } from "../../counts/repeat-customer-counts.ts";
import type { RepeatSymbol } from "../../kpis/repeat-customer-rate-words.ts";
import type { Wording } from "../../result/definition.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients, counted } from "./agreement.ts";
import { inPeriod, ordersAssumptions, untilEnd } from "./orders-phrases.ts";
import { fr } from "./typography.ts";

/** How the customers asked about are called, and the repeat customers among them. */
interface RepeatPhrases {
  readonly customers: string;
  readonly again: (count: number) => string;
  /** The same of several, where the customers were not named before. */
  readonly whoDid?: string;
  readonly nobody: string;
}

/** French words of the repeat-customer rate in all its forms. */
export const repeatWords: Wording<RepeatCustomerCounts, RepeatSymbol> = (core, write) => {
  const { counts, reason } = core;
  const { repeatCustomers } = counts;
  const variant = core.variant as RepeatMethod; // the words of this KPI's own definitions
  const { customers, again, whoDid = again(2), nobody } = PHRASES[variant](counts, inPeriod(core));
  return {
    title: "taux de clients réguliers",
    symbols: {
      repeatCustomers: { name: "clients réguliers", meaning: `parmi eux, ceux qui ${whoDid}` },
      customers: { name: "clients", meaning: `clients distincts ${customers}` },
    },
    sentence:
      reason === undefined
        ? fr`Sur ${clients(counts.customers, write)} ${customers}, ${write.count(repeatCustomers)} ${again(repeatCustomers)}, soit un taux de clients réguliers de ${write.value(core)}.`
        : fr`${nobody} : il n'y a donc pas de taux de clients réguliers.`,
    assumptions: [...youngCustomers(counts, write), ...ordersAssumptions(core)],
  };
};

const PHRASES: Readonly<
  Record<RepeatMethod, (counts: RepeatCustomerCounts, when: string) => RepeatPhrases>
> = {
  "in-period": (_, when) => ({
    customers: `ayant commandé${when}`,
    again: severalTimes,
    whoDid: `ont commandé plusieurs fois${when}`,
    nobody: fr`Aucun client n'a commandé${when}`,
  }),
  returning: (_, when) => ({
    customers: `ayant commandé${when}`,
    again: (count) =>
      agree(
        count,
        fr`avait déjà commandé ou l'a fait plusieurs fois`,
        fr`avaient déjà commandé ou l'ont fait plusieurs fois`,
      ),
    nobody: fr`Aucun client n'a commandé${when}`,
  }),
  lifetime: ({ question }) => ({
    customers: `ayant commandé au moins une fois${untilEnd(question)}`,
    again: severalTimes,
    nobody: fr`Aucun client n'a jamais commandé${untilEnd(question)}`,
  }),
  cohort: ({ question }, when) => {
    const days = question?.windowDays;
    const time = days === undefined ? "le délai" : `${days} ${agree(days, "jour", "jours")}`;
    const within = days === undefined ? "dans le délai" : `dans un délai de ${time}`;
    const first = `dont la première commande a eu lieu${when === "" ? " pendant la période de la cohorte" : when}`;
    return {
      customers: first,
      again: (count) => `${agree(count, "a", "ont")} commandé de nouveau ${within}`,
      nobody: fr`Aucun client ${first} n'a encore disposé de ${time === "le délai" ? "ce délai" : time}`,
    };
  },
};

function severalTimes(count: number): string {
  return agree(count, fr`l'a fait plusieurs fois`, fr`l'ont fait plusieurs fois`);
}

function youngCustomers(
  { youngCustomers: young, question }: RepeatCustomerCounts,
  write: Writer,
): readonly string[] {
  if (young === null || young === 0) return [];
  const others = counted(young, "autre client est laissé", "autres clients sont laissés", write);
  const days = question?.windowDays ?? 0;
  const time = `${days} ${agree(days, "jour", "jours")}`;
  return [
    fr`${others} de côté, car ${agree(young, "son", "leur")} délai de ${time} n'est pas écoulé.`,
  ];
}
