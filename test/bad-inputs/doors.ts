import {
  answersLedger,
  averageOrderValue,
  ces,
  churnRate,
  cohortRetention,
  csat,
  formulaClv,
  historicalClv,
  nps,
  ordersLedger,
  overPeriods,
  purchaseFrequency,
  repeatCustomerRate,
  report,
  retentionRate,
  subscriptionsLedger,
  type Transaction,
  timeBetweenPurchases,
  timeToSecondOrder,
  translate,
} from "../../src/index.ts";
import { type ReadRows, readTransactions } from "../../src/io.ts";
import { predictiveClv } from "../../src/models.ts";

/** A public function as a case of the corpus calls it: what the rows are, and the options by our names. */
export interface Door {
  readonly name: string;
  // The types forbid most of the corpus; that is what it is for.
  readonly ask: (rows: never, options: Options) => unknown;
}

type Options = Readonly<Record<string, never>>;

const door = (name: string, ask: Door["ask"]): Door => ({ name, ask });

/** The options that say how rows are read. */
const reading = ({ currency, timeZone, asOf }: Options) =>
  some({ currency, timeZone, asOf }) as Options;

/** Options that are given. */
function some(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** Options with one more, unless they are no options at all. */
function withMember(options: Options, name: string, value: unknown): Options {
  if (typeof options !== "object" || Array.isArray(options)) return options;
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(options),
      [name]: { value, enumerable: true },
    },
  );
}

/** KPIs over orders that any question can be put to. */
const KPIS_OF_ORDERS: readonly Door[] = [
  door("averageOrderValue", averageOrderValue),
  // The corpus counts whoever ordered, also where all of the money went back.
  door("repeatCustomerRate", (rows, options) => {
    return repeatCustomerRate(rows, withMember(options, "countFullyRefunded", true));
  }),
  door("purchaseFrequency", purchaseFrequency),
  door("historicalClv", historicalClv),
  door("timeBetweenPurchases", timeBetweenPurchases),
  door("timeToSecondOrder", timeToSecondOrder),
];

const OF_ORDERS: readonly Door[] = [
  door("ordersLedger", (rows, options) => ordersLedger(rows, reading(options))),
  ...KPIS_OF_ORDERS,
  door("retentionRate", (rows, options) =>
    retentionRate(rows, { ...options, period: "last 29 days" }),
  ),
  door("cohortRetention", (rows, options) =>
    cohortRetention(rows, { ...options, every: "year" } as never),
  ),
  door("report", (rows, options) => report({ orders: rows }, options)),
];

const february = (options: Options) => ({ period: "2024-02", ...options });

const OF_SUBSCRIPTIONS: readonly Door[] = [
  door("subscriptionsLedger", (rows, options) => subscriptionsLedger(rows, reading(options))),
  door("retentionRate", (rows, options) => retentionRate(rows, february(options))),
  door("churnRate", (rows, options) => churnRate(rows, february(options))),
  door("report", (rows, options) => report({ subscriptions: rows }, february(options))),
];

/** The currency is no matter of answers. */
const ofAnswers = ({ currency: _, ...options }: Options) => options as Options;

const bySurvey: Readonly<Record<string, Door["ask"]>> = {
  nps: (rows, options) => nps(rows, options),
  csat: (rows, options) => csat(rows, options),
  ces: (rows, { scale: _, ...options }) => ces(rows, { ...options, version: "2.0" }),
};

const doorsOfAnswers = (survey: string): readonly Door[] => [
  door("answersLedger", (rows, options) => {
    const { timeZone, asOf, scale } = options;
    return answersLedger(rows, some({ timeZone, asOf, scale, survey }));
  }),
  door(survey, (rows, options) => bySurvey[survey]?.(rows, ofAnswers(options))),
];

/** A prediction sees what was bought before the day that it is made on. */
function predictiveClvDoor(rows: never, { period: _, asOf: __, ...options }: Options): unknown {
  return predictiveClv(rows, { ...options, observedUntil: "2024-03-01" });
}

/** Options that only some questions have; every question over orders has the others. */
const DOORS_OF_OPTION: Readonly<Record<string, readonly Door[]>> = {
  every: [
    door("cohortRetention", (rows, options) => cohortRetention(rows, options as never)),
    door("overPeriods", (rows, options) => overPeriods(averageOrderValue, rows, options as never)),
  ],
  inactiveAfterDays: [
    door("retentionRate", (rows, options) => retentionRate(rows, options as never)),
    door("churnRate", (rows, options) => churnRate(rows, options as never)),
  ],
  annualDiscountRate: [
    door("predictiveClv", predictiveClvDoor),
    door("formulaClv", (rows, options) => formulaClv(rows, options)),
    door("report", (rows, options) => report({ orders: rows }, options)),
  ],
  margin: [
    door("formulaClv", (rows, options) => formulaClv(rows, options)),
    door("report", (rows, options) => report({ orders: rows }, options)),
  ],
  periods: [
    door("predictiveClv", predictiveClvDoor),
    door("formulaClv", (rows, { asOf: _, ...options }) =>
      formulaClv(rows, { ...options, annualDiscountRate: 0.1, formula: "finite" }),
    ),
  ],
  locale: [
    door("translate", (rows, { locale, ...options }) =>
      translate(report({ orders: rows }, options), { locale } as never),
    ),
  ],
  scale: [
    door("answersLedger", (rows, options) => answersLedger(rows, options)),
    door("csat", (rows, options) => csat(rows, ofAnswers(options))),
  ],
};

/** The door of a case that names a metric. */
export function doorsOfMetric(metric: string): readonly Door[] {
  if (metric !== "predictiveClv") throw new Error(`The corpus has an unknown metric: ${metric}`);
  return [door(metric, predictiveClvDoor)];
}

/** The functions that a case is put to. */
export function doorsOf(kind: string, rows: unknown, options: unknown): readonly Door[] {
  if (kind === "subscriptions") return OF_SUBSCRIPTIONS;
  if (kind === "answers") return doorsOfAnswers(surveyOf(rows));
  if (kind === "transactions") return isLong(rows) ? KPIS_OF_ORDERS.slice(0, 1) : OF_ORDERS;
  const special = Object.keys(DOORS_OF_OPTION).find(
    (name) => typeof options === "object" && options !== null && Object.hasOwn(options, name),
  );
  return special === undefined
    ? [...KPIS_OF_ORDERS, door("report", (orders, asked) => report({ orders }, asked))]
    : (DOORS_OF_OPTION[special] ?? []);
}

/** The door of a file: the reader that the command uses, and then a KPI. */
export const fileDoor: Door = door("readTransactions", (input, options) => {
  const read = readTransactions(input, {
    ...options,
    strict: true,
  } as never) as ReadRows<Transaction>;
  return averageOrderValue(read.rows);
});

/** Every KPI reads rows through the same ledger, so of many rows one is asked. */
function isLong(rows: unknown): boolean {
  return Array.isArray(rows) && rows.length > 50_000;
}

/** The survey that a caller asks for is that of the first row. */
function surveyOf(rows: unknown): string {
  return (rows as readonly { readonly survey: string }[])[0]?.survey ?? "nps";
}
