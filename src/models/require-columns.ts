import { type Faults, newFaults, requireArgument, throwFaults } from "../base/errors.ts";
import { show } from "../base/show.ts";
import { isDoubles } from "./doubles.ts";
import type { PurchaseColumns } from "./purchase-columns.ts";
import { memberOf } from "./require-model.ts";

/** Refuses purchases whose columns are not equally long, or not made of what they should be. */
export function requireColumns(columns: PurchaseColumns): void {
  for (const name of ["customer", "day"]) {
    const column = memberOf(columns, name, "columns");
    const isRight = ArrayBuffer.isView(column) && column instanceof Int32Array;
    requireArgument(isRight, `columns.${name}`, "an Int32Array", column, "option-wrong-type");
  }
  const amounts = memberOf(columns, "amount", "columns");
  const isRight = amounts === undefined || isDoubles(amounts);
  requireArgument(isRight, "columns.amount", "a Float64Array", amounts, "option-wrong-type");
  const { customer, day, amount } = columns;
  const faults: Faults = newFaults();
  const refuse = (field: string, expected: string, received: unknown, row?: number): void => {
    const message = `\`${field}\` must be ${expected}; received ${show(received)}.`;
    const code = "number-out-of-range";
    const where = row === undefined ? {} : { row };
    faults.add({ code, message, ...where, field, expected, received: show(received) });
  };
  const rows = `as long as \`customer\`, ${customer.length}`;
  if (day.length !== customer.length) refuse("day", rows, day.length);
  if (amount && amount.length !== customer.length) refuse("amount", rows, amount.length);
  for (let row = 0; row < customer.length; row += 1) {
    if ((customer[row] ?? 0) < 0) refuse("customer", "a code, 0 or more", customer[row], row);
    if (amount && !Number.isFinite(amount[row])) refuse("amount", "a number", amount[row], row);
  }
  throwFaults("invalid-data", faults);
}
