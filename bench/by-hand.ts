/**
 * The loops one would write by hand for the whole job: read every row once into 32 bytes a customer
 * (orders, first and last day, money, a bitmap of months), and answer from those revenue, orders, repeat
 * customers and a cohort triangle of months. They check nothing.
 */
export interface ByHand {
  readonly orders: number;
  readonly customers: number;
  readonly cents: number;
  readonly repeatCustomers: number;
  /** Active customers of the first cohort, by age in months. */
  readonly firstCohort: readonly number[];
}

export interface Row {
  readonly customerId: string;
  readonly date: string;
  readonly amount: string;
}

/** The months of the job. */
export interface Months {
  /** Days since 1970 of the first month's start, and of the last one's end. */
  readonly from: number;
  readonly until: number;
  /** The month of each day, from 0. */
  readonly monthOf: Uint8Array;
  readonly count: number;
}

interface PerCustomer {
  readonly orders: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  readonly cents: Float64Array;
  /** Two words of 32 months a customer. */
  readonly active: Int32Array;
}

export function rowsByHand(rows: readonly Row[], months: Months): ByHand {
  const codes = new Map<string, number>();
  const state = perCustomer(rows.length);
  for (const { customerId, date, amount } of rows) {
    let code = codes.get(customerId);
    if (code === undefined) {
      code = codes.size;
      codes.set(customerId, code);
    }
    const day = Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / 86_400_000;
    put(state, code, day, Math.round(Number(amount) * 100), months);
  }
  return answers(state, codes.size, rows.length, months);
}

export function columnsByHand(
  customer: Int32Array,
  day: Int32Array,
  amount: Float64Array,
  customers: number,
  months: Months,
): ByHand {
  const state = perCustomer(customers);
  for (let at = 0; at < customer.length; at += 1) {
    const cents = Math.round((amount[at] ?? 0) * 100);
    put(state, customer[at] ?? 0, day[at] ?? 0, cents, months);
  }
  return answers(state, customers, customer.length, months);
}

function perCustomer(customers: number): PerCustomer {
  return {
    orders: new Int32Array(customers),
    firstDay: new Int32Array(customers).fill(1_000_000),
    lastDay: new Int32Array(customers),
    cents: new Float64Array(customers),
    active: new Int32Array(2 * customers),
  };
}

function put(
  { orders, firstDay, lastDay, cents, active }: PerCustomer,
  code: number,
  day: number,
  money: number,
  { from, until, monthOf }: Months,
): void {
  orders[code] = (orders[code] ?? 0) + 1;
  cents[code] = (cents[code] ?? 0) + money;
  if (day < (firstDay[code] ?? 0)) firstDay[code] = day;
  if (day > (lastDay[code] ?? 0)) lastDay[code] = day;
  if (day < from || day >= until) return;
  const month = monthOf[day - from] ?? 0;
  const word = 2 * code + (month >>> 5);
  active[word] = (active[word] ?? 0) | (1 << (month & 31));
}

function answers(state: PerCustomer, codes: number, rows: number, months: Months): ByHand {
  const { orders, cents, active } = state;
  const { count } = months;
  const triangle = new Int32Array(count * count);
  let [money, customers, repeatCustomers] = [0, 0, 0];
  for (let code = 0; code < codes; code += 1) {
    if (orders[code]) customers += 1;
    money += cents[code] ?? 0;
    if ((orders[code] ?? 0) > 1) repeatCustomers += 1;
    let cohort = -1;
    for (let first = 0; first < 2; first += 1) {
      const word = active[2 * code + first] ?? 0;
      for (let left = word; left !== 0; left &= left - 1) {
        const month = 32 * first + 31 - Math.clz32(left & -left);
        if (cohort < 0) cohort = month;
        const place = cohort * count + month - cohort;
        triangle[place] = (triangle[place] ?? 0) + 1;
      }
    }
  }
  const firstCohort = [...triangle.subarray(0, count)];
  return { orders: rows, customers, cents: money, repeatCustomers, firstCohort };
}
