import { deepFreeze } from "../base/deep-freeze.ts";
import { channelRetentionBlocks } from "../kpis/channel-retention-blocks.ts";
import type { ChannelRetention } from "../kpis/channel-retention-shape.ts";
import { clvByNpsClassBlocks } from "../kpis/clv-by-nps-class-blocks.ts";
import type { ClvByNpsClass } from "../kpis/clv-by-nps-class-shape.ts";
import { attachDisplay } from "../result/display.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { writerFor } from "../result/language.ts";
import { retell } from "./retell.ts";
import type { Tongue } from "./tongue.ts";

/** Retention by channel in a language; the channels keep their names. */
export function translateChannels(table: ChannelRetention, tongue: Tongue): ChannelRetention {
  const { language, channels: words } = tongue;
  const { nameOf, sentence, warning, assumptions } = words(table, writerFor(language));
  const told: ChannelRetention = {
    ...{ ...table, sentence, assumptions },
    all: again(table.all, tongue),
    single: again(table.single, tongue),
    multi: again(table.multi, tongue),
    groups: table.groups.map(({ kind, name, result }) => ({
      ...{ kind, name: nameOf(kind, name), result: again(result, tongue) },
    })),
    warnings: table.warnings.map((fact) => ({ ...fact, message: warning(fact) })),
  };
  return deepFreeze(attachDisplay(told, () => channelRetentionBlocks(told, language, words)));
}

/** Value by class of NPS in a language. */
export function translateNpsClasses(table: ClvByNpsClass, tongue: Tongue): ClvByNpsClass {
  const { language, npsClasses: words } = tongue;
  const { sentence, warning, assumptions } = words(table, writerFor(language));
  const told: ClvByNpsClass = {
    ...{ ...table, sentence, assumptions },
    classes: table.classes.map((each) => ({ ...each, result: again(each.result, tongue) })),
    warnings: table.warnings.map((fact) => ({ ...fact, message: warning(fact) })),
  };
  return deepFreeze(attachDisplay(told, () => clvByNpsClassBlocks(told, language, words)));
}

/** Only the words of a result are made anew, so its counts are of the same kind. */
function again<Counts>(result: KpiResult<Counts>, tongue: Tongue): KpiResult<Counts> {
  return retell(result, tongue) as KpiResult<Counts>;
}
