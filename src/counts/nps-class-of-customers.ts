import type { Day } from "../base/day.ts";
import { type AnswersLedger, NO_DAY, NOT_ANSWERED, SURVEYS } from "../ledger/answers.ts";
import { newIdTable } from "../ledger/id-table.ts";
import type { CustomerId } from "../ledger/rows.ts";
import { type NpsCategory, npsCategory } from "./nps-counts.ts";

/** The classes of NPS, the happiest first. */
export const NPS_CLASSES: readonly NpsCategory[] = ["promoter", "passive", "detractor"];

/** Stands for a customer who did not answer. */
const NO_CLASS = -1;

/** Which customers answered what. */
export interface NpsClassOfCustomers {
  /** Places in `NPS_CLASSES` by customer of the orders, or −1. */
  readonly classOf: Int8Array;
  /** Customers of each class, those without any row of orders included. */
  readonly customers: readonly number[];
  /** Answers of nobody known; they are left out. */
  readonly answersWithoutCustomer: number;
  /** Customers who answered and have rows of orders. */
  readonly customersFound: number;
  /** Customers whose id is a text in one source and a number in the other, and so not found. */
  readonly idTypeDiffers: number;
}

/**
 * Gives customers the class of their latest answer before a day. Of several answers of one day the
 * lowest counts, so that the order of the rows does not; answers without a date are the earliest.
 */
export function npsClassOfCustomers(
  answers: AnswersLedger,
  customers: readonly CustomerId[],
  until: Day,
): NpsClassOfCustomers {
  const found = latestAnswers(answers, until);
  const table = newIdTable(customers);
  for (let code = 0; code < customers.length; code += 1) table.put(code);
  const classOf = new Int8Array(customers.length).fill(NO_CLASS);
  const counted = NPS_CLASSES.map(() => 0);
  let [customersFound, idTypeDiffers] = [0, 0];
  for (const at of found.latest.values()) {
    const id = answers.customerId?.[at];
    if (id === undefined) continue;
    const category = NPS_CLASSES.indexOf(npsCategory(answers.score[at] ?? 0));
    counted[category] = (counted[category] ?? 0) + 1;
    const code = table.find(id);
    if (code >= 0) {
      classOf[code] = category;
      customersFound += 1;
    } else if (table.find(otherType(id)) >= 0) {
      idTypeDiffers += 1;
    }
  }
  const { answersWithoutCustomer } = found;
  return {
    ...{ classOf, customers: counted, customersFound },
    ...{ answersWithoutCustomer, idTypeDiffers },
  };
}

/** The place of each customer's latest answer, by the place of the first one met. */
function latestAnswers(answers: AnswersLedger, until: Day) {
  const { survey, score, size } = answers;
  const ids = answers.customerId ?? [];
  const table = newIdTable(ids);
  const latest = new Map<number, number>();
  const code = SURVEYS.indexOf("nps");
  let answersWithoutCustomer = 0;
  for (let at = 0; at < size; at += 1) {
    if (survey[at] !== code || score[at] === NOT_ANSWERED || dayOf(answers, at) >= until) continue;
    if (ids[at] === undefined) {
      answersWithoutCustomer += 1;
      continue;
    }
    const first = table.put(at);
    const before = latest.get(first);
    if (before === undefined) latest.set(at, at);
    else if (isLater(answers, at, before)) latest.set(first, at);
  }
  return { latest, answersWithoutCustomer };
}

function isLater(answers: AnswersLedger, at: number, before: number): boolean {
  const days = dayOf(answers, at) - dayOf(answers, before);
  return days > 0 || (days === 0 && (answers.score[at] ?? 0) < (answers.score[before] ?? 0));
}

function dayOf({ day }: AnswersLedger, at: number): Day {
  return day?.[at] ?? NO_DAY;
}

/** The number that a text writes, or the text of a number. */
function otherType(id: CustomerId): CustomerId {
  return typeof id === "number" ? String(id) : Number(id);
}
