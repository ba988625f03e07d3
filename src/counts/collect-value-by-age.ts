import { scaledToText } from "../base/amount.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import type { Every } from "../base/periods-of.ts";
import { readWeekDay } from "../base/week.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import type { Cohort } from "../ledger/rows.ts";
import type { MeasureOptions } from "../result/measure.ts";
import { type CohortAges, cohortAges } from "./cohort-ages.ts";
import { cohortMembers, NO_COHORT } from "./cohort-members.ts";
import {
  COHORT_CHECKS,
  type CohortAxes,
  type CohortClock,
  readCohortAxes,
} from "./cohort-question.ts";
import type { CohortSource } from "./collect-cohorts.ts";
import { measureOptions } from "./collected.ts";
import { powerSums } from "./customer-sums.ts";
import {
  CUSTOMER_COSTS_CHECKS,
  type CustomerCosts,
  type CustomerValueCounts,
} from "./customer-value-counts.ts";
import { sumOf, type WholeNumbers } from "./exact-moments.ts";
import { requireCurrency } from "./money-counts.ts";
import {
  ORDERS_CHECKS,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import { COHORTS_ASKED, costsOf, readCohortRevenues, unitsOf } from "./value-of-cohorts.ts";
import { valuesByAge } from "./values-by-age.ts";

/** A question of customers' value by age. */
export interface ValueByAgeQuestion
  extends Omit<OrdersQuestion, "countFullyRefunded">,
    Omit<CustomerCosts, "costToServe"> {
  /** The length of the periods in which customers come, and of a step of age. */
  readonly every: Every;
  /** Default `"calendar"`: ages are periods; `"elapsed"`: windows from each customer's first order. */
  readonly clock?: CohortClock;
}

/** Counts at one age. */
export interface ValueAtAgeCounts {
  readonly age: number;
  /** Cohorts with customers that were followed through the age. */
  readonly cohorts: number;
  readonly counts: CustomerValueCounts;
}

/** Counts of customers' value by age, and what to measure them with. */
export interface ValueByAgeCollected {
  readonly every: Every;
  readonly ages: readonly ValueAtAgeCounts[];
  readonly options: MeasureOptions;
}

const { countFullyRefunded: _, ...OF_ORDERS } = ORDERS_CHECKS;

const CHECKS: OptionChecks<ValueByAgeQuestion> = {
  ...OF_ORDERS,
  ...{ every: COHORT_CHECKS.every, clock: COHORT_CHECKS.clock },
  ...{ margin: CUSTOMER_COSTS_CHECKS.margin, cac: CUSTOMER_COSTS_CHECKS.cac },
};

/** Stage 1 of customers' value by age: at each age of those who were followed through it. */
export function collectValueByAge(
  source: CohortSource,
  question: ValueByAgeQuestion,
): ValueByAgeCollected {
  const asked = readOptions<ValueByAgeQuestion>(question, CHECKS);
  const { every, clock } = asked;
  const axes = readCohortAxes({
    measure: "revenue",
    ...(every === undefined ? {} : { every }),
    ...(clock === undefined ? {} : { clock }),
  });
  return kindOfRows(source) === "cohorts"
    ? ofCohorts(source as readonly Cohort[], asked, axes) // as its first row says
    : ofOrders(source as OrdersSource, asked, axes); // the ledger refuses what is not orders
}

function ofOrders(
  source: OrdersSource,
  asked: Partial<ValueByAgeQuestion>,
  axes: CohortAxes,
): ValueByAgeCollected {
  const { ledger, span, warnings } = readOrdersAsked(source, asked);
  const { currency, scale, timeZone, rows } = ledger;
  requireCurrency(currency, rows > 0);
  const { every } = axes;
  const ages = cohortAges(span, axes, readWeekDay(asked.weekStartsOn));
  const members = cohortMembers(ledger, ages, axes, span.until);
  const question = { source: "orders", period: span.asked, timeZone } as const;
  const counted = (age: number, values: WholeNumbers): ValueAtAgeCounts => {
    const powers = powerSums(values, scale);
    return {
      age,
      cohorts: followedCohorts(ages, members.cohortOf, age),
      counts: {
        kind: "customer-value",
        question: { ...question, countFullyRefunded: true, throughAge: { every, age } },
        ...{ currency, customers: values.length },
        revenue: scaledToText(sumOf(values), scale),
        ...{ revenueSquared: powers.squares, revenueCubed: powers.cubes },
        ...{ ...costsOf(asked), guestOrders: 0, orders: null },
      },
    };
  };
  return {
    every,
    ages: valuesByAge(ledger, members, ages.over, span.until, counted),
    options: measureOptions(asked, span.shown, warnings),
  };
}

/** How many cohorts with customers were followed through an age. */
function followedCohorts({ over }: CohortAges, cohortOf: Int32Array, age: number): number {
  const found = new Set<number>();
  for (const cohort of cohortOf) {
    if (cohort !== NO_COHORT && (over[cohort] ?? 0) > age) found.add(cohort);
  }
  return found.size;
}

function ofCohorts(
  rows: readonly Cohort[],
  asked: Partial<ValueByAgeQuestion>,
  { every }: CohortAxes,
): ValueByAgeCollected {
  const { cohorts, currency, scale, warnings } = readCohortRevenues(rows, asked);
  const followed = cohorts.map(({ size, revenue }) => {
    const open = revenue.indexOf(null);
    return { size, revenue: open === -1 ? revenue : revenue.slice(0, open) };
  });
  const oldest = Math.max(0, ...followed.map(({ revenue }) => revenue.length));
  const ages = Array.from({ length: oldest }, (_, age): ValueAtAgeCounts => {
    const old = followed.filter(({ revenue }) => revenue.length > age);
    return {
      age,
      cohorts: old.filter(({ size }) => size > 0).length,
      counts: {
        kind: "customer-value",
        question: { ...COHORTS_ASKED, throughAge: { every, age } },
        currency,
        customers: old.reduce((sum, { size }) => sum + size, 0),
        revenue: scaledToText(
          old.reduce((sum, { revenue }) => sum + unitsOf(revenue.slice(0, age + 1)), 0n),
          scale,
        ),
        ...{ revenueSquared: null, revenueCubed: null },
        ...{ ...costsOf(asked), guestOrders: 0, orders: null },
      },
    };
  });
  return { every, ages, options: measureOptions(asked, null, warnings) };
}
