import { currencyDecimals } from "../base/currency.ts";
import { english } from "../result/english.ts";
import { type Writer, writerFor } from "../result/language.ts";

/** Writes values of customers: money in a currency, plain amounts, or purchases. */
export function valueWriter({
  isMoney,
  currency,
}: {
  readonly isMoney: boolean;
  readonly currency: string | null;
}): (value: number) => string {
  const write: Writer = writerFor(english);
  if (!isMoney) return (value) => write.number(value, 2);
  if (currency === null) return (value) => write.number(value, 2);
  const unit = { kind: "money", currency, decimals: currencyDecimals(currency) ?? 2 } as const;
  return (value) => write.money(value, unit);
}
