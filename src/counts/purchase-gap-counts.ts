import { argumentError } from "../base/errors.ts";
import { gather, readEach } from "../base/gather.ts";
import { copyOfList, type OptionCheck, wholeNumber } from "../base/options.ts";
import type { OrdersAsked } from "./asked.ts";
import { type CustomerSums, customerSumsCheck } from "./customer-sums.ts";
import { type CountsOf, readCounts, wholeCount } from "./read-counts.ts";

/** How many gaps lasted how many days. */
export type GapTable = readonly (readonly [days: number, gaps: number])[];

/** Days between consecutive purchases. They merge only over parts that share no customer. */
export interface PurchaseGapCounts {
  readonly kind: "purchase-gaps";
  readonly question: (OrdersAsked & { readonly mergeSameDay: boolean }) | null;
  /** Customers with a gap: at least two purchases. */
  readonly customers: number;
  /** Customers with one purchase, who have no gap yet. */
  readonly oneOrderCustomers: number;
  readonly gaps: number;
  /** Days of all gaps added up. */
  readonly gapDays: number;
  /** Gaps by their length, shortest first; `null`: not known. */
  readonly gapTable: GapTable | null;
  /** Days of the gaps of customers who have so many gaps, fewest first; `null`: not known. */
  readonly daysByGaps: GapTable | null;
  /** Customers by the days that passed since their last purchase without another; `null`: not known. */
  readonly openGaps: GapTable | null;
  /** Days of the period. */
  readonly periodDays: number | null;
  /** Sums over customers, x their gaps and y the days of them; for the interval. */
  readonly customerSums: CustomerSums | null;
}

/** Counts of gaps as a person types them. */
export interface PurchaseGapCountsInput
  extends Partial<Omit<PurchaseGapCounts, "gaps" | "gapDays">>,
    Pick<PurchaseGapCounts, "gaps" | "gapDays"> {}

const LONGEST_TABLE = 110_000;

/** A check for gaps by length. */
export const gapTable: OptionCheck<GapTable> = (value, member) => {
  const pairs = copyOfList(value, LONGEST_TABLE);
  if (pairs === null) {
    throw argumentError(member, "a list of [days, gaps]", value, "option-wrong-type");
  }
  return readEach(pairs, (given) => {
    const pair = copyOfList(given, 2) ?? [];
    if (pair.length !== 2) {
      throw argumentError(member, "a list of [days, gaps]", pair, "option-wrong-type");
    }
    return [wholeCount(pair[0], member), wholeCount(pair[1], member)] as const;
  });
};

const FIELDS: CountsOf<Omit<PurchaseGapCountsInput, "kind" | "question">> = {
  customers: wholeCount,
  oneOrderCustomers: wholeCount,
  gaps: wholeCount,
  gapDays: wholeCount,
  gapTable,
  daysByGaps: gapTable,
  openGaps: gapTable,
  periodDays: /* @__PURE__ */ wholeNumber(1, "a whole number of days from 1 on"),
  customerSums: customerSumsCheck,
};

/** Completes counts typed by hand, and refuses a table that disagrees with its totals. */
export function readPurchaseGapCounts(input: PurchaseGapCountsInput): PurchaseGapCounts {
  const given = readCounts<PurchaseGapCountsInput>(input, "purchase-gaps", FIELDS, [
    "gaps",
    "gapDays",
  ]);
  const { gaps, gapDays, gapTable: table = null } = given;
  const { attempt, close } = gather();
  attempt(() => requireSum("gaps", gaps, "gapTable", table));
  attempt(() => requireSum("gapDays", gapDays, "daysByGaps", given.daysByGaps ?? null));
  close();
  return {
    kind: "purchase-gaps",
    question: given.question ?? null,
    customers: given.customers ?? 0,
    oneOrderCustomers: given.oneOrderCustomers ?? 0,
    gaps,
    gapDays,
    gapTable: table,
    daysByGaps: given.daysByGaps ?? null,
    openGaps: given.openGaps ?? null,
    periodDays: given.periodDays ?? null,
    customerSums: given.customerSums ?? null,
  };
}

function requireSum(
  member: "gaps" | "gapDays",
  value: number,
  tableName: string,
  table: GapTable | null,
): void {
  if (table === null) return;
  const sum = table.reduce((before, [, count]) => before + count, 0);
  if (sum === value) return;
  throw argumentError(member, `${sum}, as \`${tableName}\` says`, value, "counts-inconsistent");
}

/** The gap at a place, from 0, of all gaps sorted by length. */
export function quantileOfGaps(table: GapTable, place: number): number {
  let passed = 0;
  for (const [days, gaps] of table) {
    passed += gaps;
    if (passed > place) return days;
  }
  return 0;
}
