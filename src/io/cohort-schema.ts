import * as z from "zod";
import { readAmount } from "../base/amount.ts";
import { currencyFault } from "../base/currency.ts";
import type { AmountInput, Cohort } from "../ledger/rows.ts";

/** Customers acquired in one period and how many were active at each age; further members pass. */
export const cohortSchema: z.ZodType<Cohort> = /* @__PURE__ */ newCohortSchema();

/* @__NO_SIDE_EFFECTS__ */
function newCohortSchema(): z.ZodType<Cohort> {
  const count = z.int().nonnegative();
  const amount = z.custom<AmountInput>(
    (value) => readAmount(value, 0, { units: 0, big: null, decimals: 0 }) === null,
    'must be a number or text such as "12.50"',
  );
  const currency = z.custom<string>(
    (value) => currencyFault(value) === null,
    "must be an ISO 4217 currency in use, such as EUR",
  );
  return z
    .looseObject({
      cohort: z.string().min(1),
      size: count,
      active: z.array(count.nullable()),
      revenue: z.array(amount.nullable()).nullish(),
      currency: currency.nullish(),
    })
    .refine(({ size, active }) => active.every((alive) => alive === null || alive <= size), {
      message: "must be at most `size`",
      path: ["active"],
    });
}
