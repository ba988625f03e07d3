import { type Faults, newFaults } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import { UTC, type Zone, zoneOf } from "../base/zone.ts";
import { momentOption } from "./as-of-option.ts";
import { type CurrencyOfRows, currencyOption, newCurrencyOfRows } from "./currency-of-rows.ts";
import { dimensionNames, newValueCodes, type ValueCodes } from "./dimensions.ts";
import { type IdCodes, newIdCodes } from "./id-codes.ts";
import { type MomentReader, newMomentReader } from "./moment-cells.ts";
import { type MoneyReader, newMoneyReader } from "./money-cells.ts";
import type { DateInput, Subscription } from "./rows.ts";
import { newWarningLog, type WarningLog } from "./warning-log.ts";

/** The members of a row of subscriptions that are read whatever the options. */
export const SUBSCRIPTION_FIELDS: readonly (keyof Subscription)[] = [
  ...(["customerId", "start", "end", "mrr", "subscriptionId", "currency"] as const),
  ...(["cancelledAt", "reason", "trial"] as const),
];

/** All that is known and gathered while subscriptions are read. */
export interface SubscriptionContext {
  readonly zone: Zone;
  /** Names of the dimensions. */
  readonly dimensions: readonly string[];
  readonly faults: Faults;
  readonly warnings: WarningLog;
  readonly customers: IdCodes;
  /** One a dimension. */
  readonly values: readonly ValueCodes[];
  readonly currency: CurrencyOfRows;
  readonly money: MoneyReader;
  /** Warns about what is after `asOf`. */
  readonly starts: MomentReader;
  /** An end may well be in the future. */
  readonly ends: MomentReader;
}

interface CheckedOptions {
  readonly currency: string;
  readonly timeZone: Zone;
  readonly dimensions: readonly string[];
  readonly asOf: DateInput;
}

/** Reads the options of a ledger of subscriptions. */
export function newSubscriptionContext(options: unknown): SubscriptionContext {
  const checked = readOptions<CheckedOptions>(options, {
    currency: currencyOption,
    timeZone: zoneOf,
    dimensions: dimensionNames(SUBSCRIPTION_FIELDS),
    asOf: momentOption,
  });
  const { timeZone: zone = UTC, dimensions = [], asOf } = checked;
  const faults = newFaults();
  const warnings = newWarningLog();
  const currency = newCurrencyOfRows(checked.currency, faults);
  return {
    ...{ zone, dimensions, faults, warnings, currency },
    customers: newIdCodes(),
    values: dimensions.map(newValueCodes),
    money: newMoneyReader(currency, faults, warnings),
    starts: newMomentReader(zone, asOf, faults, warnings),
    ends: newMomentReader(zone, undefined, faults, warnings),
  };
}
