import type { RowWarning, RowWarningCode } from "../result/warning.ts";
import { rowsBefore } from "./agreement.ts";
import type { WarningLog } from "./warning-log.ts";

/** These come from looking at all rows together, and are found anew in the whole. */
const FOUND_ANEW: readonly RowWarningCode[] = [
  ...(["identical-rows", "refund-without-sale", "refund-above-sale"] as const),
  ...(["id-lookalike", "id-whitespace", "id-control-char", "id-placeholder"] as const),
  ...(["subscription-overlap", "duplicate-respondent"] as const),
];

/** Takes over what was noticed about single rows of each ledger. */
export function joinWarnings(
  ledgers: readonly { readonly rows: number; readonly warnings: readonly RowWarning[] }[],
  warnings: WarningLog,
): void {
  for (const [index, ledger] of ledgers.entries()) {
    for (const warning of ledger.warnings) {
      if (FOUND_ANEW.includes(warning.code)) continue;
      warnings.join(warning, rowsBefore(ledgers, index));
    }
  }
}
