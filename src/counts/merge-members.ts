import { addDecimals } from "../base/add-decimals.ts";
import { KpiError } from "../base/errors.ts";
import type { OptionCheck } from "../base/options.ts";
import { show } from "../base/show.ts";
import { listOfCounts } from "./counts-by-score.ts";
import { type CustomerSums, customerSumsCheck } from "./customer-sums.ts";
import { type GapTable, gapTable } from "./purchase-gap-counts.ts";
import { exactAmount, plainCopy, wholeCount } from "./read-counts.ts";

/** How one member of counts is read and merges. */
export interface MemberRule<Value> {
  readonly read: OptionCheck<Value>;
  readonly add: (left: Value, right: Value, member: string) => Value;
  /** What `null` in one part means: the sum is not known either, or the parts are no match. */
  readonly unknown: "spreads" | "differs";
  /** What it is where nothing was counted; `null`: the question says, or nobody knows. */
  readonly zero: Value | null;
  /** Whether it says that nothing was counted; `null` where it does not count things. */
  readonly isNothing: ((value: Value) => boolean) | null;
}

/** Whole numbers add up. */
export const wholeSum: MemberRule<number> = {
  read: wholeCount,
  add: (left, right, member) => wholeCount(left + right, member),
  unknown: "spreads",
  zero: 0,
  isNothing: (value) => value === 0,
};

/** Decimal texts add up exactly. They are read as sums are written: `1.50` as `1.5`. */
export const decimalSum: MemberRule<string> = {
  read: (value, member) => addDecimals(exactAmount(value, member), "0"),
  add: addDecimals,
  unknown: "spreads",
  zero: "0",
  isNothing: null,
};

/** Lists of whole numbers add up place by place. */
export const listSum: MemberRule<readonly number[]> = {
  read: listOfCounts,
  add: (left, right, member) => {
    if (left.length !== right.length) throw countsDiffer(member, left.length, right.length);
    return left.map((count, at) => wholeCount(count + (right[at] ?? 0), member));
  },
  unknown: "spreads",
  zero: null,
  isNothing: null,
};

/** Gaps add up by their length. */
export const gapTableSum: MemberRule<GapTable> = {
  read: (value, member) => addGaps([], gapTable(value, member), member),
  add: addGaps,
  unknown: "spreads",
  zero: [],
  isNothing: (value) => value.length === 0,
};

function addGaps(left: GapTable, right: GapTable, member: string): GapTable {
  const gaps = new Map(left);
  for (const [days, more] of right) {
    gaps.set(days, wholeCount((gaps.get(days) ?? 0) + more, member));
  }
  return [...gaps].sort(([a], [b]) => a - b);
}

const NO_SUMS: CustomerSums = {
  ...{ xx: "0", xxx: "0", xy: "0", xxy: "0", yy: "0", xyy: "0", yyy: "0" },
};

/** Sums over customers add up one by one. */
export const customerSumsSum: MemberRule<CustomerSums> = {
  read: (value, member) => addSums(customerSumsCheck(value, member), NO_SUMS),
  add: addSums,
  unknown: "spreads",
  zero: NO_SUMS,
  isNothing: null,
};

function addSums(left: CustomerSums, right: CustomerSums): CustomerSums {
  return {
    ...{ xx: addDecimals(left.xx, right.xx), xxx: addDecimals(left.xxx, right.xxx) },
    ...{ xy: addDecimals(left.xy, right.xy), xxy: addDecimals(left.xxy, right.xxy) },
    ...{ yy: addDecimals(left.yy, right.yy), xyy: addDecimals(left.xyy, right.xyy) },
    yyy: addDecimals(left.yyy, right.yyy),
  };
}

/** What has to be the same in all parts: the question, the currency, a margin. */
/* @__NO_SIDE_EFFECTS__ */
export function same<Value>(): MemberRule<Value> {
  return {
    read: (value, member) => plainCopy(value, member) as Value, // its kind is the caller's promise
    add: (left, right, member) => {
      const difference = differenceOf(left, right, member);
      if (difference !== null) throw countsDiffer(...difference);
      return left;
    },
    unknown: "differs",
    zero: null,
    isNothing: null,
  };
}

type Difference = readonly [member: string, left: unknown, right: unknown];

/** The first place where two plain values differ, in whatever order their members stand. */
function differenceOf(left: unknown, right: unknown, member: string): Difference | null {
  if (Object.is(left, right)) return null;
  const isPair =
    typeof left === "object" && typeof right === "object" && left !== null && right !== null;
  if (!isPair || Array.isArray(left) !== Array.isArray(right)) return [member, left, right];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const name of names) {
    const [one, other] = [left, right].map((value) =>
      Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined,
    );
    const difference = differenceOf(one, other, `${member}.${name}`);
    if (difference !== null) return difference;
  }
  return null;
}

/** The refusal to merge counts that answer different questions. */
export function countsDiffer(member: string, left: unknown, right: unknown): KpiError {
  const message =
    `Only counts of one question can be merged: \`${member}\` is ${show(left)} in one part ` +
    `and ${show(right)} in another.`;
  return new KpiError("incompatible-counts", message, [
    {
      ...{ code: "counts-differ", message, option: member },
      ...{ expected: show(left), received: show(right) },
    },
  ]);
}
