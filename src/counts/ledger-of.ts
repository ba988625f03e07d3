import { readOptions } from "../base/options.ts";
import { zoneOf } from "../base/zone.ts";
import type { AnswersLedger } from "../ledger/answers.ts";
import { answersLedger } from "../ledger/answers-ledger.ts";
import { isLedgerOf, type Ledger } from "../ledger/ledger-kind.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import type { Survey, SurveyAnswer } from "../ledger/rows.ts";
import { scaleOption } from "../ledger/scale.ts";
import { CES_SCALES, cesVersion } from "./ces-counts.ts";
import { type OrdersSource, readOrdersAsked } from "./orders-source.ts";
import { isSubscriptions, readSubscriptionsAsked } from "./subscriptions-source.ts";

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
): Ledger {
  if (isLedgerOf(source, "answers")) return source;
  if (kindOfRows(source) === "answers") {
    return ledgerOfAnswers(source as AnswerRows, question, survey()); // as the first row says
  }
  const reading = Object.fromEntries(
    READING.flatMap((name) => (question[name] === undefined ? [] : [[name, question[name]]])),
  );
  // Whatever else it is, the ledger of orders refuses what is not orders.
  return isSubscriptions(source)
    ? readSubscriptionsAsked(source, reading).ledger
    : readOrdersAsked(source as OrdersSource, reading).ledger;
}

type AnswerRows = readonly SurveyAnswer[] | readonly (number | null)[];

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
