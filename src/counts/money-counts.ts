import { currencyDecimals, currencyFault, expectedCurrency } from "../base/currency.ts";
import { argumentError, KpiError } from "../base/errors.ts";
import type { OptionCheck } from "../base/options.ts";
import type { Unit } from "../result/unit.ts";

/** Counts of money in one currency. */
export interface MoneyCounts {
  /** ISO 4217; `null` only where there was no row to tell it. */
  readonly currency: string | null;
}

/** A check for an ISO 4217 code in use. */
export const currencyCode: OptionCheck<string> = (value, option) => {
  const fault = currencyFault(value);
  if (fault === null && typeof value === "string") return value;
  const code = fault === "field-wrong-type" ? "option-wrong-type" : (fault ?? "currency-format");
  throw argumentError(option, expectedCurrency(value), value, code);
};

/** The unit of money counts; a money KPI without any currency is refused. */
export function moneyUnit({ currency }: MoneyCounts): Unit {
  if (currency === null) return { kind: "money", currency: "XXX", decimals: 2 };
  return { kind: "money", currency, decimals: currencyDecimals(currency) ?? 2 };
}

/** Refuses a question of money whose rows and options name no currency. */
export function requireCurrency(currency: string | null, hasRows: boolean): void {
  if (currency !== null || !hasRows) return;
  const message =
    'The rows name no currency: give the option `currency`, such as { currency: "EUR" }.';
  throw new KpiError("invalid-argument", message, [
    { code: "currency-missing", message, option: "currency", expected: "an ISO 4217 code" },
  ]);
}

/** The currency of counts that do not name it themselves. */
export interface MoneyOptions {
  /** ISO 4217. */
  readonly currency?: string;
}
