import type { RetentionCounts, RetentionQuestionAsked } from "../../counts/retention-counts.ts";
import { countMissing, type RetentionSymbol } from "../../kpis/retention-symbols.ts";
import type { Formula } from "../../result/formula.ts";
import { agree } from "./agreement.ts";
import { buyersAmong } from "./channel-phrases.ts";
import { periodWords } from "./period-words.ts";
import { fr, typeset } from "./typography.ts";

/** How the customers of a question are called in French, by the kind of rows; most agree with a number. */
export interface RetentionPhrases {
  /** After `clients`: those at the start, and those at the end. */
  readonly start: (count: number | null) => string;
  readonly end: (count: number | null) => string;
  /** What happened to those kept and to those lost. */
  readonly kept: (count: number | null) => string;
  readonly lost: (count: number | null) => string;
  readonly within: string;
  /** A sentence that nobody was there at the start, or at the end. */
  readonly nobodyAtStart: string;
  readonly nobodyAtEnd: string;
}

/** The phrases that fit the question behind the counts. */
export function retentionPhrases({ question }: RetentionCounts): RetentionPhrases {
  if (question === null) return staying("", "au cours de la période");
  const { of, during } = periodWords(question.period);
  if (question.inactiveAfterDays !== undefined) return active(of, during);
  const before = question.baseline === null ? null : periodWords(question.baseline);
  if (before !== null && question.source === "cohorts") return activeIn(before.during, during);
  if (before !== null && question.source === "orders") {
    const { among } = question;
    return among === undefined
      ? buying(before.during, during)
      : { ...buying(before.during, during), ...buyingAmong(buyersAmong(among, before)) };
  }
  return staying(` ${of}`, during);
}

/** Customers by a start day, as those of subscriptions or of counts typed by hand. */
function staying(of: string, within: string): RetentionPhrases {
  return {
    start: () => `au début${of}`,
    end: () => `à la fin${of}`,
    kept: (count) =>
      agree(count, "était encore client à la fin", "étaient encore clients à la fin"),
    lost: (count) => agree(count, "était parti à la fin", "étaient partis à la fin"),
    within,
    nobodyAtStart: `Il n’y avait aucun client au début${of}`,
    nobodyAtEnd: `Il n’y avait aucun client à la fin${of}`,
  };
}

/** Customers who are active for some days after an order. */
function active(of: string, within: string): RetentionPhrases {
  return {
    start: (count) => `${agree(count, "actif", "actifs")} au début ${of}`,
    end: (count) => `${agree(count, "actif", "actifs")} à la fin ${of}`,
    kept: (count) => agree(count, "était encore actif à la fin", "étaient encore actifs à la fin"),
    lost: (count) =>
      agree(count, "était devenu inactif à la fin", "étaient devenus inactifs à la fin"),
    within,
    nobodyAtStart: `Aucun client n’était actif au début ${of}`,
    nobodyAtEnd: `Aucun client n’était actif à la fin ${of}`,
  };
}

/** Customers of cohorts that were counted elsewhere. */
function activeIn(before: string, during: string): RetentionPhrases {
  return {
    start: (count) => `${agree(count, "actif", "actifs")} ${before}`,
    end: (count) => `${agree(count, "actif", "actifs")} ${during}`,
    kept: (count) => `${agree(count, "était aussi actif", "étaient aussi actifs")} ${during}`,
    lost: (count) => `${agree(count, "n’était pas actif", "n’étaient pas actifs")} ${during}`,
    within: during,
    nobodyAtStart: `Aucun client n’était actif ${before}`,
    nobodyAtEnd: `Aucun client n’était actif ${during}`,
  };
}

/** Buyers of two periods. */
function buying(before: string, during: string): RetentionPhrases {
  return {
    start: () => `ayant acheté ${before}`,
    end: () => `ayant acheté ${during}`,
    kept: (count) => `${agree(count, "a", "ont")} de nouveau acheté ${during}`,
    lost: (count) => `${agree(count, "n’a", "n’ont")} rien acheté ${during}`,
    within: during,
    nobodyAtStart: `Aucun client n’a acheté ${before}`,
    nobodyAtEnd: `Aucun client n’a acheté ${during}`,
  };
}

