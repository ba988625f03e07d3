import { scaledToText } from "../base/amount.ts";
import { argumentError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import type { AnswersLedger } from "../ledger/answers.ts";
import type { RowWarning } from "../result/warning.ts";
import type { OrdersAsked } from "./asked.ts";
import { type CustomerValueQuestion, VALUE_CHECKS } from "./collect-customer-value.ts";
import { NPS_SCALE } from "./collect-nps.ts";
import { guestWarnings, ordersMeasureOptions } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { type AnswersSource, answersLedgerOf } from "./count-answers.ts";
import { powerSums } from "./customer-sums.ts";
import type { CustomerValueCounts } from "./customer-value-counts.ts";
import { sumOf } from "./exact-moments.ts";
import { requireCurrency } from "./money-counts.ts";
import {
  NPS_CLASSES,
  type NpsClassOfCustomers,
  npsClassOfCustomers,
} from "./nps-class-of-customers.ts";
import type { NpsCategory } from "./nps-counts.ts";
import { type OrdersAnswerable, type OrdersSource, readOrdersAsked } from "./orders-source.ts";
import { readSpan } from "./question.ts";
import { readSourcesOf } from "./read-sources.ts";
import { type RevenueOfCustomers, revenueOfCustomers } from "./revenue-of-customers.ts";
import { costsOf } from "./value-of-cohorts.ts";

/** Orders, and answers to the NPS question with the `customerId` of who gave them. */
export interface OrdersAndAnswers {
  readonly orders: OrdersSource;
  readonly answers: AnswersSource;
}

/** Customers of one class of NPS and what they brought. */
export interface NpsClassCollected {
  readonly npsClass: NpsCategory;
  readonly counts: CustomerValueCounts;
  /** Those of them without an order or refund in the period. */
  readonly withoutOrder: number;
}

/** Counts of value by class of NPS, and what to measure them with. */
export interface ClvByNpsClassCollected
  extends Pick<Collected<unknown>, "options">,
    Pick<NpsClassOfCustomers, "customersFound" | "answersWithoutCustomer" | "idTypeDiffers"> {
  readonly classes: readonly NpsClassCollected[];
  /** Customers with an order or refund in the period who gave no answer. */
  readonly customersWithoutAnswer: number;
}

/** Stage 1 of customer value by class of NPS. */
export function collectClvByNpsClass(
  sources: OrdersAndAnswers,
  question: CustomerValueQuestion,
): ClvByNpsClassCollected {
  const { orders, answers } = readSources(sources);
  const asked = readOptions<CustomerValueQuestion>(question, VALUE_CHECKS);
  const read = readOrdersAsked(orders, asked);
  requireCurrency(read.ledger.currency, read.ledger.rows > 0);
  const { timeZone } = asked;
  const answered = answersLedgerOf(
    answers,
    timeZone === undefined ? {} : { timeZone },
    "nps",
    NPS_SCALE,
  );
  const until =
    asked.asOf === undefined ? Infinity : readSpan({ asOf: asked.asOf }, answered).until;
  const found = npsClassOfCustomers(answered, read.ledger.customers, until);
  const value = revenueOfCustomers(read.ledger, read.span);
  const { customersFound, answersWithoutCustomer, idTypeDiffers } = found;
  return {
    classes: NPS_CLASSES.map((npsClass, place) => {
      const members = Int32Array.from(found.classOf.keys()).filter(
        (who) => found.classOf[who] === place,
      );
      const customers = found.customers[place] ?? 0;
      const counts = countsOf(read, asked, value, { npsClass, members, customers });
      const ordered = members.filter((who) => value.seen[who] === 1).length;
      return { npsClass, counts, withoutOrder: customers - ordered };
    }),
    customersWithoutAnswer: value.seen.filter(
      (mark, who) => mark === 1 && found.classOf[who] === -1,
    ).length,
    ...{ customersFound, answersWithoutCustomer, idTypeDiffers },
    options: ordersMeasureOptions(read, [...guestWarnings(value), ...rowWarnings(answered)]),
  };
}

function readSources(sources: OrdersAndAnswers): OrdersAndAnswers {
  const read = readSourcesOf<OrdersAndAnswers>(
    sources,
    ["orders", "answers"],
    "an object with `orders` and `answers`, and the question after it: clvByNpsClass({ orders, answers }, { margin: 0.3 })",
  );
  return { orders: required("orders", read.orders), answers: required("answers", read.answers) };
}

function required<Source>(name: string, source: Source | undefined): Source {
  if (source !== undefined) return source;
  throw argumentError(name, `given: rows or a ledger of ${name}`, source, "option-missing");
}

/** That somebody answered twice is no fault here: the latest answer counts. */
function rowWarnings({ warnings }: AnswersLedger): readonly RowWarning[] {
  return warnings.filter(({ code }) => code !== "duplicate-respondent");
}

interface Members {
  readonly npsClass: NpsCategory;
  /** Customers of the ledger. */
  readonly members: Int32Array;
  /** All customers of the class, also those whom the ledger does not know. */
  readonly customers: number;
}

/** Who is not among the orders adds nothing to any sum, and 1 to the customers. */
function countsOf(
  { ledger, span, asked: { countFullyRefunded = true } }: OrdersAnswerable,
  costs: CustomerValueQuestion,
  { revenue }: RevenueOfCustomers,
  { npsClass, members, customers }: Members,
): CustomerValueCounts {
  const { scale, currency, timeZone } = ledger;
  const question: OrdersAsked = {
    ...{ source: "orders", period: span.asked, timeZone, countFullyRefunded },
  };
  const values =
    revenue instanceof Float64Array
      ? Float64Array.from(members, (who) => revenue[who] ?? 0)
      : Array.from(members, (who) => revenue[who] ?? 0n);
  const powers = powerSums(values, scale);
  return {
    kind: "customer-value",
    question: { ...question, npsClass },
    currency,
    customers,
    revenue: scaledToText(sumOf(values), scale),
    ...{ revenueSquared: powers.squares, revenueCubed: powers.cubes },
    ...costsOf(costs),
    ...{ guestOrders: 0, orders: null },
  };
}
