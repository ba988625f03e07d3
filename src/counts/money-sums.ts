import type { ScaledIntegers } from "../base/exact-sum.ts";
import type { OrdersLedger } from "../ledger/orders.ts";

/** Room for sums of money: doubles where no sum can leave the safe integers, else bigints. */
export function roomForSums(
  { sales, refunds }: Pick<OrdersLedger, "sales" | "refunds">,
  places: number,
): Float64Array | bigint[] {
  const columns = [sales.amount.values, refunds.amount.values];
  let most = 0;
  for (const values of columns) {
    if (!(values instanceof Float64Array)) return new Array<bigint>(places).fill(0n);
    for (let at = 0; at < values.length; at += 1) {
      const units = values[at] ?? 0;
      if (units > most) most = units;
    }
  }
  const safe = most * (sales.size + refunds.size) <= Number.MAX_SAFE_INTEGER;
  return safe ? new Float64Array(places) : new Array<bigint>(places).fill(0n);
}

/** Adds the amount of an entry to the sum at a place, or with −1 takes it away. */
export function moneyAdder(
  sums: Float64Array | bigint[],
  amounts: ScaledIntegers,
  sign: 1 | -1,
): (place: number, at: number) => void {
  if (sums instanceof Float64Array) {
    const numbers = amounts instanceof Float64Array ? amounts : new Float64Array();
    return (place, at) => {
      sums[place] = (sums[place] ?? 0) + sign * (numbers[at] ?? 0);
    };
  }
  return (place, at) => {
    sums[place] = (sums[place] ?? 0n) + BigInt(sign) * BigInt(amounts[at] ?? 0);
  };
}
