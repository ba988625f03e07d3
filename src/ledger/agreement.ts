import { KpiError } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import { show } from "../base/show.ts";

/** Throws `incompatible-counts` unless all ledgers have one setting in common. */
export function requireAgreement(option: string, settings: readonly unknown[]): void {
  const [first] = settings;
  if (settings.every((setting) => setting === first)) return;
  const other = settings.find((setting) => setting !== first);
  const [expected, received] = [show(first), show(other)];
  const message = `Ledgers of different \`${option}\` cannot be merged: ${expected} and ${received}.`;
  throw new KpiError("incompatible-counts", message, [
    { code: "counts-differ", message, option, expected, received },
  ]);
}

/** What the currencies of ledgers are agreed upon from. */
interface WithCurrency {
  readonly currency: string | null;
  readonly rows: number;
}

/**
 * The one currency of several ledgers; those without rows have no say unless they name one.
 *
 * @throws `currency-mismatch` if there are several, `invalid-data` if some ledgers have none.
 */
export function commonCurrency(ledgers: readonly WithCurrency[]): string | null {
  const speaking = ledgers.filter(({ currency, rows }) => currency !== null || rows > 0);
  const currency = speaking.find((ledger) => ledger.currency !== null)?.currency ?? null;
  const odd = speaking.find((ledger) => ledger.currency !== currency);
  if (odd === undefined) return currency;
  const row = rowsBefore(ledgers, ledgers.indexOf(odd));
  const [expected, received] = [String(currency), String(odd.currency)];
  const isMissing = odd.currency === null;
  const message = isMissing
    ? `The ledger from row ${row} on has no currency, others have ${expected}.`
    : `Ledgers of different currencies cannot be merged: ${expected} and ${received}, from row ${row} on.`;
  const code = isMissing ? "currency-missing" : "currency-mixed";
  const issue: Issue = { code, message, row, field: "currency", expected, received };
  throw new KpiError(isMissing ? "invalid-data" : "currency-mismatch", message, [issue]);
}

/** How many rows the ledgers before one have. */
export function rowsBefore(ledgers: readonly { readonly rows: number }[], index: number): number {
  return ledgers.slice(0, index).reduce((sum, { rows }) => sum + rows, 0);
}

/** The names of the dimensions that all ledgers have, in the order of the first. */
export function commonDimensions(
  ledgers: readonly { readonly dimensions: Readonly<Record<string, unknown>> }[],
): readonly string[] {
  const names = ledgers.map(({ dimensions }) => Object.keys(dimensions));
  requireAgreement(
    "dimensions",
    names.map((list) => JSON.stringify([...list].sort())),
  );
  return names[0] ?? [];
}
