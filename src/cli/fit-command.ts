import { stdout } from "node:process";
import { KpiError } from "../base/errors.ts";
import { writeCustomerValues } from "../io/write-customer-values.ts";
import type { OrdersLedger, OrdersLedgerOptions } from "../ledger/orders.ts";
import { ordersLedger } from "../ledger/orders-ledger.ts";
import type { Transaction } from "../ledger/rows.ts";
import { chooseModel } from "../models/choose-model.ts";
import { clvSegments } from "../models/clv-segments.ts";
import { customerValues } from "../models/customer-values.ts";
import { type FittedGammaGamma, fitGammaGamma } from "../models/gamma-gamma.ts";
import { modelReport } from "../models/model-report.ts";
import type { PurchaseSummary } from "../models/purchase-summary.ts";
import {
  type PurchaseSummaryQuestion,
  purchaseSummary,
} from "../models/purchase-summary-of-orders.ts";
import { riskOfValues } from "../models/risk-of-values.ts";
import { htmlPage } from "../present/html-page.ts";
import type { Block } from "../result/document.ts";
import { counted } from "../result/plural.ts";
import { renderHtml, renderMarkdown, renderText } from "../result/render-page.ts";
import { fitBlocks } from "./fit-blocks.ts";
import { type FitWords, readFitWords } from "./fit-words.ts";
import type { Fitted } from "./fitted.ts";
import { inFlags } from "./in-flags.ts";
import { note } from "./progress.ts";
import { readFiles } from "./read-files.ts";
import { byLine, inLinesOf } from "./row-places.ts";
import { writeTo } from "./write-to.ts";

const TITLE = "Customer lifetime value: a fitted model";

const WRITERS: Readonly<Record<FitWords["format"], (blocks: readonly Block[]) => string>> = {
  text: (blocks) => renderText(blocks),
  markdown: renderMarkdown,
  html: (blocks) => htmlPage(TITLE, renderHtml(blocks)).trimEnd(),
};

/** `loyalty-kpis fit`: fits models to orders, reports on them, and writes the customers as CSV. */
export async function fitCommand(words: readonly string[]): Promise<void> {
  const asked = readFitWords(words);
  const { orders = [] } = await readFiles(asked.reading);
  const { observedUntil, holdoutFrom, ...reading } = asked.question;
  // Files hold rows, no ledgers; the options are checked where the ledger is made.
  const ledger = byLine({ orders }, (some) =>
    ordersLedger(some.orders as readonly Transaction[], reading as OrdersLedgerOptions),
  );
  const question = { unit: asked.unit, ...(observedUntil === undefined ? {} : { observedUntil }) };
  const found = fitted(ledger, question, holdoutFrom, asked);
  const blocks = fitBlocks(found, asked.parts, inLinesOf(found.summary.warnings, orders));
  stdout.write(`${WRITERS[asked.format](blocks)}\n`);
}

/** Fits and asks everything; says on standard error how far it has come. */
function fitted(
  ledger: OrdersLedger,
  question: PurchaseSummaryQuestion,
  holdoutFrom: string | undefined,
  { model, value, horizon, out }: FitWords,
): Fitted {
  const summary = purchaseSummary(ledger, question);
  const split = { ...question, ...(holdoutFrom === undefined ? {} : { holdoutFrom }) };
  note(`${counted(String(summary.age.length), "customer")}; fitting ${model ?? "four models"} …`);
  const choice = chooseModel(ledger, {
    ...split,
    ...(model === null ? {} : { candidates: [model] }),
  });
  const spend = spendOf(summary);
  const models = { purchases: choice.chosen, spend };
  note("what each customer is worth …");
  const values = customerValues(models, summary, { ...value, horizon });
  if (out !== undefined) {
    writeTo(out, writeCustomerValues(values));
    note(`${out}: ${counted(String(values.customers.length), "customer")}`);
  }
  const risk = riskOfValues(choice.chosen, summary, values);
  const segments = clvSegments(values);
  const { confidence } = value;
  const report = modelReport(choice.chosen, ledger, {
    ...split,
    ...(confidence === undefined ? {} : { confidence }),
  });
  return { title: TITLE, choice, values, risk, segments, report, spend, summary };
}

/** Null where nobody paid for a repeat purchase: values then count purchases. */
function spendOf(summary: PurchaseSummary): FittedGammaGamma | null {
  try {
    return fitGammaGamma(summary);
  } catch (fault) {
    const isUntold = fault instanceof KpiError && fault.issues[0]?.code === "model-not-identified";
    if (!isUntold) throw fault;
    note(inFlags(fault.message));
    return null;
  }
}
