import { argumentError } from "../base/errors.ts";
import { gather, readEach } from "../base/gather.ts";
import {
  copyOfList,
  isRecord,
  numberWithin,
  type OptionCheck,
  type OptionChecks,
  readOptions,
} from "../base/options.ts";
import { type Collected, measureOptions } from "./collected.ts";
import type { FormulaClvCounts } from "./formula-clv-counts.ts";
import { type FormulaClvQuestion, refuseStrays } from "./formula-clv-question.ts";
import { currencyCode, requireCurrency } from "./money-counts.ts";
import { isOrdersLedger } from "./orders-source.ts";
import { shareOption } from "./question.ts";
import { exactAmount } from "./read-counts.ts";

/** Numbers of one customer and one period that a formula is put to. Each formula needs some of them. */
export interface FormulaClvInputs {
  /** Profit, m. */
  readonly profit?: number | string;
  /** Instead of `profit`: revenue, which `margin` turns into profit. */
  readonly revenue?: number | string;
  /** Profit as a share of revenue, 0 to 1. */
  readonly margin?: number;
  /** Share of customers kept from one period to the next, r: 0 to 1. */
  readonly retention?: number;
  /** Instead of `retention`: the share lost, 0 to 1. */
  readonly churn?: number;
  /** Discount of one period, d: 0 or more. Of a year's rate: (1 + rate)^(1/12) − 1 a month. */
  readonly discount?: number;
  readonly averageOrderValue?: number | string;
  readonly ordersPerPeriod?: number;
  /** Lifespan in periods. */
  readonly periods?: number;
  /** Share of the first customers still there at age 0, 1, 2 …: from 1 downwards. */
  readonly survival?: readonly number[];
}

const MOST_PERIODS = 1200;

/** A check for a lifespan in periods. */
export const lifespan: OptionCheck<number> = /* @__PURE__ */ numberWithin(
  0,
  MOST_PERIODS,
  `a number of periods from 0 to ${MOST_PERIODS}`,
);

const discount: OptionCheck<number> = /* @__PURE__ */ numberWithin(
  0,
  1,
  "a rate from 0 to 1, such as 0.1 for 10 % a period",
);

const ordersPerPeriod: OptionCheck<number> = /* @__PURE__ */ numberWithin(
  0,
  Number.MAX_SAFE_INTEGER,
  "a number from 0 on",
);

const survival: OptionCheck<readonly number[]> = (value, option) => {
  const given = copyOfList(value, MOST_PERIODS) ?? [];
  if (given.length === 0) {
    throw argumentError(option, "a list of shares by age", value, "option-wrong-type");
  }
  const shares = readEach(given, (share, age) => shareOption(share, `${option}.${age}`));
  const rise = shares.findIndex((share, age) => share > (shares[age - 1] ?? 1));
  if (rise === -1) return shares;
  throw argumentError(`${option}.${rise}`, "no more than at the age before", shares[rise]);
};

const amount = exactAmount as OptionCheck<number | string>;
/** The checks of {@link FormulaClvInputs}. */
export const FORMULA_INPUT_CHECKS: OptionChecks<FormulaClvInputs> = {
  ...{ profit: amount, revenue: amount, margin: shareOption, retention: shareOption },
  ...{ churn: shareOption, discount, averageOrderValue: amount, ordersPerPeriod },
  ...{ periods: lifespan, survival },
};

/** Whether a source is numbers typed by hand, not orders. */
export function isFormulaInputs(source: unknown): source is FormulaClvInputs {
  return isRecord(source) && !isOrdersLedger(source);
}

/** Numbers typed by hand as counts. */
export function collectFormulaInputs(
  source: FormulaClvInputs,
  asked: Partial<FormulaClvQuestion>,
): Collected<FormulaClvCounts> {
  refuseStrays("numbers typed by hand", asked);
  const given = readOptions<FormulaClvInputs>(source, FORMULA_INPUT_CHECKS);
  const { attempt, close } = gather();
  attempt(() => requireOneOf(given, "profit", "revenue"));
  attempt(() => requireOneOf(given, "retention", "churn"));
  attempt(() => requireOneOf(given, "profit", "margin"));
  close();
  const currency = asked.currency === undefined ? null : currencyCode(asked.currency, "currency");
  requireCurrency(currency, true);
  const text = (value: number | string | undefined): string | null =>
    value === undefined ? null : String(value);
  const counts: FormulaClvCounts = {
    ...{ kind: "formula-clv", from: "numbers", question: null, currency },
    profit: text(given.profit),
    revenue: text(given.revenue),
    margin: given.margin ?? null,
    retention: given.retention ?? null,
    churn: given.churn ?? null,
    discount: given.discount ?? null,
    averageOrderValue: text(given.averageOrderValue),
    ordersPerPeriod: given.ordersPerPeriod ?? null,
    periods: given.periods ?? null,
    survival: given.survival?.map((share) => [share, 1] as const) ?? null,
    revenueByAge: null,
    cac: text(asked.cac),
  };
  return { counts, options: measureOptions(asked, null) };
}

/** Two ways of saying one thing are refused, whether they agree or not. */
function requireOneOf(
  given: FormulaClvInputs,
  one: keyof FormulaClvInputs,
  other: keyof FormulaClvInputs,
): void {
  if (given[one] === undefined || given[other] === undefined) return;
  throw argumentError(other, `absent where \`${one}\` is given`, given[other]);
}
