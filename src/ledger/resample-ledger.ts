import type { Ledger } from "./ledger-kind.ts";
import { resampleAnswers } from "./resample-answers.ts";
import { resampleOrders } from "./resample-orders.ts";
import { resampleSubscriptions } from "./resample-subscriptions.ts";
import type { Resampler } from "./resampler.ts";

/** Draws customers or respondents of any ledger. Days, zone, currency and scale stay the ledger's. */
export function resampleLedger(ledger: Ledger): Resampler {
  switch (ledger.kind) {
    case "orders":
      return resampleOrders(ledger);
    case "subscriptions":
      return resampleSubscriptions(ledger);
    case "answers":
      return resampleAnswers(ledger);
  }
}
