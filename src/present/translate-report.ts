import { reportBlocks } from "../kpis/report-blocks.ts";
import type { NotComputed, Report } from "../kpis/report-shape.ts";
import type { KpiVariants } from "../kpis/variants.ts";
import { behindOf } from "../result/attach-page.ts";
import { attachDisplay } from "../result/display.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { retell } from "./retell.ts";
import type { Tongue } from "./tongue.ts";
import { translateVariants } from "./translate-tables.ts";

interface Computed {
  readonly results: readonly KpiResult[];
  readonly notComputed: readonly NotComputed[];
}

/** A report in a language. */
export function translateReport(report: Report, tongue: Tongue): Report {
  const behind = behindOf(report) as { readonly variants: readonly KpiVariants[] } | null; // as `report` put it
  const variants = (behind?.variants ?? []).map((list) => translateVariants(list, tongue));
  const { comparison } = report;
  const told: Report = {
    ...retold(report, tongue),
    ...(comparison === undefined ? {} : { comparison: retold(comparison, tongue) }),
  };
  const blocks = () => reportBlocks(told, variants, tongue);
  return Object.freeze(attachDisplay(told, blocks, { variants }));
}

/** The results of a report, and what it could not compute, in a language. */
function retold<Part extends Computed>(part: Part, tongue: Tongue): Part {
  return {
    ...part,
    results: part.results.map((result) => retell(result, tongue)),
    notComputed: part.notComputed.map(({ kpi, code }) => ({
      ...{ kpi, code },
      reason: tongue.report.missing[code](kpi),
    })),
  };
}
