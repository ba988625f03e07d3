import type { GapTable } from "../../counts/purchase-gap-counts.ts";
import type { SecondOrderCounts } from "../../counts/second-order-counts.ts";
import type { Wording } from "../../result/definition.ts";
import { agree, clients } from "./agreement.ts";
import { inPeriod, ordersAssumptions } from "./orders-phrases.ts";
import { fr, typeset } from "./typography.ts";

/** French words of the time to the second order. */
export const secondOrderWords: Wording<SecondOrderCounts, "halfReached"> = (core, write) => {
  const { secondOrders, oneOrder } = core.counts;
  const [back, waiting] = [customersIn(secondOrders), customersIn(oneOrder)];
  const when = inPeriod(core);
  const acquired = `${clients(back + waiting, write)} dont la première commande a ${when === "" ? "été suivie" : `eu lieu${when}`}`;
  return {
    title: typeset("délai jusqu'à la deuxième commande"),
    symbols: {
      halfReached: {
        name: "jours au bout desquels la moitié est revenue",
        meaning: typeset(
          "premier nombre de jours où l'estimation de Kaplan-Meier est descendue à un demi",
        ),
      },
    },
    sentence:
      core.reason === "no-customers"
        ? fr`Aucune première commande n'a ${when === "" ? "été comptée" : `eu lieu${when}`} : il n'y a donc pas de délai jusqu'à la deuxième.`
        : core.reason === "not-reached"
          ? fr`Sur ${acquired}, ${write.count(back)} ${agree(back, "est revenu", "sont revenus")} à ce jour, moins de la moitié : il n'y a donc pas encore de médiane.`
          : fr`Sur ${acquired}, la moitié revient dans un délai de ${write.value(core)} ; ${write.count(waiting)} ${agree(waiting, "n'est pas encore revenu", "ne sont pas encore revenus")}.`,
    assumptions: [
      typeset(
        "Les clients sont suivis au-delà de la période, jusqu'à la fin des données ; ceux qui ne sont pas encore revenus sont supposés semblables à ceux observés plus longtemps.",
      ),
      ...ordersAssumptions(core),
    ],
  };
};

function customersIn(table: GapTable): number {
  return table.reduce((sum, [, customers]) => sum + customers, 0);
}
