import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { emptyCounts } from "../../src/counts/empty-counts.ts";
import { mergeCounts } from "../../src/counts/merge-counts.ts";
import {
  customerSumsSum,
  decimalSum,
  gapTableSum,
  listSum,
  type MemberRule,
  wholeSum,
} from "../../src/counts/merge-members.ts";
import { type CountsKind, MERGE_RULES } from "../../src/counts/mergeable-counts.ts";
import type { NpsCounts } from "../../src/counts/nps-counts.ts";
import type { OrderValueCounts } from "../../src/counts/order-value-counts.ts";
import type { PurchaseGapCounts } from "../../src/counts/purchase-gap-counts.ts";
import type { RepeatCustomerCounts } from "../../src/counts/repeat-customer-counts.ts";

const byCustomer = { partitionedBy: "customer" } as const;

const answers: NpsCounts = {
  ...{ kind: "nps", question: null, promoters: 4, passives: 2, detractors: 1, unanswered: 3 },
};

const buyers: RepeatCustomerCounts = {
  ...{ kind: "repeat-customers", question: null, customers: 10, repeatCustomers: 4 },
  youngCustomers: 0,
};

const orders: OrderValueCounts = {
  ...{ kind: "order-value", question: null, currency: "EUR" },
  ...{ orders: 3, revenue: "0.1", customers: 2, customerSums: null },
  ...{ zeroValueOrders: 0, fullyRefundedOrders: 0, guestOrders: 0, refunds: 0 },
};

const gaps: PurchaseGapCounts = emptyCounts("purchase-gaps", null);

/** What a call was refused with: the code, and the member at fault. */
function refusal(call: () => unknown): readonly [code: string, option: string | undefined] {
  try {
    call();
  } catch (fault) {
    if (fault instanceof KpiError) return [fault.code, fault.issues[0]?.option];
    throw fault;
  }
  throw new Error("nothing was refused");
}

describe("mergeCounts by hand", () => {
  test("numbers of answers add up", () => {
    expect(mergeCounts([answers, { ...answers, promoters: 5 }])).toEqual({
      ...answers,
      ...{ promoters: 9, passives: 4, detractors: 2, unanswered: 6 },
    });
  });

  test("one part is the whole", () => {
    expect(mergeCounts([answers])).toEqual(answers);
  });

  test("money adds exactly, where doubles would not", () => {
    const parts = [orders, { ...orders, revenue: "0.2" }];
    expect(mergeCounts(parts, byCustomer).revenue).toBe("0.3");
  });

  test("gaps add up by their length", () => {
    const one: PurchaseGapCounts = {
      ...gaps,
      gaps: 2,
      gapDays: 8,
      gapTable: [
        [3, 1],
        [5, 1],
      ],
    };
    const two: PurchaseGapCounts = {
      ...gaps,
      gaps: 3,
      gapDays: 17,
      gapTable: [
        [5, 2],
        [7, 1],
      ],
    };
    expect(mergeCounts([one, two], byCustomer)).toMatchObject({
      ...{
        gaps: 5,
        gapDays: 25,
        gapTable: [
          [3, 1],
          [5, 3],
          [7, 1],
        ],
      },
    });
  });

  test("what one part does not know, the whole does not know", () => {
    const merged = mergeCounts([orders, { ...orders, customers: null }], byCustomer);
    expect([merged.orders, merged.customers]).toEqual([6, null]);
  });

  test("the currency of an empty part gives way", () => {
    const none = emptyCounts("order-value", null);
    expect(none.currency).toBeNull();
    expect(mergeCounts([none, orders], byCustomer)).toEqual({ ...orders, customerSums: null });
  });

  test("a part with orders and without a currency is refused beside one with a currency", () => {
    const unknown = { ...orders, currency: null };
    const call = () => mergeCounts([orders, unknown], byCustomer);
    expect(refusal(call)).toEqual(["incompatible-counts", "currency"]);
  });

  test("the parts are left as they were", () => {
    const part = Object.freeze({ ...answers });
    mergeCounts([part, part]);
    expect(part).toEqual(answers);
  });
});

