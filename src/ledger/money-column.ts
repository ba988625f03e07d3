import { type Amount, POWERS_OF_TEN, UNITS_LIMIT, unitsBy } from "../base/amount.ts";
import type { ScaledIntegers } from "../base/exact-sum.ts";
import { firstRoom, widened } from "./growing-column.ts";

/** A column of money. */
export interface MoneyColumn {
  /**
   * Scaled integers: the amount times ten to the power of the ledger's scale. Numbers while all of
   * them are safe integers, else 64-bit integers.
   */
  readonly values: ScaledIntegers;
  /** How many of the rows read lack the column while others have it. They count as 0. */
  readonly blank: number;
}

/** A column of money while it is being read. Its scale grows as rows need more decimals. */
export interface MoneyBuilder {
  numbers: Float64Array;
  /** Takes the place of `numbers` when the first amount comes that is no safe integer. */
  bigs: bigint[] | null;
  size: number;
  scale: number;
  /** How many were left out; they are 0. */
  blank: number;
}

/** @param rows How many rows there may be: room for them is made at once, within reason. */
export function newMoneyBuilder(rows = 0): MoneyBuilder {
  return { numbers: new Float64Array(firstRoom(rows)), bigs: null, size: 0, scale: 0, blank: 0 };
}

/** Adds an amount that has at most as many decimals as the ledger can hold. */
export function pushMoney(builder: MoneyBuilder, amount: Amount): void {
  if (amount.decimals > builder.scale) raiseScale(builder, amount.decimals);
  const lift = builder.scale - amount.decimals;
  const units = lift === 0 ? amount.units : amount.units * power(lift);
  if (builder.bigs === null && amount.big === null && Math.abs(units) <= Number.MAX_SAFE_INTEGER) {
    pushUnits(builder, units);
  } else {
    const exact = amount.big ?? BigInt(amount.units);
    builder.size = bigsOf(builder).push(exact * BigInt(power(lift)));
  }
}

/**
 * Adds the numbers of a column from an index on, as long as they are from 0 and exact at the scale of
 * the builder; returns the index of the first that is not.
 */
export function pushNumbers(builder: MoneyBuilder, column: Float64Array, from: number): number {
  if (builder.bigs !== null) return from;
  makeRoom(builder, builder.size + column.length - from);
  const { numbers, scale, size } = builder;
  const tenToScale = power(scale);
  let at = from;
  for (; at < column.length; at += 1) {
    const units = unitsBy(column[at] ?? Number.NaN, tenToScale);
    if (!(units >= 0)) break;
    numbers[size + at - from] = units;
  }
  builder.size = size + at - from;
  return at;
}

/** Leaves out what is missing before an index. */
export function leaveBlank(builder: MoneyBuilder, index: number): void {
  for (; builder.size < index; builder.blank += 1) {
    if (builder.bigs === null) pushUnits(builder, 0);
    else builder.size = builder.bigs.push(0n);
  }
}

function makeRoom(builder: MoneyBuilder, room: number): void {
  if (room <= builder.numbers.length) return;
  const wider = new Float64Array(room);
  wider.set(builder.numbers);
  builder.numbers = wider;
}

function pushUnits(builder: MoneyBuilder, units: number): void {
  const { size } = builder;
  if (size === builder.numbers.length) makeRoom(builder, widened(size));
  builder.numbers[size] = units;
  builder.size = size + 1;
}

function raiseScale(builder: MoneyBuilder, scale: number): void {
  const factor = power(scale - builder.scale);
  const { numbers, size } = builder;
  builder.scale = scale;
  if (builder.bigs === null && largestOf(numbers, size) * factor > Number.MAX_SAFE_INTEGER) {
    bigsOf(builder);
  }
  if (builder.bigs !== null) {
    builder.bigs = builder.bigs.map((units) => units * BigInt(factor));
  } else {
    for (let at = 0; at < size; at += 1) numbers[at] = (numbers[at] ?? 0) * factor;
  }
}

function bigsOf(builder: MoneyBuilder): bigint[] {
  builder.bigs ??= Array.from(builder.numbers.subarray(0, builder.size), BigInt);
  return builder.bigs;
}

/** Whole multiples of a power of ten, of any size. */
export type Units = Float64Array | BigInt64Array | readonly bigint[];

/** What was read, at its own scale. */
export function finishMoney({ numbers, bigs, size }: MoneyBuilder): Units {
  if (bigs !== null) return bigs;
  return numbers.length === size ? numbers : numbers.slice(0, size);
}

/**
 * Brings a column to another scale, in the narrowest form that holds it.
 *
 * @param tooLarge Called with the index of each value that 64 bits do not hold at the new scale.
 */
export function atScale(
  units: Units,
  from: number,
  to: number,
  tooLarge: (index: number) => void,
): ScaledIntegers {
  const factor = power(to - from);
  if (units instanceof Float64Array) {
    if (factor === 1) return units;
    if (largestOf(units, units.length) * factor <= Number.MAX_SAFE_INTEGER) {
      return units.map((value) => value * factor);
    }
  }
  const values: Iterable<number | bigint> = units;
  const bigs = Array.from(values, (value) => BigInt(value) * BigInt(factor));
  for (const [index, big] of bigs.entries()) {
    if (big < UNITS_LIMIT && big > -UNITS_LIMIT) continue;
    tooLarge(index);
    bigs[index] = 0n;
  }
  return narrowest(BigInt64Array.from(bigs));
}

/** The same values as numbers, if all of them are safe integers. */
export function narrowest(values: BigInt64Array): ScaledIntegers {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  const safe = values.every((value) => value <= most && value >= -most);
  return safe ? Float64Array.from(values, Number) : values;
}

function largestOf(numbers: Float64Array, size: number): number {
  let largest = 0;
  for (let at = 0; at < size; at += 1) largest = Math.max(largest, Math.abs(numbers[at] ?? 0));
  return largest;
}

function power(exponent: number): number {
  return POWERS_OF_TEN[exponent] ?? Number.NaN;
}
