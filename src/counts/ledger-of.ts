import { readOptions } from "../base/options.ts";
import { zoneOf } from "../base/zone.ts";
import type { AnswersLedger } from "../ledger/answers.ts";
import { answersLedger } from "../ledger/answers-ledger.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import type { Survey, SurveyAnswer } from "../ledger/rows.ts";
import type { SubscriptionsLedger } from "../ledger/subscriptions.ts";
import { CES_SCALES, cesVersion } from "./ces-counts.ts";
import { isLedger, type OrdersSource, readOrdersAsked } from "./orders-source.ts";
import { scaleOption } from "./scale.ts";
import { isSubscriptions, readSubscriptionsAsked } from "./subscriptions-source.ts";

/** Rows of any kind, read once. */
export type AnyLedger = OrdersLedger | SubscriptionsLedger | AnswersLedger;

/** The options of a question that decide how rows are read. */
const READING = ["currency", "timeZone", "guests", "rowsAre"] as const;

/**
 * The ledger of whatever a KPI takes, so that many questions can be asked of rows read once.
 * A ledger is taken as it is; the kind of rows is read from the first one's own members.
 *
 * @param survey - Names the survey of answers, asked for only where the rows are answers.
 */
export function ledgerOf(
  source: unknown,
  question: Readonly<Record<string, unknown>>,
  survey: () => string,
): AnyLedger {
  if (isLedger(source, "answers")) return source as AnswersLedger; // as `isLedger` found
  if (isAnswers(source)) return ledgerOfAnswers(source, question, survey());
  const reading = Object.fromEntries(
    READING.flatMap((name) => (question[name] === undefined ? [] : [[name, question[name]]])),
  );
  // Whatever else it is, the ledger of orders refuses what is not orders.
  return isSubscriptions(source)
    ? readSubscriptionsAsked(source, reading).ledger
    : readOrdersAsked(source as OrdersSource, reading).ledger;
}

type AnswerRows = readonly SurveyAnswer[] | readonly (number | null)[];

function isAnswers(source: unknown): source is AnswerRows {
  if (!Array.isArray(source) || source.length === 0) return false;
  const [first]: readonly unknown[] = source;
  if (typeof first !== "object" || first === null) return first === null || isNumber(first);
  return Object.hasOwn(first, "score");
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

function ledgerOfAnswers(
  rows: AnswerRows,
  { timeZone, scale, version }: Readonly<Record<string, unknown>>,
  survey: string,
): AnswersLedger {
  const read = readOptions<{ readonly timeZone: string }>(
    { timeZone },
    { timeZone: (value, option) => zoneOf(value, option).name },
  );
  const scaleOfSurvey =
    survey === "ces"
      ? CES_SCALES[cesVersion(version, "version")]
      : scale === undefined
        ? undefined
        : scaleOption(scale, "scale");
  return answersLedger(rows, {
    survey: survey as Survey, // the name of a KPI over answers
    ...(scaleOfSurvey === undefined ? {} : { scale: scaleOfSurvey }),
    ...read,
  });
}
