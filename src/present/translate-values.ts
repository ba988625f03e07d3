import { deepFreeze } from "../base/deep-freeze.ts";
import { customerValueDistributionBlocks } from "../kpis/customer-value-distribution-blocks.ts";
import type { HistoricalClv } from "../kpis/historical-clv.ts";
import { valueByAgeBlocks } from "../kpis/historical-clv-by-age-blocks.ts";
import { orderValueDistributionBlocks } from "../kpis/order-value-distribution-blocks.ts";
import type { OrderValueDistribution } from "../kpis/order-value-distribution-shape.ts";
import type { HistoricalClvByAge } from "../kpis/value-by-age.ts";
import type { CustomerValueDistribution } from "../kpis/value-distribution.ts";
import { attachDisplay } from "../result/display.ts";
import { retell, retellWarnings } from "./retell.ts";
import type { Tongue } from "./tongue.ts";

/** Value by age in a language. */
export function translateValueByAge(table: HistoricalClvByAge, tongue: Tongue): HistoricalClvByAge {
  const told: HistoricalClvByAge = {
    ...table,
    points: table.points.map((point) => ({ ...point, result: again(point.result, tongue) })),
  };
  const blocks = () => valueByAgeBlocks(told, tongue.language, tongue.valueByAge);
  return deepFreeze(attachDisplay(told, blocks));
}

/** A distribution of customer value in a language. */
export function translateCustomerValues(
  table: CustomerValueDistribution,
  tongue: Tongue,
): CustomerValueDistribution {
  const told = { ...table, mean: again(table.mean, tongue) };
  const blocks = () =>
    customerValueDistributionBlocks(told, tongue.language, tongue.customerValues);
  return deepFreeze(attachDisplay(told, blocks));
}

/** A distribution of order value in a language. */
export function translateOrderValues(
  table: OrderValueDistribution,
  tongue: Tongue,
): OrderValueDistribution {
  const told = { ...table, warnings: retellWarnings(table.warnings, tongue) };
  const blocks = () => orderValueDistributionBlocks(told, tongue.language, tongue.orderValues);
  return deepFreeze(attachDisplay(told, blocks));
}

/** Only the words of a result are made anew, so its counts are of the same kind. */
function again(result: HistoricalClv, tongue: Tongue): HistoricalClv {
  return retell(result, tongue) as HistoricalClv;
}
