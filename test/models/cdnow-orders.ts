import type { Transaction } from "../../src/ledger/rows.ts";
import { sharedLines } from "./shared-data.ts";

/** The purchases of the CDNOW sample as orders, or none where the file is absent. */
export function cdnowOrders(): readonly Transaction[] {
  return sharedLines("cdnow_sample_transactions.csv").map((line) => {
    const [customerId = "", date = "", , amount = ""] = line.split(",");
    return { customerId, date, amount, currency: "USD" };
  });
}
