import { drawnEntries, type EntriesByUnit, entriesByUnit } from "./drawn-entries.ts";
import type { MoneyColumn } from "./money-column.ts";
import { type Entries, GUEST, NO_SALE, type OrdersDimension, type OrdersLedger } from "./orders.ts";
import { pickInstants, pickInts, pickMoney } from "./pick.ts";
import type { Resampler } from "./resampler.ts";
import { orderOfIds } from "./unit-order.ts";

/**
 * Draws customers of orders. A guest's sale is a customer of its own, with its refunds; so is a
 * guest's refund of which the sale is not known. A refund of someone else's sale comes with the
 * customer who was paid back, without the sale.
 */
export function resampleOrders(ledger: OrdersLedger): Resampler {
  const { sales, refunds } = ledger;
  const { order, ofSales, ofRefunds } = unitsOf(ledger);
  const salesByUnit = entriesByUnit(ofSales, order.length);
  const refundsByUnit = entriesByUnit(ofRefunds, order.length);
  const rankOf = ranksIn(salesByUnit, ofSales);
  const customers = Object.freeze(Array.from(order, (_, at) => at));

  const ledgerOf = (draws: Int32Array): OrdersLedger => {
    const units = pickInts(order, draws);
    const drawnSales = drawnEntries(salesByUnit, units);
    const drawnRefunds = drawnEntries(refundsByUnit, units);
    const sale = drawnRefunds.indexes.map((refund, at) => {
      const sold = refunds.sale[refund] ?? NO_SALE;
      if (sold === NO_SALE || ofSales[sold] !== ofRefunds[refund]) return NO_SALE;
      return (drawnSales.starts[drawnRefunds.draw[at] ?? 0] ?? 0) + (rankOf[sold] ?? 0);
    });
    return {
      ...ledger,
      customers: draws.length === customers.length ? customers : customers.slice(0, draws.length),
      sales: { ...copied(sales, drawnSales.indexes, drawnSales.draw), orderId: null },
      refunds: {
        ...copied(refunds, drawnRefunds.indexes, drawnRefunds.draw),
        ...{ sale, refundOf: null, refundId: null },
      },
      dimensions: dimensionsOf(ledger, drawnSales.indexes, drawnRefunds.indexes),
      warnings: [],
    };
  };
  return { drawn: "customers", size: order.length, ledgerOf };
}

interface OrderUnits {
  /** The units: customers by id, then guests by day and amount, so that the order of rows plays no part. */
  readonly order: Int32Array;
  /** The unit of each sale and each refund. */
  readonly ofSales: Int32Array;
  readonly ofRefunds: Int32Array;
}

function unitsOf({ customers, sales, refunds }: OrdersLedger): OrderUnits {
  const guests: GuestUnit[] = [];
  const newGuest = ({ day, amount }: Entries, at: number): number => {
    const unit = customers.length + guests.length;
    guests.push({ unit, day: day[at] ?? 0, amount: amount.values[at] ?? 0 });
    return unit;
  };
  const ofSales = sales.customer.map((who, at) => (who === GUEST ? newGuest(sales, at) : who));
  const ofRefunds = refunds.customer.map((who, at) => {
    const sale = refunds.sale[at] ?? NO_SALE;
    if (who !== GUEST) return who;
    return sale === NO_SALE ? newGuest(refunds, at) : (ofSales[sale] ?? 0);
  });
  const order = new Int32Array(customers.length + guests.length);
  order.set(orderOfIds(customers));
  order.set(
    guests
      .sort((a, b) => a.day - b.day || Number(a.amount > b.amount) - Number(a.amount < b.amount))
      .map(({ unit }) => unit),
    customers.length,
  );
  return { order, ofSales, ofRefunds };
}

interface GuestUnit {
  readonly unit: number;
  readonly day: number;
  readonly amount: number | bigint;
}

/** The place of each entry among those of its unit. */
function ranksIn({ starts, entries }: EntriesByUnit, unitOf: Int32Array): Int32Array {
  const ranks = new Int32Array(entries.length);
  for (const [place, at] of entries.entries()) ranks[at] = place - (starts[unitOf[at] ?? 0] ?? 0);
  return ranks;
}

/** Copies of entries, each draw a customer of its own; guests stay guests. */
function copied(entries: Entries, indexes: Int32Array, draw: Int32Array): Entries {
  const { customer, day, instant, amount, discount, tax, shipping, row } = entries;
  const money = (column: MoneyColumn): MoneyColumn => ({
    values: pickMoney(column.values, indexes),
    blank: 0,
  });
  return {
    ...{ size: indexes.length, rows: indexes.length },
    customer: guestsKept(draw, pickInts(customer, indexes)),
    day: pickInts(day, indexes),
    instant: instant && pickInstants(instant, indexes),
    amount: money(amount),
    discount: discount && money(discount),
    tax: tax && money(tax),
    shipping: shipping && money(shipping),
    row: pickInts(row, indexes),
  };
}

/** Marks guests among the draws. */
function guestsKept(draw: Int32Array, customer: Int32Array): Int32Array {
  for (let at = 0; at < customer.length; at += 1) {
    if (customer[at] !== GUEST) customer[at] = draw[at] ?? GUEST;
  }
  return customer;
}

function dimensionsOf(
  { dimensions }: OrdersLedger,
  sales: Int32Array,
  refunds: Int32Array,
): Readonly<Record<string, OrdersDimension>> {
  const byName: Record<string, OrdersDimension> = Object.create(null);
  for (const [name, dimension] of Object.entries(dimensions)) {
    byName[name] = {
      values: dimension.values,
      sales: pickInts(dimension.sales, sales),
      refunds: pickInts(dimension.refunds, refunds),
    };
  }
  return byName;
}
