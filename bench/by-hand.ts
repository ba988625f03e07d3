/**
 * The loops one would write by hand for the whole job: read every row once, keep 32 bytes a customer,
 * and answer revenue, orders, repeat customers and retention from them. They check nothing.
 */
export interface ByHand {
  readonly orders: number;
  readonly customers: number;
  readonly cents: number;
  readonly repeatCustomers: number;
  readonly atStart: number;
  readonly kept: number;
}

export interface Row {
  readonly customerId: string;
  readonly date: string;
  readonly amount: string;
}

/** Days since 1970 of the baseline's start, the period's start and the period's end. */
export type Edges = readonly [baseline: number, start: number, end: number];

interface PerCustomer {
  readonly orders: Int32Array;
  readonly cents: Float64Array;
  readonly bought: Uint8Array;
}

export function rowsByHand(rows: readonly Row[], edges: Edges): ByHand {
  const codes = new Map<string, number>();
  const { orders, cents, bought } = perCustomer(rows.length);
  for (const { customerId, date, amount } of rows) {
    let code = codes.get(customerId);
    if (code === undefined) {
      code = codes.size;
      codes.set(customerId, code);
    }
    const day = Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / 86_400_000;
    orders[code] = (orders[code] ?? 0) + 1;
    cents[code] = (cents[code] ?? 0) + Math.round(Number(amount) * 100);
    mark(bought, code, day, edges);
  }
  return answers({ orders, cents, bought }, codes.size, rows.length);
}

export function columnsByHand(
  customer: Int32Array,
  day: Int32Array,
  amount: Float64Array,
  customers: number,
  edges: Edges,
): ByHand {
  const { orders, cents, bought } = perCustomer(customers);
  for (let at = 0; at < customer.length; at += 1) {
    const code = customer[at] ?? 0;
    orders[code] = (orders[code] ?? 0) + 1;
    cents[code] = (cents[code] ?? 0) + Math.round((amount[at] ?? 0) * 100);
    mark(bought, code, day[at] ?? 0, edges);
  }
  return answers({ orders, cents, bought }, customers, customer.length);
}

function perCustomer(customers: number): PerCustomer {
  return {
    orders: new Int32Array(customers),
    cents: new Float64Array(customers),
    bought: new Uint8Array(customers),
  };
}

function mark(bought: Uint8Array, code: number, day: number, [baseline, start, end]: Edges): void {
  if (day >= baseline && day < end) bought[code] = (bought[code] ?? 0) | (day < start ? 1 : 2);
}

function answers({ orders, cents, bought }: PerCustomer, customers: number, all: number): ByHand {
  let [money, repeatCustomers, atStart, kept] = [0, 0, 0, 0];
  for (let code = 0; code < customers; code += 1) {
    money += cents[code] ?? 0;
    if ((orders[code] ?? 0) > 1) repeatCustomers += 1;
    const marks = bought[code] ?? 0;
    if (marks & 1) atStart += 1;
    if (marks === 3) kept += 1;
  }
  return { orders: all, customers, cents: money, repeatCustomers, atStart, kept };
}
