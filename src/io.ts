export { KpiError } from "./base/errors.ts";
export type { Issue, IssueCode, IssueTotal } from "./base/issue.ts";
export type { AnswerField } from "./io/answer-kind.ts";
export { cohortSchema } from "./io/cohort-schema.ts";
export { type JsonSchema, reportJsonSchema, resultJsonSchema } from "./io/json-schemas.ts";
export type { LayoutName } from "./io/layouts.ts";
export type { DateOrder } from "./io/notation.ts";
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
export { type ReadRowsOptions, readRows } from "./io/read-rows.ts";
export { type ReadSubscriptionsOptions, readSubscriptions } from "./io/read-subscriptions.ts";
export { type ReadSurveyAnswersOptions, readSurveyAnswers } from "./io/read-survey-answers.ts";
export { type ReadTransactionsOptions, readTransactions } from "./io/read-transactions.ts";
export {
  customerSchema,
  guestTransactionSchema,
  subscriptionSchema,
  surveyAnswerSchema,
  transactionSchema,
} from "./io/record-schemas.ts";
export { reportSchema } from "./io/report-schema.ts";
export { resultSchema } from "./io/result-schema.ts";
export type { Separator } from "./io/separator.ts";
export { sieve } from "./io/sieve.ts";
export type { SchemaAnswer, SchemaIssue, StandardSchema } from "./io/standard-schema.ts";
export type { SubscriptionField } from "./io/subscription-kind.ts";
export type { TransactionField } from "./io/transaction-kind.ts";
export { writeRejects } from "./io/write-rejects.ts";
export type {
  AmountInput,
  Cohort,
  Customer,
  CustomerId,
  DateInput,
  RowId,
  Subscription,
  Survey,
  SurveyAnswer,
  Transaction,
} from "./ledger/rows.ts";
export type { Scale } from "./ledger/scale.ts";
