import { deepFreeze } from "../base/deep-freeze.ts";
import { argumentError } from "../base/errors.ts";
import { copyOfList, isRecord, type OptionCheck, readOptions } from "../base/options.ts";
import { attachDisplay } from "../result/display.ts";
import type { ClvSegment, ClvSegments } from "./clv-segment.ts";
import { clvSegmentsBlocks } from "./clv-segments-blocks.ts";
import type { CustomerValue, CustomerValues } from "./customer-value.ts";
import { memberOf } from "./require-model.ts";
import { aboveZero } from "./require-question.ts";

/** Where the tiers are cut. Either by shares of the customers or by values. */
export interface ClvSegmentsQuestion {
  /** Shares of the customers, the most valuable first; they add up to 1. Default 0.2, 0.3, 0.5. */
  readonly shares?: readonly number[];
  /** Instead: the least value of each tier but the last, falling, such as `[500, 100]`. */
  readonly cutPoints?: readonly number[];
  /** A name a tier, such as `["gold", "silver", "bronze"]`. Default: `"tier 1"` and so on. */
  readonly names?: readonly string[];
}

/** Customers with a value: of `customerValues`, or one's own. */
export type ValuedCustomer = Pick<CustomerValue, "value"> &
  Partial<Pick<CustomerValue, "customerId" | "customers">>;

const SHARES: readonly number[] = [0.2, 0.3, 0.5];

/**
 * Tiers of customers by customer lifetime value, with what share of all value each holds. The cut
 * points are stated; customers of equal value are always in one tier.
 *
 * @throws KpiError `invalid-argument` for shares that do not add up to 1, cut points that do not
 *   fall, a value that is no number, no customers at all.
 * @example
 * const customers = [60, 20, 10, 5, 5].map((value) => ({ value }));
 * const { segments, cutPoints } = clvSegments(customers, { shares: [0.2, 0.8] });
 * cutPoints; // => [60]
 * segments.map(({ customers, shareOfValue }) => [customers, shareOfValue]); // => [[1, 0.6], [4, 0.4]]
 */
export function clvSegments(
  source: CustomerValues | readonly ValuedCustomer[],
  question: ClvSegmentsQuestion = {},
): ClvSegments {
  const { shares = SHARES, cutPoints, names } = readOptions<ClvSegmentsQuestion>(question, CHECKS);
  const known = isValues(source) ? source : { customers: source, isMoney: true, currency: null };
  const list = copyOfList(memberOf(known, "customers", "customers"), Number.POSITIVE_INFINITY);
  if (list === null) {
    const expected = "a list of customers with a value, or what `customerValues` gives";
    throw argumentError("customers", expected, source, "option-wrong-type");
  }
  const customers = list.map(checked);
  if (customers.length === 0) throw argumentError("customers", "one customer or more", "none");
  const falling = [...customers].sort((one, other) => other.value - one.value);
  const cuts = cutPoints ?? cutsAt(shares, falling);
  if (names !== undefined && names.length !== cuts.length + 1) {
    throw argumentError("names", `${cuts.length + 1} names, one a tier`, names);
  }
  const total = sumOf(customers, ({ weight, value }) => weight * value);
  const count = sumOf(customers, ({ weight }) => weight);
  const segments = [...cuts, Number.NEGATIVE_INFINITY].map((least, tier): ClvSegment => {
    const below = tier === 0 ? Number.POSITIVE_INFINITY : (cuts[tier - 1] ?? 0);
    const own = falling.filter(({ value }) => value >= least && value < below);
    const value = sumOf(own, (customer) => customer.weight * customer.value);
    return {
      name: names?.[tier] ?? `tier ${tier + 1}`,
      ...{ from: own.at(-1)?.value ?? null, to: own[0]?.value ?? null },
      customers: sumOf(own, ({ weight }) => weight),
      shareOfCustomers: sumOf(own, ({ weight }) => weight) / count,
      value,
      shareOfValue: total === 0 ? null : value / total,
      places: own.map(({ place }) => place),
    };
  });
  const made: ClvSegments = {
    kind: "clv-segments",
    cutBy: cutPoints === undefined ? "shares" : "cut-points",
    ...{ cutPoints: cuts, segments, isMoney: known.isMoney, currency: known.currency },
  };
  return deepFreeze(attachDisplay(made, () => clvSegmentsBlocks(made)));
}

interface Weighed {
  readonly value: number;
  readonly weight: number;
  readonly place: number;
}

function isValues(source: CustomerValues | readonly ValuedCustomer[]): source is CustomerValues {
  return isRecord(source);
}

function checked(customer: unknown, place: number): Weighed {
  const member = `customers[${place}]`;
  const value = memberOf(customer, "value", member);
  const weight = memberOf(customer, "customers", member) ?? 1;
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw argumentError(`${member}.value`, "a number", value);
  }
  return { value, weight: aboveZero(weight, `${member}.customers`), place };
}

/** The value of the last customer of each share but the last. */
function cutsAt(shares: readonly number[], falling: readonly Weighed[]): readonly number[] {
  const count = sumOf(falling, ({ weight }) => weight);
  let upTo = 0;
  return shares.slice(0, -1).map((share) => {
    upTo += share;
    let passed = 0;
    const last = falling.find(({ weight }) => {
      passed += weight;
      return passed >= upTo * count * (1 - 1e-12);
    });
    return last?.value ?? 0;
  });
}

const numbers =
  (
    expected: string,
    isRight: (list: readonly number[]) => boolean,
  ): OptionCheck<readonly number[]> =>
  (value, option) => {
    const given = copyOfList(value, MOST_TIERS);
    if (given === null) throw argumentError(option, expected, value, "option-wrong-type");
    const list = given.filter((entry) => typeof entry === "number" && Number.isFinite(entry));
    const isNumbers = given.length > 0 && list.length === given.length;
    if (!(isNumbers && isRight(list as readonly number[]))) {
      throw argumentError(option, expected, value);
    }
    return list as readonly number[]; // nothing else was kept
  };

const MOST_TIERS = 1000;

const CHECKS = {
  shares: /* @__PURE__ */ numbers(
    "shares above 0 that add up to 1",
    (list) =>
      list.every((share) => share > 0) && Math.abs(sumOf(list, (share) => share) - 1) < 1e-9,
  ),
  cutPoints: /* @__PURE__ */ numbers("values that fall, such as [500, 100]", (list) =>
    list.every((cut, at) => at === 0 || cut < (list[at - 1] ?? 0)),
  ),
  names: ((value, option) => {
    const given = copyOfList(value, MOST_TIERS);
    const isNames = given?.every((name) => typeof name === "string") ?? false;
    if (!isNames) throw argumentError(option, "a list of names", value, "option-wrong-type");
    return given as readonly string[]; // checked above
  }) as OptionCheck<readonly string[]>,
};

function sumOf<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0);
}
