import * as z from "zod";
import type { KpiResult } from "../result/kpi-result.ts";
import { INTERVAL_METHODS, NO_VALUE_REASONS } from "./result-words.ts";

/**
 * A KPI result, as `toJson` writes it. Members that it does not name pass: later versions may have
 * more.
 *
 * @example
 * resultSchema.safeParse({ kpi: "nps" }).success; // => false
 */
export const resultSchema: z.ZodType<KpiResult> = /* @__PURE__ */ newResultSchema();

/* @__NO_SIDE_EFFECTS__ */
function newResultSchema(): z.ZodType<KpiResult> {
  const text = z.string().min(1);
  const symbol = z.looseObject({
    name: text,
    meaning: text,
    kind: z.enum(["count", "option", "statistic"]),
    value: z.number(),
    exact: decimalText(),
    n: z.int().nonnegative().optional(),
  });
  const explanation = z.looseObject({
    formula: text,
    steps: z.array(z.string()),
    expression: z.string(),
    symbols: z.array(symbol),
    sentence: text,
    assumptions: z.array(text),
    sources: z.array(z.looseObject({ citation: text, url: text.optional() })),
  });
  const shared = {
    kpi: text,
    variant: text,
    version: z.int().positive(),
    unit: newUnitSchema(),
    period: newPeriodSchema().nullable(),
    counts: z.unknown(),
    warnings: z.array(z.looseObject({ code: text, message: text })),
    explanation,
  };
  return z.discriminatedUnion("status", [
    z.looseObject({
      ...shared,
      status: z.literal("measured"),
      value: z.number(),
      exact: decimalText(),
      interval: newIntervalSchema().nullable(),
    }),
    z.looseObject({
      ...shared,
      status: z.literal("no-value"),
      value: z.null(),
      exact: z.null(),
      interval: z.null(),
      reason: z.enum(NO_VALUE_REASONS),
    }),
  ]) as unknown as z.ZodType<KpiResult>; // a warning is known by its code alone
}

/** A number in full digits, without an exponent. */
/* @__NO_SIDE_EFFECTS__ */
function decimalText(): z.ZodType<string> {
  return z.string().regex(/^-?\d+(\.\d+)?$/);
}

/** A half-open span of days. */
/* @__NO_SIDE_EFFECTS__ */
export function newPeriodSchema(): z.ZodType<{ readonly start: string; readonly end: string }> {
  const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
  return z.looseObject({ start: day, end: day });
}

/* @__NO_SIDE_EFFECTS__ */
function newIntervalSchema(): z.ZodType {
  return z.looseObject({
    lower: z.number(),
    upper: z.number(),
    confidence: z.number().gt(0).lt(1),
    method: z.enum(INTERVAL_METHODS),
  });
}

/* @__NO_SIDE_EFFECTS__ */
function newUnitSchema(): z.ZodType {
  return z.discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("points"), min: z.number(), max: z.number() }),
    z.looseObject({
      kind: z.literal("money"),
      currency: z.string().regex(/^[A-Z]{3}$/),
      decimals: z.int().min(0).max(4),
    }),
    z.looseObject({ kind: z.enum(["share", "count", "days", "ratio"]) }),
  ]);
}
