/** Values of the junk list that are legitimately valid: by option, by member of counts, by field. */
const TINY = ["-0", "5e-324"];
const MONEY = ["text -1", "-1", "-0", "1.5"];
const YES_NO = ["true", "false"];
const TEXTS = [
  ...["empty text", "blank text", "text x", "text NaN", "text 1,5", "text +1", "text 0x1"],
  ...["text NUL", "text ١", "text -1", "text 1e3", "text 2025-02-30", "text without zone"],
  ...["text __proto__", "long text"],
];
const EMPTY = ["{}", "no prototype"];
/** In counts, `null` says that a number is not known. */
const COUNT = ["null", "-0"];
const NEEDED_COUNT = ["-0"];

const OF_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  dimensions: ["[]"],
  asOf: ["1970"],
  scales: EMPTY,
  columns: EMPTY,
  confidence: ["5e-324"],
  interval: ["false"],
  ...{ countFullyRefunded: YES_NO, perAllCustomers: YES_NO, mergeSameDay: YES_NO },
  ...{ includeIncomplete: YES_NO, strict: YES_NO, decimalComma: YES_NO },
  neutralIsBad: ["false"],
  ...{ margin: TINY, annualDiscountRate: TINY, retention: TINY, discount: TINY },
  ...{ costToServe: MONEY, cac: MONEY, profit: MONEY, averageOrderValue: MONEY },
  periods: [...TINY, "1.5"],
  ordersPerPeriod: [...TINY, "1.5"],
  survival: ["[1]"],
  ...{ attribute: TEXTS, channel: TEXTS }, // a column that no row has: nobody has a value
};

const OF_COUNTS: Readonly<Record<string, readonly string[]>> = {
  ...{ question: ["null"], scale: ["null"], margin: [...TINY, "null"] },
  ...{ customersAtEnd: COUNT, newCustomers: COUNT, returnedCustomers: COUNT },
  ...{ lostCustomers: ["null"], lostStarters: ["null"], periodDays: ["null"] },
  ...{ voluntaryLostStarters: COUNT, involuntaryLostStarters: COUNT, customerDays: COUNT },
  ...{ retainedCustomers: NEEDED_COUNT, orders: COUNT, customers: COUNT, guestOrders: COUNT },
  ...{ zeroValueOrders: COUNT, fullyRefundedOrders: COUNT, refunds: COUNT },
  ...{ ordersSquared: ["null"], allCustomers: ["null"], repeatOrders: COUNT },
  ...{ repeatCustomers: NEEDED_COUNT, youngCustomers: COUNT, oneOrderCustomers: COUNT },
  ...{ promoters: NEEDED_COUNT, passives: NEEDED_COUNT, detractors: NEEDED_COUNT },
  ...{ unanswered: COUNT, satisfied: COUNT, gaps: NEEDED_COUNT, gapDays: NEEDED_COUNT },
  ...{ revenue: [...MONEY, "null"], costToServe: [...MONEY, "null"], cac: [...MONEY, "null"] },
  ...{ ordersCubed: [...MONEY, "null"], revenueSquared: [...MONEY, "null"] },
  ...{ revenueCubed: [...MONEY, "null"], countsByScore: ["null"] },
  ...{ customerSums: ["null"], exposureSums: ["null"], gapTable: ["null"], daysByGaps: ["null"] },
  openGaps: ["null", "[]"],
};

/** Whether a value of the junk list is a good one in this place. An absent option is no fault. */
export function isValid(option: string, junk: string, inCounts: boolean): boolean {
  if (junk === "undefined") return true;
  const valid = (inCounts ? OF_COUNTS[option] : undefined) ?? OF_OPTIONS[option];
  return valid?.includes(junk) ?? false;
}

/** Of two members that contradict each other, the other one may be named. */
export const PARTNERS: Readonly<Record<string, readonly string[]>> = {
  periods: ["conversion"],
  cohortBy: ["attribute"],
  return: ["brackets"],
  customersAtStart: ["retainedCustomers"],
  retainedCustomers: ["counts"],
  customers: ["repeatCustomers"],
  answered: ["satisfied"],
  countsByScore: ["scale"],
  gapTable: ["gaps"],
  daysByGaps: ["gapDays"],
};