describe("mergeCounts refuses", () => {
  const asked = (start: string): NpsCounts => ({
    ...answers,
    question: {
      ...{ source: "answers", timeZone: "UTC" },
      period: { start, end: "2025-04-01" } as NonNullable<NpsCounts["question"]>["period"],
    },
  });

  test.each<readonly [string, () => unknown, readonly [string, string]]>([
    [
      "answers to different questions, naming the place",
      () => mergeCounts([asked("2025-01-01"), asked("2025-02-01")]),
      ["incompatible-counts", "question.period.start"],
    ],
    [
      "a question beside none",
      () => mergeCounts([asked("2025-01-01"), answers]),
      ["incompatible-counts", "question"],
    ],
    [
      "counts of different kinds",
      () => mergeCounts([answers, buyers], byCustomer),
      ["incompatible-counts", "kind"],
    ],
    [
      "lists of different length",
      () => {
        const none = emptyCounts("csat", null);
        return mergeCounts([
          { ...none, countsByScore: [0, 0] },
          { ...none, countsByScore: [0, 0, 0] },
        ]);
      },
      ["incompatible-counts", "countsByScore"],
    ],
    ["no part at all", () => mergeCounts([]), ["invalid-argument", "parts"]],
    ["what is no list", () => mergeCounts(null as never), ["invalid-argument", "parts"]],
    ["what are no counts", () => mergeCounts([7 as never]), ["invalid-argument", "kind"]],
    [
      "a kind it does not know",
      () => mergeCounts([{ ...answers, kind: "constructor" as never }]),
      ["invalid-argument", "kind"],
    ],
    [
      "a negative number",
      () => mergeCounts([{ ...answers, promoters: -1 }]),
      ["invalid-argument", "promoters"],
    ],
    [
      "a missing member",
      () => mergeCounts([{ kind: "nps", question: null } as never]),
      ["invalid-argument", "promoters"],
    ],
    [
      "a member it does not know",
      () => mergeCounts([{ ...answers, promotors: 3 } as NpsCounts]),
      ["invalid-argument", "promotors"],
    ],
    [
      "distinct customers without the word",
      () =>
        // @ts-expect-error TS2345: counts of distinct customers need the second argument
        mergeCounts([buyers]),
      ["invalid-argument", "partitionedBy"],
    ],
    [
      "another word",
      () =>
        // @ts-expect-error TS2322: "order" is not "customer"
        mergeCounts([buyers], { partitionedBy: "order" }),
      ["invalid-argument", "partitionedBy"],
    ],
    [
      "a sum too large to be exact",
      () => mergeCounts([answers, { ...answers, promoters: Number.MAX_SAFE_INTEGER }]),
      ["invalid-argument", "promoters"],
    ],
  ])("%s", (_, call, expected) => {
    expect(refusal(call)).toEqual(expected);
  });
});

describe("emptyCounts", () => {
  test("has a list of zeros where the scale is known", () => {
    expect(emptyCounts("ces", null, { version: "1.0" }).countsByScore).toEqual([0, 0, 0, 0, 0]);
  });

  test("needs the version of CES, which answers do not tell", () => {
    expect(refusal(() => emptyCounts("ces", null))).toEqual(["invalid-argument", "version"]);
  });

  test("takes the scale from the question", () => {
    const scale = { min: 0, max: 2 };
    const question = { source: "answers", period: null, timeZone: "UTC", scale } as const;
    expect(emptyCounts("csat", question)).toMatchObject({ scale, countsByScore: [0, 0, 0] });
  });
});

const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(6))
  .map(([units, scale]) => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
    const [whole, fraction] = [digits.slice(0, digits.length - scale), digits.slice(-scale || 99)];
    return `${units < 0n ? "-" : ""}${whole}${scale > 0 ? `.${fraction}` : ""}`;
  });

