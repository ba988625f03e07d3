import { type Faults, newFaults } from "../base/errors.ts";
import { oneOf, readOptions } from "../base/options.ts";
import { UTC, type Zone, zoneOf } from "../base/zone.ts";
import { momentOption } from "./as-of-option.ts";
import { type CurrencyOfRows, currencyOption, newCurrencyOfRows } from "./currency-of-rows.ts";
import { dimensionNames, newValueCodes, type ValueCodes } from "./dimensions.ts";
import { type IdCodes, newIdCodes } from "./id-codes.ts";
import { type MomentReader, newMomentReader } from "./moment-cells.ts";
import { type MoneyReader, newMoneyReader } from "./money-cells.ts";
import type { DateInput, Transaction } from "./rows.ts";
import type { OrderFrame } from "./settle-orders.ts";
import { newWarningLog, type WarningLog } from "./warning-log.ts";

/** The members of a row of orders that are read whatever the options. */
export const ORDER_FIELDS: readonly OrderField[] = [
  ...(["customerId", "date", "amount", "orderId", "currency", "type"] as const),
  ...(["refundOf", "refundId", "discount", "tax", "shipping"] as const),
];

/** The members of a row of orders. */
export type OrderField = keyof Transaction;

/** All that is known and gathered while orders are read. */
export interface OrderContext {
  readonly zone: Zone;
  readonly guests: "refuse" | "keep";
  readonly rowsAre: "orders" | "lines";
  /** Names of the dimensions. */
  readonly dimensions: readonly string[];
  readonly faults: Faults;
  readonly warnings: WarningLog;
  readonly customers: IdCodes;
  /** One a dimension. */
  readonly values: readonly ValueCodes[];
  readonly currency: CurrencyOfRows;
  readonly money: MoneyReader;
  readonly moments: MomentReader;
}

interface CheckedOptions {
  readonly currency: string;
  readonly timeZone: Zone;
  readonly guests: "refuse" | "keep";
  readonly rowsAre: "orders" | "lines";
  readonly dimensions: readonly string[];
  readonly asOf: DateInput;
}

/** Reads the options of a ledger of orders. */
export function newOrderContext(options: unknown): OrderContext {
  const checked = readOptions<CheckedOptions>(options, {
    currency: currencyOption,
    timeZone: zoneOf,
    guests: oneOf(["refuse", "keep"]),
    rowsAre: oneOf(["orders", "lines"]),
    dimensions: dimensionNames(ORDER_FIELDS),
    asOf: momentOption,
  });
  const { timeZone: zone = UTC, guests = "refuse", rowsAre = "orders", dimensions = [] } = checked;
  const faults = newFaults();
  const warnings = newWarningLog();
  const currency = newCurrencyOfRows(checked.currency, faults);
  return {
    zone,
    guests,
    rowsAre,
    dimensions,
    faults,
    warnings,
    customers: newIdCodes(),
    values: dimensions.map(newValueCodes),
    currency,
    money: newMoneyReader(currency, faults, warnings),
    moments: newMomentReader(zone, checked.asOf, faults, warnings),
  };
}

/** What the context says of the ledger to be made. */
export function frameOf(context: OrderContext): OrderFrame {
  const { zone, guests, rowsAre, customers, dimensions, values, faults, warnings } = context;
  return {
    ...{ timeZone: zone.name, guests, rowsAre, customers: customers.ids, dimensions },
    values: values.map((codes) => codes.values),
    ...{ faults, warnings },
  };
}
