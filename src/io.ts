export { type Issue, type IssueCode, type IssueTotal, KpiError } from "./base/errors.ts";
export type { AnswerField } from "./io/answer-kind.ts";
export type { LayoutName } from "./io/layouts.ts";
export type { RowsInput, RowsStream, WebStream } from "./io/read-input.ts";
export type { ReadOptions } from "./io/read-options.ts";
export type {
  FileFormat,
  NoteCode,
  ReadNote,
  ReadRows,
  ReadSummary,
  Reject,
} from "./io/read-result.ts";
export { type ReadSubscriptionsOptions, readSubscriptions } from "./io/read-subscriptions.ts";
export { type ReadSurveyAnswersOptions, readSurveyAnswers } from "./io/read-survey-answers.ts";
export { type ReadTransactionsOptions, readTransactions } from "./io/read-transactions.ts";
export type { Separator } from "./io/separator.ts";
export type { SubscriptionField } from "./io/subscription-kind.ts";
export type { TransactionField } from "./io/transaction-kind.ts";
export type {
  AmountInput,
  CustomerId,
  DateInput,
  RowId,
  Subscription,
  Survey,
  SurveyAnswer,
  Transaction,
} from "./ledger/rows.ts";
export type { Scale } from "./ledger/scale.ts";
