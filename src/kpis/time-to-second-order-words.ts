import type { GapTable } from "../counts/purchase-gap-counts.ts";
import type { SecondOrderCounts } from "../counts/second-order-counts.ts";
import type { Wording } from "../result/definition.ts";
import { counted } from "../result/plural.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";
import { people } from "./retention-words.ts";

/** English words of the time to the second order. */
export const secondOrderWords: Wording<SecondOrderCounts, "halfReached"> = (core, write) => {
  const { secondOrders, oneOrder } = core.counts;
  const [back, waiting] = [customersIn(secondOrders), customersIn(oneOrder)];
  const when = inPeriod(core);
  const acquired = `${people(back + waiting, write)} whose first order was${when === "" ? " followed" : when}`;
  return {
    title: "time to second order",
    symbols: {
      halfReached: {
        name: "days by which half came back",
        meaning:
          "the first number of days by which the Kaplan-Meier estimate has fallen to one half",
      },
    },
    sentence:
      core.reason === "no-customers"
        ? `No customer's first order was${when === "" ? " counted" : when}, so there is no time to a second one.`
        : core.reason === "not-reached"
          ? `Of ${acquired}, ${counted(write.count(back), "has", "have")} come back, fewer than half so far, so there is no median yet.`
          : `Of ${acquired}, half come back within ${write.value(core)}; ${counted(write.count(waiting), "has", "have")} not come back so far.`,
    assumptions: [
      "Customers are followed past the period until the data end; those not back yet are taken to be like those watched for longer.",
      ...ordersAssumptions(core),
    ],
  };
};

function customersIn(table: GapTable): number {
  return table.reduce((sum, [, customers]) => sum + customers, 0);
}
