import { CES_SCALES } from "../counts/ces-counts.ts";
import { type AnswersLedger, SURVEYS } from "../ledger/answers.ts";
import { answersLedger } from "../ledger/answers-ledger.ts";
import { isLedgerOf, type Ledger } from "../ledger/ledger-kind.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import { ordersLedger } from "../ledger/orders-ledger.ts";
import type { Subscription, Survey, SurveyAnswer, Transaction } from "../ledger/rows.ts";
import type { SubscriptionsLedger } from "../ledger/subscriptions.ts";
import { subscriptionsLedger } from "../ledger/subscriptions-ledger.ts";
import type { ReportQuestion, ReportSources } from "./report-question.ts";

/** The sources of a report, each read once. */
export interface ReportLedgers {
  readonly orders: OrdersLedger | null;
  readonly subscriptions: SubscriptionsLedger | null;
  readonly answers: AnswersLedger | null;
}

/** Reads whatever rows there are into ledgers; ledgers are taken as they are. */
export function reportLedgers(
  { orders, subscriptions, answers }: Partial<ReportSources>,
  asked: Partial<ReportQuestion>,
): ReportLedgers {
  const zone = some({ timeZone: asked.timeZone });
  const money = { ...zone, ...some({ currency: asked.currency }) };
  const rules = some({ guests: asked.guests, rowsAre: asked.rowsAre });
  return {
    orders: ledger(orders, "orders", (rows) =>
      ordersLedger(rows as readonly Transaction[], { ...money, ...rules }),
    ),
    subscriptions: ledger(subscriptions, "subscriptions", (rows) =>
      subscriptionsLedger(rows as readonly Subscription[], {
        ...money,
        ...some({ asOf: asked.asOf }),
      }),
    ),
    answers: ledger(answers, "answers", (rows) =>
      answersLedger(rows as readonly SurveyAnswer[], { ...zone, scales: scalesOf(asked) }),
    ),
  };
}

/** Without a version the wider scale lets the rows be read; CES itself is then not computed. */
function scalesOf({ csatScale, cesVersion }: Partial<ReportQuestion>): {
  readonly [Name in Survey]?: { readonly min: number; readonly max: number };
} {
  return { ...some({ csat: csatScale }), ces: CES_SCALES[cesVersion ?? "2.0"] };
}

function ledger<Kind extends Ledger["kind"]>(
  source: unknown,
  kind: Kind,
  build: (rows: unknown) => LedgerOf<Kind>,
): LedgerOf<Kind> | null {
  if (source === undefined) return null;
  return isLedgerOf(source, kind) ? source : build(source);
}

type LedgerOf<Kind> = Extract<Ledger, { readonly kind: Kind }>;

/** The members that are there. */
function some<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  const there = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as {
    [Name in keyof Members]?: Exclude<Members[Name], undefined>;
  };
}

/** Whether there are rows of a survey, answered or not. */
export function hasAnswers(
  answers: AnswersLedger | null,
  survey: Survey,
): answers is AnswersLedger {
  return answers?.survey.includes(SURVEYS.indexOf(survey)) ?? false;
}
