import { type Amount, MOST_DECIMALS, readAmount, scaledToText } from "../base/amount.ts";

/** The money of one order as an export writes it; empty where the file does not say. */
export interface OrderMoney {
  /** What the items cost, discounts, tax and shipping left out. */
  readonly net: string;
  /** What the items cost, discounts taken off, maybe with the tax. */
  readonly items: string;
  readonly total: string;
  readonly tax: string;
  readonly shipping: string;
  readonly fees: string;
  readonly refunded: string;
}

/** What a sale or a refund is made of, as text; empty where that is not known. */
export interface AmountParts {
  readonly amount: string;
  readonly tax: string;
  readonly shipping: string;
}

/** An order's items apart from its tax and shipping. */
export interface SplitOrder {
  readonly sale: AmountParts;
  /** Null if nothing was paid back. */
  readonly refund: AmountParts | null;
  /** Whether prices include the tax, so that it was taken off in proportion. */
  readonly isTaxIncluded: boolean;
}

/**
 * Splits what was paid for an order into its items, tax and shipping.
 *
 * - A net amount is taken as it stands.
 * - Else the items. The tax lies on top of them if the total covers items, shipping and tax. If it
 *   does not, prices include the tax, which is taken off items and shipping in proportion: exact
 *   where both are taxed alike.
 * - Else the total less tax, shipping and fees.
 *
 * What was paid back is split as the order was, since exports do not say what it was paid for; an
 * order paid back in full comes to nothing. Shares are rounded half-even to `decimals`. A cell that
 * cannot be read is handed on as the amount, to be refused.
 *
 * @example
 * const order = { net: "", items: "100", total: "130", tax: "20", shipping: "10", fees: "", refunded: "65" };
 * splitOrder(order, 2).sale; // => { amount: "100", tax: "20", shipping: "10" }
 * splitOrder(order, 2).refund; // => { amount: "50", tax: "10", shipping: "5" }
 */
export function splitOrder(money: OrderMoney, decimals: number): SplitOrder {
  const unread = Object.values(money).find((text) => scaled(text) === null);
  if (unread !== undefined || (money.net || money.items || money.total) === "") {
    return { sale: { ...money, amount: unread ?? "" }, refund: null, isTaxIncluded: false };
  }
  const tax = units(money.tax);
  const shipping = units(money.shipping);
  const sale = { amount: 0n, tax, shipping };
  let isTaxIncluded = false;
  if (money.net !== "") sale.amount = units(money.net);
  else if (money.items === "")
    sale.amount = units(money.total) - tax - shipping - units(money.fees);
  else {
    const items = units(money.items);
    isTaxIncluded = money.total !== "" && units(money.total) < items + shipping + tax;
    const included = isTaxIncluded ? share(tax, items, items + shipping, decimals) : 0n;
    sale.amount = items - included;
    if (isTaxIncluded) sale.shipping = shipping - (tax - included);
  }
  const partsOf = (parts: typeof sale): AmountParts => ({
    amount: written(parts.amount, money.net || money.items || money.total),
    tax: written(parts.tax, money.tax),
    shipping: written(parts.shipping, money.shipping),
  });
  const whole = money.total === "" ? sale.amount + sale.tax + sale.shipping : units(money.total);
  const refunded = size(units(money.refunded));
  const refund = {
    amount: whole === 0n ? refunded : share(refunded, sale.amount, whole, decimals),
    tax: share(refunded, sale.tax, whole, decimals),
    shipping: share(refunded, sale.shipping, whole, decimals),
  };
  return {
    sale: partsOf(sale),
    refund: refunded === 0n ? null : partsOf(refund),
    isTaxIncluded,
  };
}

/** A text as a whole number of millionths; null if it is no amount. An empty one is nothing. */
function scaled(written: string): bigint | null {
  if (written === "") return 0n;
  const amount: Amount = { units: 0, big: null, decimals: 0 };
  if (readAmount(written, MOST_DECIMALS, amount) !== null) return null;
  return amount.big ?? BigInt(amount.units);
}

function units(readable: string): bigint {
  return scaled(readable) ?? 0n;
}

/** An amount as text: as it stood in the file if it is still the same. */
function written(millionths: bigint, original: string): string {
  const isSame = original === "" || units(original) === millionths;
  return isSame ? original : scaledToText(millionths, MOST_DECIMALS);
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** `all × part ÷ whole`, rounded half-even to so many decimals; nothing of nothing. */
function share(all: bigint, part: bigint, whole: bigint, decimals: number): bigint {
  if (whole === 0n) return 0n;
  const step = 10n ** BigInt(MOST_DECIMALS - decimals);
  const numerator = size(all * part);
  const denominator = size(whole) * step;
  const floor = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  const isUp = twice > denominator || (twice === denominator && floor % 2n === 1n);
  const rounded = (floor + (isUp ? 1n : 0n)) * step;
  const isNegative = [all, part, whole].filter((amount) => amount < 0n).length % 2 === 1;
  return isNegative ? -rounded : rounded;
}
