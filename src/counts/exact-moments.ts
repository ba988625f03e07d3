import { exactSum, exactSumOfProducts } from "../base/exact-sum.ts";

/** A column of whole numbers of any size. */
export type WholeNumbers = Float64Array | readonly bigint[];

/** Adds whole numbers exactly. */
export function sumOf(values: WholeNumbers): bigint {
  if (values instanceof Float64Array) return exactSum(values);
  return values.reduce((sum, value) => sum + value, 0n);
}

/** Adds the products of two columns exactly. */
export function sumOfProducts(left: WholeNumbers, right: WholeNumbers): bigint {
  if (left instanceof Float64Array && right instanceof Float64Array) {
    return exactSumOfProducts(left, right);
  }
  let sum = 0n;
  for (let at = 0; at < left.length; at += 1) {
    sum += BigInt(left[at] ?? 0) * BigInt(right[at] ?? 0);
  }
  return sum;
}
