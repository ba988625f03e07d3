import { scaledToText } from "../base/amount.ts";
import { dayToText } from "../base/day.ts";
import { readOptions } from "../base/options.ts";
import { readWeekDay } from "../base/week.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import type { Cohort, Transaction } from "../ledger/rows.ts";
import { type CohortAges, cohortAges } from "./cohort-ages.ts";
import { attributeOfCustomers, type CustomerAttribute } from "./cohort-attribute.ts";
import type { CohortCounts } from "./cohort-counts.ts";
import { cohortMembers } from "./cohort-members.ts";
import {
  COHORT_CHECKS,
  type CohortAxes,
  type CohortQuestion,
  readCohortAxes,
} from "./cohort-question.ts";
import { rowsOfAttribute, rowsOfPeriods, type Tally } from "./cohort-rows.ts";
import { type CohortsCollected, cohortOptions } from "./cohorts-collected.ts";
import { collectCohortTable } from "./collect-cohort-table.ts";
import { requireCurrency } from "./money-counts.ts";
import { type OrdersSource, readOrdersWith } from "./orders-source.ts";
import type { Span } from "./question.ts";
import { returnCounter } from "./return-rules.ts";
import { tallyAmounts } from "./tally-amounts.ts";
import { type TallyShape, tallyCustomers, tallyEveryPeriod } from "./tally-customers.ts";

/** What cohort retention takes: orders, as rows or as a ledger, or rows of cohorts. */
export type CohortSource = OrdersLedger | readonly (Transaction | Cohort)[];

/** Stage 1 of cohort retention: who came when, and who came back at which age. */
export function collectCohorts(source: CohortSource, question: CohortQuestion): CohortsCollected {
  const asked = readOptions<CohortQuestion>(question, COHORT_CHECKS);
  return kindOfRows(source) === "cohorts"
    ? collectCohortTable(source as readonly Cohort[], asked) // as its first row says
    : collectOrders(source as OrdersSource, asked); // the ledger refuses what is not orders
}

function collectOrders(source: OrdersSource, asked: Partial<CohortQuestion>): CohortsCollected {
  const axes = readCohortAxes(asked);
  const columns = axes.attribute === null ? [] : [axes.attribute];
  const { ledger, span, warnings } = readOrdersWith(source, asked, columns);
  if (axes.measure === "revenue") requireCurrency(ledger.currency, ledger.rows > 0);
  const ages = cohortAges(span, axes, readWeekDay(asked.weekStartsOn));
  const attribute = axes.attribute === null ? null : attributeOfCustomers(ledger, axes.attribute);
  const tally = tallyOf(ledger, span, { ages, axes, attribute });
  const complete = span.complete === null ? null : dayToText(span.complete);
  const { timeZone, currency } = ledger;
  const counts: CohortCounts = {
    kind: "cohort-retention",
    question: { ...axes, source: "orders", period: span.asked, timeZone, complete },
    currency: axes.measure === "revenue" ? currency : null,
    cohorts:
      attribute === null
        ? rowsOfPeriods(ages, axes, tally)
        : rowsOfAttribute(ages, axes, attribute.names, tally),
  };
  return { counts, options: cohortOptions(asked, span.shown, warnings) };
}

interface CohortPlan {
  readonly ages: CohortAges;
  readonly axes: CohortAxes;
  readonly attribute: CustomerAttribute | null;
}

function tallyOf(
  ledger: OrdersLedger,
  { until }: Span,
  { ages, axes, attribute }: CohortPlan,
): Tally {
  const { measure, brackets } = axes;
  const limits = axes.includeIncomplete ? ages.started : ages.over;
  const columns = brackets?.length ?? Math.max(0, ...limits);
  const cohorts = ages.periods.length;
  const shape: TallyShape = {
    rows: cohorts * (attribute?.names.length ?? 1),
    columns,
    limitOf: (cohort) => limits[cohort] ?? 0,
    rowOf:
      attribute === null
        ? (cohort) => cohort
        : (cohort, who) => (attribute.placeOf[who] ?? 0) * cohorts + cohort,
  };
  const members = cohortMembers(ledger, ages, axes, until);
  const counter = returnCounter(axes.return, brackets);
  const count = axes.cohortBy === "every-active-period" ? tallyEveryPeriod : tallyCustomers;
  const { sizes, returned } = count(members, counter, shape);
  const size = (row: number): number => sizes[row] ?? 0;
  if (measure === "customers") {
    return {
      size,
      value: (row, column) => BigInt(returned[row * columns + column] ?? 0),
      base: (row) => BigInt(size(row)),
      write: Number,
    };
  }
  const { values, bases } = tallyAmounts(ledger, members, measure, until, { ...shape, brackets });
  return {
    size,
    value: (row, column) => values[row * columns + column] ?? 0n,
    base: (row) => bases[row] ?? 0n,
    write: measure === "orders" ? Number : (total) => scaledToText(total, ledger.scale),
  };
}
