import * as z from "zod";
import { newFaults } from "../base/errors.ts";
import type { Customer, Subscription, SurveyAnswer, Transaction } from "../ledger/rows.ts";
import { usualAnswerKind } from "./answer-kind.ts";
import type { Cell, CellContext } from "./cell-kind.ts";
import { idCell } from "./cell-kinds.ts";
import { ISO_NOTATION } from "./notation.ts";
import type { Field, RowKind } from "./row-kind.ts";
import { CODE } from "./schema-issue.ts";
import { subscriptionKind } from "./subscription-kind.ts";
import { guestTransactionKind, transactionKind } from "./transaction-kind.ts";

/** A transaction with its customer; further members pass. */
export const transactionSchema: z.ZodType<Transaction> =
  /* @__PURE__ */ rowSchema<Transaction>(transactionKind);

/** A transaction that may be a guest's, without a customer. */
export const guestTransactionSchema: z.ZodType<Transaction> =
  /* @__PURE__ */ rowSchema<Transaction>(guestTransactionKind);

/** A subscription; further members pass. */
export const subscriptionSchema: z.ZodType<Subscription> = /* @__PURE__ */ rowSchema<Subscription>(
  /* @__PURE__ */ subscriptionKind(),
);

/** A survey answer on the usual scale of its survey, if it names one; further members pass. */
export const surveyAnswerSchema: z.ZodType<SurveyAnswer> = /* @__PURE__ */ rowSchema<SurveyAnswer>(
  /* @__PURE__ */ usualAnswerKind(),
);

/** What is known of a customer: an id and any attributes. */
export const customerSchema: z.ZodType<Customer> = /* @__PURE__ */ rowSchema<Customer>({
  fields: [{ name: "customerId", cell: idCell, absent: "fault", guesses: [] }],
});

/**
 * The schema of a kind of row. It refuses what the ledgers refuse in a row by itself, and says so
 * with their codes.
 */
/* @__NO_SIDE_EFFECTS__ */
export function rowSchema<Row>(kind: RowKind): z.ZodType<Row> {
  const shape = kind.fields.map((field) => [field.name, cellSchema(field)] as const);
  const schema = z.looseObject(Object.fromEntries(shape)).superRefine((row, context) => {
    const fault = kind.across?.(row);
    if (!fault) return;
    const message = `must be ${fault.expected}`;
    const params = { [CODE]: fault.code };
    context.addIssue({ code: "custom", message, params, path: [fault.field] });
  });
  return schema as unknown as z.ZodType<Row>; // each member was checked to be what `Row` says
}

const VALUES: CellContext = { ...ISO_NOTATION, fromText: false };

function cellSchema({ name, cell, absent }: Field): z.ZodType {
  const schema = z.unknown().superRefine((value, context) => {
    if (absent !== "fault" && value === null) return;
    if (absent === "left-out" && value === undefined) return;
    const into: Cell = { value: undefined, isTwice: false };
    const code = cell.read(value, VALUES, into);
    if (code === null) return;
    const faults = newFaults();
    cell.refuse(faults, code, 0, name, value);
    // A schema has no options of a reader.
    const [expected = "valid"] = faults.issues()[0]?.expected?.split(", or the option ") ?? [];
    const message =
      code === "field-missing" ? `is missing; expected ${expected}` : `must be ${expected}`;
    context.addIssue({ code: "custom", message, params: { [CODE]: code } });
  });
  return absent === "left-out" ? schema.optional() : schema;
}
