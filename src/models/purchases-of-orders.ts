import { fullyRefunded } from "../counts/fully-refunded.ts";
import { GUEST, NO_SALE, type OrdersLedger } from "../ledger/orders.ts";
import type { PurchaseColumns } from "./purchase-columns.ts";

/** Sales of customers as purchases, less what was paid back before `until`. Guests are left out. */
export function purchasesOf(
  ledger: OrdersLedger,
  until: number,
  countFullyRefunded: boolean = true,
): PurchaseColumns {
  const { sales, refunds, scale } = ledger;
  const unit = 10 ** scale;
  const units = sales.amount.values;
  const amount = Float64Array.from(
    { length: sales.size },
    (_, at) => Number(units[at] ?? 0) / unit,
  );
  const latest = latestSales(ledger);
  for (let at = 0; at < refunds.size; at += 1) {
    if ((refunds.day[at] ?? 0) >= until) continue;
    const named = refunds.sale[at] ?? NO_SALE;
    const sale =
      named === NO_SALE ? latest(refunds.customer[at] ?? GUEST, refunds.day[at] ?? 0) : named;
    const back = Number(refunds.amount.values[at] ?? 0) / unit;
    if (sale !== NO_SALE) amount[sale] = (amount[sale] ?? 0) - back;
  }
  const full = countFullyRefunded ? null : fullyRefunded(ledger, { until });
  const isPurchase = (_: number, at: number): boolean =>
    sales.customer[at] !== GUEST && full?.[at] !== 1;
  return {
    customer: sales.customer.filter(isPurchase),
    day: sales.day.filter(isPurchase),
    amount: amount.filter(isPurchase),
  };
}

/** Finds a customer's latest sale up to a day, or `NO_SALE`. */
function latestSales({ sales, refunds }: OrdersLedger): (who: number, day: number) => number {
  if (!refunds.sale.includes(NO_SALE)) return () => NO_SALE;
  const salesOf = new Map<number, number[]>();
  for (let at = 0; at < sales.size; at += 1) {
    const who = sales.customer[at] ?? GUEST;
    const list = salesOf.get(who);
    if (list === undefined) salesOf.set(who, [at]);
    else list.push(at);
  }
  const dayOfSale = (at: number): number => sales.day[at] ?? 0;
  return (who, day) =>
    who === GUEST
      ? NO_SALE
      : (salesOf.get(who) ?? [])
          .filter((at) => dayOfSale(at) <= day)
          .reduce(
            (best, at) => (best === NO_SALE || dayOfSale(at) >= dayOfSale(best) ? at : best),
            NO_SALE,
          );
}
