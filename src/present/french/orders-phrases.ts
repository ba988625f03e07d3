import { describePeriod } from "../../base/describe-period.ts";
import { period } from "../../base/period.ts";
import type { OrdersAsked } from "../../counts/asked.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import { periodWords } from "./period-words.ts";
import { fr, typeset } from "./typography.ts";

type OrdersCore = ResultCore<{ readonly question: OrdersAsked | null }>;

/** ` au 2e trimestre 2025`, or nothing for counts typed by hand. */
export function inPeriod({ counts, period: asked }: OrdersCore): string {
  return asked === null || counts.question === null ? "" : ` ${periodWords(asked).during}`;
}

/** ` du 2e trimestre 2025`, or nothing for counts typed by hand. */
export function ofPeriod({ counts, period: asked }: OrdersCore): string {
  return asked === null || counts.question === null ? "" : ` ${periodWords(asked).of}`;
}

/** ` jusqu'à la fin du 2e trimestre 2025`, or nothing where all rows are counted. */
export function untilEnd(question: OrdersAsked | null): string {
  if (question === null || question.period === null) return "";
  const { start, end } = question.period;
  const { of, name } = periodWords(question.period);
  return describePeriod(period(start, end)).includes(" to ")
    ? fr` jusqu'au ${name.split(" – ")[1] ?? ""}`
    : fr` jusqu'à la fin ${of}`;
}

/** What KPIs over orders take for granted. */
export function ordersAssumptions({ counts }: OrdersCore): readonly string[] {
  const { question } = counts;
  if (question === null || question.source === "cohorts") return [];
  return [
    typeset(
      question.countFullyRefunded
        ? "Une commande compte même si elle a été remboursée ; un remboursement n'est jamais une commande."
        : "Les commandes remboursées en totalité avant la fin de la période ne comptent pas ; un remboursement n'est jamais une commande.",
    ),
    question.period === null
      ? fr`Toutes les lignes sont comptées ; les jours sont ceux du fuseau horaire ${question.timeZone}.`
      : fr`Les jours sont ceux du fuseau horaire ${question.timeZone} ; le dernier jour de la période est inclus.`,
  ];
}