/** Any value of a member that adds up; what has to be the same is the same. */
function anyMember(rule: MemberRule<never>): fc.Arbitrary<unknown> | null {
  const rules: readonly (readonly [unknown, fc.Arbitrary<unknown>])[] = [
    [wholeSum, fc.nat(1e9)],
    [decimalSum, decimalText],
    [listSum, fc.array(fc.nat(99), { minLength: 5, maxLength: 5 })],
    [gapTableSum, fc.array(fc.tuple(fc.nat(20), fc.nat(9)), { maxLength: 6 })],
    [
      customerSumsSum,
      fc.record({
        ...{ xx: decimalText, xy: decimalText, yy: decimalText, xxx: decimalText },
        ...{ xxy: decimalText, xyy: decimalText, yyy: decimalText },
      }),
    ],
  ];
  return rules.find(([known]) => known === rule)?.[1] ?? null;
}

/** A first quarter, as long as `days` says. */
const question = {
  ...{ source: "orders", period: { start: "2025-01-01", end: "2025-04-01" }, timeZone: "UTC" },
  countFullyRefunded: true,
};

const FIXED: Readonly<Record<string, unknown>> = {
  ...{ question, from: "orders", currency: "EUR", margin: 0.3, annualDiscountRate: 0.1 },
  ...{
    periods: 12,
    cac: "50",
    days: 90,
    periodDays: 90,
    scale: { min: 1, max: 5 },
    version: "1.0",
  },
};

/** Counts of a kind with any numbers, known and not known; some are of an empty part. */
function anyCounts(kind: CountsKind): fc.Arbitrary<never> {
  const none = fc.constant(emptyOf(kind, {}) as never);
  return fc.oneof({ weight: 5, arbitrary: anyNumbers(kind) }, { weight: 1, arbitrary: none });
}

/** Counts of nothing, with the options that a kind cannot do without. */
function emptyOf(kind: CountsKind, options: object): unknown {
  const needed = { version: "1.0", annualDiscountRate: 0.1, ...options } as const;
  return emptyCounts(kind, question as never, needed);
}

function anyNumbers(kind: CountsKind): fc.Arbitrary<never> {
  const members = Object.entries(MERGE_RULES[kind].members).map(([name, rule]) => {
    const any = anyMember(rule as MemberRule<never>);
    const value = any === null ? fc.constant(name === "kind" ? kind : (FIXED[name] ?? null)) : any;
    return [name, any === null ? value : fc.option(value, { freq: 6 })] as const;
  });
  return fc.record(Object.fromEntries(members)) as fc.Arbitrary<never>;
}

const KINDS = (Object.keys(MERGE_RULES) as CountsKind[]).filter(
  (kind) => kind !== "cohort-retention", // its rows are made from orders: see shards.test.ts
);

const merge = (...parts: readonly never[]): unknown => mergeCounts(parts, byCustomer);
const bytes = (value: unknown): string => JSON.stringify(value);

describe.each(KINDS)("the laws of merging counts of %s", (kind) => {
  const runs = { numRuns: 1000 };
  const none = emptyOf(kind, {});

  test("the order of two parts does not matter", () => {
    const property = fc.property(anyCounts(kind), anyCounts(kind), (a, b) => {
      expect(bytes(merge(a, b))).toBe(bytes(merge(b, a)));
    });
    fc.assert(property, runs);
  });

  test("neither does how three are put together", () => {
    const property = fc.property(anyCounts(kind), anyCounts(kind), anyCounts(kind), (a, b, c) => {
      const left = merge(merge(a, b) as never, c);
      expect(bytes(left)).toBe(bytes(merge(a, merge(b, c) as never)));
      expect(bytes(left)).toBe(bytes(merge(c, a, b)));
    });
    fc.assert(property, runs);
  });

  test("nothing counts to the empty counts", () => {
    const property = fc.property(anyCounts(kind), (a) => {
      expect(bytes(merge(a, none as never))).toBe(bytes(merge(a)));
      expect(bytes(merge(none as never, a))).toBe(bytes(merge(a)));
    });
    fc.assert(property, runs);
  });
});
