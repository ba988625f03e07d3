import { scaledToText } from "../base/amount.ts";
import { argumentError } from "../base/errors.ts";
import { type OptionCheck, readOptions } from "../base/options.ts";
import { sumOf, sumOfProducts, type WholeNumbers } from "./exact-moments.ts";
import { exactAmount } from "./read-counts.ts";

/**
 * Sums over customers of products of two numbers, x and y, up to the third power, as exact decimal
 * text: `xxy` is the sum of x² y. They add up over parts that share no customer, and the interval of
 * the ratio Σy ÷ Σx is made from them alone.
 */
export interface CustomerSums {
  readonly xx: string;
  readonly xy: string;
  readonly yy: string;
  readonly xxx: string;
  readonly xxy: string;
  readonly xyy: string;
  readonly yyy: string;
}

/** The sums of two columns of whole numbers; those of y stand for 10^scale of them to the unit. */
export function customerSums(x: WholeNumbers, y: WholeNumbers, scale: number): CustomerSums {
  const [xx, xy, yy] = [products(x, x), products(x, y), products(y, y)];
  return {
    ...{ xx: scaledToText(sumOf(xx), 0), xxx: scaledToText(sumOfProducts(xx, x), 0) },
    ...{ xy: scaledToText(sumOf(xy), scale), xxy: scaledToText(sumOfProducts(xx, y), scale) },
    ...{
      yy: scaledToText(sumOf(yy), 2 * scale),
      xyy: scaledToText(sumOfProducts(yy, x), 2 * scale),
    },
    yyy: scaledToText(sumOfProducts(yy, y), 3 * scale),
  };
}

/** Sums of squares and cubes of one column of whole numbers, as exact decimal text. */
export function powerSums(
  values: WholeNumbers,
  scale: number,
): { readonly squares: string; readonly cubes: string } {
  const squares = products(values, values);
  return {
    squares: scaledToText(sumOf(squares), 2 * scale),
    cubes: scaledToText(sumOfProducts(squares, values), 3 * scale),
  };
}

/** Products row by row; as bigints where a double could not hold one of them. */
function products(left: WholeNumbers, right: WholeNumbers): WholeNumbers {
  if (left instanceof Float64Array && right instanceof Float64Array) {
    const made = new Float64Array(left.length);
    let safe = true;
    for (let at = 0; at < left.length; at += 1) {
      const product = (left[at] ?? 0) * (right[at] ?? 0);
      made[at] = product;
      if (product > Number.MAX_SAFE_INTEGER || product < -Number.MAX_SAFE_INTEGER) safe = false;
    }
    if (safe) return made;
  }
  const made = new Array<bigint>(left.length);
  for (let at = 0; at < left.length; at += 1) {
    made[at] = BigInt(left[at] ?? 0) * BigInt(right[at] ?? 0);
  }
  return made;
}

/** A check for sums typed by hand or parsed from JSON; all of them or none. */
export const customerSumsCheck: OptionCheck<CustomerSums> = (value, member) => {
  const text = exactAmount;
  const checks = { xx: text, xy: text, yy: text, xxx: text, xxy: text, xyy: text, yyy: text };
  const { xx, xy, yy, ...cubes } = readOptions<CustomerSums>(value, checks, member);
  if (xx === undefined || xy === undefined || yy === undefined) {
    throw argumentError(member, "an object with `xx`, `xy` and `yy`", value, "option-missing");
  }
  const { xxx = "0", xxy = "0", xyy = "0", yyy = "0" } = cubes;
  return { xx, xy, yy, xxx, xxy, xyy, yyy };
};
