import { argumentError } from "../base/errors.ts";
import { readEach } from "../base/gather.ts";
import { copyOfList, type OptionCheck, oneOf } from "../base/options.ts";
import { FORMULA_CLV_CHECKS } from "./collect-formula-clv.ts";
import type {
  FormulaClvCounts,
  FormulaClvNumbers,
  FormulaClvOrders,
} from "./formula-clv-counts.ts";
import { FORMULA_INPUT_CHECKS } from "./formula-clv-inputs.ts";
import { currencyCode } from "./money-counts.ts";
import { shareOption } from "./question.ts";
import { type CountsOf, exactAmount, readCounts, wholeCount } from "./read-counts.ts";

const { periods, annualDiscountRate } = FORMULA_CLV_CHECKS;
const { discount, ordersPerPeriod } = FORMULA_INPUT_CHECKS;

/** What counts hold, whatever they were made from. */
const GIVEN = { currency: currencyCode, margin: shareOption, periods, cac: exactAmount };

const ORDERS: CountsOf<Omit<FormulaClvOrders, "kind" | "question">> = {
  ...GIVEN,
  from: /* @__PURE__ */ oneOf(["orders"]),
  revenue: exactAmount,
  ...{ orders: wholeCount, customers: wholeCount },
  ...{ customersAtStart: wholeCount, retainedCustomers: wholeCount },
  ...{ annualDiscountRate, days: wholeCount },
};

const NUMBERS: CountsOf<Omit<FormulaClvNumbers, "kind" | "question">> = {
  ...GIVEN,
  from: /* @__PURE__ */ oneOf(["numbers"]),
  ...{ profit: exactAmount, revenue: exactAmount },
  ...{ retention: shareOption, churn: shareOption, discount },
  ...{ averageOrderValue: exactAmount, ordersPerPeriod },
  survival: /* @__PURE__ */ pairsOf(numberFromZero),
  revenueByAge: /* @__PURE__ */ pairsOf(exactAmount),
};

function numberFromZero(value: unknown, member: string): number {
  if (typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  throw argumentError(member, "a number from 0 on", value);
}

/** Reads counts of formula CLV that were made elsewhere, and refuses those that contradict themselves. */
export function readFormulaClvCounts(input: FormulaClvCounts): FormulaClvCounts {
  if (typeof input === "object" && input !== null && input.from === "orders") {
    const read = readCounts<FormulaClvOrders>(input, "formula-clv", ORDERS, REQUIRED);
    const { retainedCustomers, customersAtStart } = read;
    if (retainedCustomers <= customersAtStart) return { ...NOTHING_OF_ORDERS, ...read };
    const expected = `at most the ${customersAtStart} customers at the start`;
    throw argumentError(
      "retainedCustomers",
      expected,
      String(retainedCustomers),
      "counts-inconsistent",
    );
  }
  const read = readCounts<FormulaClvNumbers>(input, "formula-clv", NUMBERS, ["from"]);
  return { ...NOTHING_OF_NUMBERS, ...read };
}

/** Members that counts of orders always have. */
const REQUIRED = [
  ...(["from", "question", "revenue", "orders", "customers"] as const),
  ...(["customersAtStart", "retainedCustomers", "days"] as const),
] as const;

const NONE = {
  kind: "formula-clv",
  currency: null,
  margin: null,
  periods: null,
  cac: null,
} as const;

const NOTHING_OF_ORDERS = { ...NONE, annualDiscountRate: null } as const;

const NOTHING_OF_NUMBERS = {
  ...{ ...NONE, from: "numbers", question: null, profit: null, revenue: null, retention: null },
  ...{ churn: null, discount: null, averageOrderValue: null, ordersPerPeriod: null },
  ...{ survival: null, revenueByAge: null },
} as const;

/** More ages than are ever observed. */
const MOST_AGES = 1200;

/* @__NO_SIDE_EFFECTS__ */
function pairsOf<Value>(
  first: OptionCheck<Value>,
): OptionCheck<readonly (readonly [Value, number])[]> {
  return (value, member) => {
    const expected = "a list of pairs by age: how much, and of how many customers";
    const pairs = copyOfList(value, MOST_AGES);
    if (pairs === null) throw argumentError(member, expected, value, "option-wrong-type");
    return readEach(pairs, (given, age) => {
      const place = `${member}.${age}`;
      const pair = copyOfList(given, 2) ?? [];
      if (pair.length !== 2) throw argumentError(place, expected, given, "option-wrong-type");
      return [first(pair[0], place), wholeCount(pair[1], place)] as const;
    });
  };
}
