import * as z from "zod";
import type { Report } from "../kpis/report-shape.ts";
import { newPeriodSchema, resultSchema } from "./result-schema.ts";

/**
 * A report, as `--format json` prints it. Members that it does not name pass: later versions may
 * have more.
 *
 * @example
 * reportSchema.safeParse({ version: 1, period: null, results: [], notComputed: [] }).success; // => true
 */
export const reportSchema: z.ZodType<Report> = /* @__PURE__ */ newReportSchema();

/* @__NO_SIDE_EFFECTS__ */
function newReportSchema(): z.ZodType<Report> {
  const text = z.string().min(1);
  const found = {
    results: z.array(resultSchema),
    notComputed: z.array(z.looseObject({ kpi: text, reason: text })),
  };
  const comparison = z.looseObject({ to: text, period: newPeriodSchema(), ...found });
  return z.looseObject({
    version: z.literal(1),
    period: newPeriodSchema().nullable(),
    ...found,
    comparison: comparison.optional(),
  }) as unknown as z.ZodType<Report>; // what it compares with is one of a few words
}