/** Buyers of one channel, or of one against several. */
function buyingAmong(start: string): Pick<RetentionPhrases, "start" | "nobodyAtStart"> {
  return { start: () => start, nobodyAtStart: `Il n’y a aucun client ${start}` };
}

/** Names and meanings of all symbols. */
export function retentionSymbols(
  counts: RetentionCounts,
): Readonly<Record<RetentionSymbol, { readonly name: string; readonly meaning: string }>> {
  const { start, end, kept, within } = retentionPhrases(counts);
  return {
    retainedCustomers: {
      name: "clients conservés",
      meaning: `parmi les clients du début, ceux qui ${kept(2)}`,
    },
    customersAtStart: { name: "clients au début", meaning: `clients distincts ${start(2)}` },
    customersAtEnd: { name: "clients à la fin", meaning: `clients distincts ${end(2)}` },
    newCustomers: { name: "nouveaux clients", meaning: `clients acquis ${within}` },
    returnedCustomers: {
      name: "clients revenus",
      meaning: `anciens clients revenus ${within}`,
    },
    lostCustomers: { name: "clients perdus", meaning: `clients perdus ${within}` },
    voluntaryLostStarters: {
      name: "clients du début partis",
      meaning: `parmi les clients du début, ceux qui sont partis de leur plein gré ${within}`,
    },
    involuntaryLostStarters: {
      name: "clients du début en échec de paiement",
      meaning: typeset(
        `parmi les clients du début, ceux perdus à la suite d'un échec de paiement ${within}`,
      ),
    },
    customerDays: {
      name: "jours-clients",
      meaning: fr`jours d'activité des clients ${within}, additionnés`,
    },
    periodDays: { name: "jours de la période", meaning: "jours du début à la fin de la période" },
  };
}

/** Which number a formula lacks, in words. */
export function numbersMissing(formula: Formula<RetentionSymbol>, counts: RetentionCounts): string {
  const missing = countMissing(formula, counts);
  if (missing === "voluntaryLostStarters" || missing === "involuntaryLostStarters") {
    return "Les raisons des départs ne sont pas connues";
  }
  if (counts.question?.recognise !== undefined) {
    return typeset("Aucune ligne n'indique sa date de résiliation");
  }
  const name = missing === null ? "clients" : retentionSymbols(counts)[missing].name;
  return fr`Les comptages n'indiquent pas le nombre de ${name}`;
}

/** What retention and churn take for granted. */
export function retentionAssumptions({ question }: RetentionCounts): readonly string[] {
  if (question === null) return [];
  if (question.source === "cohorts") {
    return [
      typeset(
        "Les cohortes non observées sur les deux périodes sont laissées de côté ; un client revenu compte comme conservé.",
      ),
    ];
  }
  return [rule(question), fr`Les jours sont ceux du fuseau horaire ${question.timeZone}.`];
}

function rule({ source, inactiveAfterDays, recognise }: RetentionQuestionAsked): string {
  if (inactiveAfterDays !== undefined) {
    const days = `${inactiveAfterDays} ${agree(inactiveAfterDays, "jour", "jours")}`;
    return fr`Un client est actif pendant ${days} à compter de chaque commande, même remboursée par la suite.`;
  }
  if (source === "orders") {
    return "Un client compte comme conservé si une commande, même remboursée par la suite, tombe dans la période.";
  }
  switch (recognise) {
    case "cancelled":
      return typeset(
        "Un abonnement qui a une date de fin est perdu le jour de sa résiliation, même s'il est servi plus longtemps.",
      );
    case "scheduled":
      return typeset(
        "Un abonnement est perdu le jour de sa résiliation, même s'il n'a pas encore de date de fin.",
      );
    default:
      return "Un abonnement qui se termine le jour où une période commence était actif à son début et est perdu au cours de celle-ci.";
  }
}
