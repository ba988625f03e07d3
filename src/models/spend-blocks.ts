import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import { expectedSpend, medianSpend } from "./expected-spend.ts";
import type { FittedGammaGamma } from "./gamma-gamma.ts";
import { valueWriter } from "./value-writer.ts";

/** A fitted model of spend as a page: what a purchase is worth, and what to know before believing it. */
export function spendBlocks(fit: FittedGammaGamma, currency: string | null): readonly Block[] {
  const write = writerFor(english);
  const money = valueWriter({ isMoney: true, currency });
  const { p, q, v } = fit.parameters;
  const mean = expectedSpend(fit, { repeatPurchases: 0 });
  const middle = medianSpend(fit, { repeatPurchases: 0 });
  const { correlation, pValue } = fit.spendAndFrequency;
  const related =
    correlation === null || pValue === null
      ? "Whether spend goes with frequency cannot be told."
      : `The model takes it that who buys often spends neither more nor less each time; the correlation here is ${write.number(correlation, 3)} (p = ${write.number(pValue, 3)}).`;
  const typical =
    mean === null
      ? `No mean exists; half of the customers spend less than ${money(middle)} a purchase.`
      : `A customer spends ${money(mean)} a purchase in the mean, half of them less than ${money(middle)}.`;
  return [
    { kind: "heading", level: 3, text: "Spend: gamma-gamma" },
    {
      kind: "paragraph",
      text: `${typical} Fitted to ${counted(write.count(fit.customers), "customer")} with repeat purchases: p ${write.number(p, 3)}, q ${write.number(q, 3)}, v ${write.number(v, 3)}; log-likelihood ${write.number(fit.logLikelihood, 3)}. Who buys more often is judged more by the own mean, who buys less by everybody's.`,
    },
    {
      kind: "notes",
      label: "Remarks",
      mark: "·",
      items: [related, ...fit.warnings.map(({ message }) => message)],
    },
  ];
}
