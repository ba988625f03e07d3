import { deepFreeze } from "../base/deep-freeze.ts";
import {
  addExact,
  divideExact,
  type Exact,
  multiplyExact,
  readExact,
  subtractExact,
  writeExact,
} from "../base/exact.ts";
import {
  type ClvByNpsClassCollected,
  collectClvByNpsClass,
  type OrdersAndAnswers,
} from "../counts/collect-clv-by-nps-class.ts";
import type { CustomerValueQuestion } from "../counts/collect-customer-value.ts";
import type { CustomerValueCounts } from "../counts/customer-value-counts.ts";
import { attachDisplay } from "../result/display.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { writerFor } from "../result/language.ts";
import { measure } from "../result/measure.ts";
import { clvByNpsClassBlocks } from "./clv-by-nps-class-blocks.ts";
import type {
  ClvByNpsClass,
  NpsClassValue,
  NpsClassWarningFact,
} from "./clv-by-nps-class-shape.ts";
import { type ClvByNpsClassCore, clvByNpsClassWords } from "./clv-by-nps-class-words.ts";
import { historicalClvMean } from "./historical-clv.ts";
import { ratioOfMeans } from "./nps-class-ratio.ts";

/**
 * What promoters, passives and detractors have brought so far, and how many times a detractor's
 * value a promoter's is.
 *
 * Answers are joined to customers by `customerId`, and each customer's latest answer up to `asOf`
 * says the class. The value is that of {@link historicalClv}. Customers who answered and did not
 * order count with a value of 0; answers of nobody known are left out and counted. The interval of
 * the ratio is made on the logarithmic scale; there is none below 30 customers a side.
 *
 * @param sources - `orders` and `answers`, each as rows or as a ledger.
 * @param question - As for {@link historicalClv}. `period` is that of the orders; an answer from
 * outside it counts as well.
 * @returns Classes without customers have `no-value` results; a ratio that cannot be told says why.
 * @throws {@link KpiError} `invalid-argument` for an option or a missing source, `invalid-data` or
 * `currency-mismatch` for rows.
 * @see Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12): the classes.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 60 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "cem", date: "2025-04-02", amount: 40 },
 * ];
 * const answers = [
 *   { customerId: "ann", score: 10, date: "2025-03-01" },
 *   { customerId: "bob", score: 4, date: "2025-03-01" },
 *   { customerId: "dee", score: 2, date: "2025-03-02" },
 * ];
 * const { classes, ratio } = clvByNpsClass({ orders, answers }, { currency: "EUR" });
 * classes.map(({ npsClass, result }) => [npsClass, result.exact]); // => [["promoter", "60"], ["passive", null], ["detractor", "10"]]
 * [ratio.exact, ratio.because]; // => ["6", "small-sample"]
 */
export function clvByNpsClass(
  sources: OrdersAndAnswers,
  question: CustomerValueQuestion = {},
): ClvByNpsClass {
  const collected = collectClvByNpsClass(sources, question);
  const { options } = collected;
  const classes = classesOf(collected);
  const [promoters, , detractors] = classes; // in the order of `NPS_CLASSES`
  const core: ClvByNpsClassCore = {
    ...{ kind: "clv-by-nps-class", period: options.period ?? null, classes },
    ratio: ratioOfMeans(promoters?.result, detractors?.result, options),
  };
  const { sentence, warning, assumptions } = clvByNpsClassWords(
    core,
    writerFor(englishOfCustomers),
  );
  const table: ClvByNpsClass = {
    ...{ ...core, sentence, assumptions },
    warnings: warningsOf(collected).map((fact) => ({ ...fact, message: warning(fact) })),
  };
  return deepFreeze(attachDisplay(table, () => clvByNpsClassBlocks(table)));
}

function classesOf({ classes, options }: ClvByNpsClassCollected): readonly NpsClassValue[] {
  const customers = sum(classes.map(({ counts }) => readExact(counts.customers)));
  const values = classes.map(({ counts }) => worthOf(counts));
  const isWorth = values.every(({ units }) => units >= 0n);
  const value = isWorth ? sum(values) : NOTHING;
  return classes.map(({ npsClass, counts, withoutOrder }) => ({
    ...{ npsClass, customers: counts.customers, withoutOrder },
    customerShare: shareOf(readExact(counts.customers), customers),
    valueShare: shareOf(worthOf(counts), value),
    result: measure(historicalClvMean, counts, options),
  }));
}

const NOTHING: Exact = { units: 0n, scale: 0 };

function sum(parts: readonly Exact[]): Exact {
  return parts.reduce(addExact, NOTHING);
}

function shareOf(part: Exact, whole: Exact): number | null {
  return whole.units === 0n ? null : Number(writeExact(divideExact(part, whole)));
}

/** What all customers of a class are worth together. */
function worthOf({ customers, revenue, margin, costToServe, cac }: CustomerValueCounts): Exact {
  const earned = multiplyExact(readExact(revenue), readExact(margin ?? 1));
  const costs = addExact(readExact(costToServe ?? 0), readExact(cac ?? 0));
  return subtractExact(earned, multiplyExact(costs, readExact(customers)));
}

function warningsOf(collected: ClvByNpsClassCollected): readonly NpsClassWarningFact[] {
  const { classes, answersWithoutCustomer, idTypeDiffers, customersWithoutAnswer } = collected;
  const customers = classes.reduce((all, { counts }) => all + counts.customers, 0);
  const facts: readonly (NpsClassWarningFact | null)[] = [
    answersWithoutCustomer > 0
      ? { code: "answers-without-customer", answers: answersWithoutCustomer }
      : null,
    idTypeDiffers > 0 ? { code: "id-type-differs", customers: idTypeDiffers } : null,
    customers > 0 && collected.customersFound === 0
      ? { code: "no-customer-found", customers }
      : null,
    customers > 0 ? { code: "self-selected", withoutAnswer: customersWithoutAnswer } : null,
  ];
  return facts.filter((fact) => fact !== null);
}
