import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  historicalClv,
  purchaseFrequency,
  repeatCustomerRate,
  type Transaction,
} from "../../src/index.ts";
import { dice } from "../support/dice.ts";
import { tries } from "../support/nightly.ts";
import { report as log } from "../support/report.ts";

/** A ratio of whole numbers; nothing here is shared with the library. */
interface Rational {
  readonly above: bigint;
  readonly below: bigint;
}

const SEED = Number(process.env["MONEY_SEED"] ?? 20261121);
const SETS = tries(2_000, 100_000);
const DIGITS = 40;

/** Decimal text of a ratio, rounded half to even to 40 significant digits. */
function decimalOf({ above, below }: Rational): string {
  if (above === 0n) return "0";
  const size = above < 0n ? -above : above;
  // The place of the first digit, found by trying.
  let exponent = String(size / below).length - 1;
  if (size < below) {
    exponent = -1;
    while (size * 10n ** BigInt(-exponent) < below) exponent -= 1;
  }
  const shift = DIGITS - 1 - exponent;
  const scaledUp = shift >= 0 ? size * 10n ** BigInt(shift) : size;
  const divisor = shift >= 0 ? below : below * 10n ** BigInt(-shift);
  let whole = scaledUp / divisor;
  const rest = 2n * (scaledUp % divisor);
  if (rest > divisor || (rest === divisor && whole % 2n === 1n)) whole += 1n;
  const digits = whole.toString().padStart(shift + 1, "0");
  const cut = digits.length - Math.max(shift, 0);
  const text =
    shift > 0 ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits + "0".repeat(-shift);
  const trimmed = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return above < 0n ? `-${trimmed}` : trimmed;
}

const CURRENCIES = [
  { currency: "EUR", decimals: 2 },
  { currency: "JPY", decimals: 0 },
  { currency: "BHD", decimals: 3 },
];

interface DataSet {
  readonly rows: readonly Transaction[];
  readonly decimals: number;
  /** In the smallest unit. */
  readonly revenue: bigint;
  readonly orders: bigint;
  readonly customers: bigint;
  readonly repeating: bigint;
}

/** Orders and part refunds, small and huge, as text and as numbers. */
function dataSet(seed: number): DataSet {
  const roll = dice(seed);
  const { currency, decimals } = CURRENCIES[roll(3)] ?? { currency: "EUR", decimals: 2 };
  const rows: Transaction[] = [];
  const ordersOf = new Map<string, bigint>();
  let revenue = 0n;
  const size = 1 + roll(30);
  for (let at = 0; at < size; at += 1) {
    const customerId = `c${roll(8)}`;
    const isHuge = roll(12) === 0;
    const units = isHuge ? BigInt(roll(4e9)) * 1_000_003n + 1n : BigInt(1 + roll(1_000_000));
    const amount = textOf(units, decimals);
    const row = { customerId, date: "2025-01-09", currency, orderId: at };
    rows.push({ ...row, amount: !isHuge && roll(3) === 0 ? Number(amount) : amount });
    ordersOf.set(customerId, (ordersOf.get(customerId) ?? 0n) + 1n);
    revenue += units;
    if (roll(4) > 0 || units < 2n) continue;
    const back = 1n + ((units - 1n) * BigInt(roll(100))) / 101n; // never all of it
    if (back >= units) continue;
    const refund = {
      customerId,
      currency,
      date: "2025-01-20",
      type: "refund",
      refundOf: at,
    } as const;
    rows.push({ ...refund, refundId: at, amount: textOf(back, decimals) });
    revenue -= back;
  }
  const counts = [...ordersOf.values()];
  return {
    ...{ rows, decimals, revenue, orders: BigInt(size), customers: BigInt(counts.length) },
    repeating: BigInt(counts.filter((count) => count > 1n).length),
  };
}

function textOf(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

describe("money is that of whole-number arithmetic to the last of 40 digits", () => {
  test("every total and every ratio of random orders and refunds", () => {
    let checked = 0;
    for (let at = 0; at < SETS; at += 1) {
      const { rows, decimals, revenue, orders, customers, repeating } = dataSet(SEED + at);
      const below = 10n ** BigInt(decimals);
      const options = { interval: false } as const;
      const value = averageOrderValue(rows, options);
      const found = {
        revenue: value.counts.revenue,
        averageOrderValue: value.exact,
        historicalClv: historicalClv(rows, options).exact,
        purchaseFrequency: purchaseFrequency(rows, options).exact,
        repeatCustomerRate: repeatCustomerRate(rows, options).exact,
      };
      expect({ at, ...found }).toEqual({
        at,
        revenue: decimalOf({ above: revenue, below }),
        averageOrderValue: decimalOf({ above: revenue, below: below * orders }),
        historicalClv: decimalOf({ above: revenue, below: below * customers }),
        purchaseFrequency: decimalOf({ above: orders, below: customers }),
        repeatCustomerRate: decimalOf({ above: repeating, below: customers }),
      });
      checked += Object.keys(found).length;
    }
    log(
      `money against whole-number arithmetic: ${SETS} data sets, ${checked} numbers, seed ${SEED}`,
    );
  }, 3_600_000);

  test("the arithmetic itself rounds half to even", () => {
    expect(decimalOf({ above: 1n, below: 3n })).toBe(`0.${"3".repeat(40)}`);
    expect(decimalOf({ above: 2n, below: 3n })).toBe(`0.${"6".repeat(39)}7`);
    expect(decimalOf({ above: -35n, below: 1n })).toBe("-35");
    const half = 2n * 10n ** 40n;
    expect(decimalOf({ above: half + 1n, below: half })).toBe("1");
    expect(decimalOf({ above: 1n, below: 800n })).toBe("0.00125");
  });
});
