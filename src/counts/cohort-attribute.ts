import { argumentError } from "../base/errors.ts";
import { NO_VALUE } from "../ledger/dimensions.ts";
import { GUEST, type OrdersDimension, type OrdersLedger } from "../ledger/orders.ts";

/** The value of a column at every customer's first order. */
export interface CustomerAttribute {
  /** Names of the values; the last one stands for customers without a value, where there are any. */
  readonly names: readonly string[];
  /** Places in `names`, by customer. */
  readonly placeOf: Int32Array;
}

const WITHOUT_VALUE = "(none)";

/**
 * A dimension of the ledger.
 *
 * @throws {@link KpiError} `invalid-argument` naming the option that asked for it.
 */
export function dimensionOf(
  { dimensions }: OrdersLedger,
  option: string,
  name: string,
): OrdersDimension {
  const dimension = Object.hasOwn(dimensions, name) ? dimensions[name] : undefined;
  if (dimension !== undefined) return dimension;
  const known = Object.keys(dimensions).join(", ") || "none yet";
  throw argumentError(option, `one of the ledger's \`dimensions\` (${known})`, name);
}

/** Reads a dimension of the ledger at the first order of every customer. */
export function attributeOfCustomers(ledger: OrdersLedger, name: string): CustomerAttribute {
  const dimension = dimensionOf(ledger, "attribute", name);
  const { values } = dimension;
  const { customer, day, size } = ledger.sales;
  const first = new Int32Array(ledger.customers.length).fill(-1);
  for (let at = 0; at < size; at += 1) {
    const who = customer[at] ?? GUEST;
    if (who === GUEST) continue;
    const before = first[who] ?? -1;
    if (before === -1 || (day[at] ?? 0) < (day[before] ?? 0)) first[who] = at;
  }
  const codes = first.map((at) => (at === -1 ? NO_VALUE : (dimension.sales[at] ?? NO_VALUE)));
  const names = codes.includes(NO_VALUE) ? [...values, WITHOUT_VALUE] : values;
  return { names, placeOf: codes.map((code) => (code === NO_VALUE ? values.length : code)) };
}
