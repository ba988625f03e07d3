import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type ChannelAttribution,
  type ChannelRetention,
  channelRetention,
  ordersLedger,
  retentionRate,
  type Transaction,
  toHtml,
  toJson,
  toText,
} from "../../src/index.ts";
import { refusal } from "../support/refusal.ts";

type Row = Transaction & { readonly channel?: string | null };

const ATTRIBUTIONS: readonly ChannelAttribution[] = ["first", "last", "any", "all"];
const QUARTER = { channel: "channel", period: "2025-Q2", asOf: "2025-07-01" };

/** Orders of 10 each, written `"ann 2025-01-09 web"`, or without a channel. */
function ordersBy(...lines: readonly string[]): readonly Row[] {
  return lines.map((line, at) => {
    const [customerId = "", date = "", channel] = line.split(" ");
    return { orderId: `o${at}`, customerId, date, amount: 10, ...(channel ? { channel } : {}) };
  });
}

/** Name, customers at the start and customers kept of each group. */
function groupsOf(table: ChannelRetention): readonly (readonly [string, number, number | null])[] {
  return table.groups.map(({ name, result: { counts } }) => [
    ...([name, counts.customersAtStart, counts.retainedCustomers] as const),
  ]);
}

const orders = ordersBy(
  ...["ann 2024-11-01 shop", "ann 2025-01-09 web", "ann 2025-04-02 web"],
  ...["bob 2025-01-10 web", "bob 2025-02-10 shop", "bob 2025-05-02 app"],
  ...["cem 2025-02-11 shop", "dee 2025-03-01 web", "dee 2025-03-01 shop", "dee 2025-06-01"],
  ...["eve 2025-03-05", "fay 2025-04-05 web"],
);

describe("channelRetention by hand", () => {
  test.each<readonly [ChannelAttribution, ReturnType<typeof groupsOf>]>([
    [
      "first",
      [
        ["shop", 2, 1],
        ["web", 1, 1],
        ["(none)", 1, 0],
        ["several channels", 1, 1],
      ],
    ],
    [
      "last",
      [
        ["shop", 2, 1],
        ["web", 1, 1],
        ["(none)", 1, 0],
        ["several channels", 1, 1],
      ],
    ],
    [
      "any",
      [
        ["shop", 3, 2],
        ["web", 3, 3],
        ["(none)", 1, 0],
      ],
    ],
    [
      "all",
      [
        ["shop", 1, 0],
        ["web", 1, 1],
        ["(none)", 1, 0],
        ["several channels", 2, 2],
      ],
    ],
  ])("by %s", (attribution, wanted) => {
    expect(groupsOf(channelRetention(orders, { ...QUARTER, attribution }))).toEqual(wanted);
  });

  const table = channelRetention(orders, QUARTER);

  test("takes the first order ever unless told otherwise", () => {
    expect(table).toEqual(channelRetention(orders, { ...QUARTER, attribution: "first" }));
  });

  test("sets customers of several channels against those of one", () => {
    const { single, multi, difference } = table;
    expect([single.exact, multi.exact]).toEqual([`0.${"3".repeat(40)}`, "1"]);
    expect(difference?.exact).toBe(`0.${"6".repeat(39)}7`);
    expect(table.sentence).toContain("a difference of +66.7 points (95% interval −13.5 to +93.9");
  });

  test("tells each group's customers apart in its own sentence", () => {
    expect(table.groups[0]?.result.explanation.sentence).toMatch(
      /^Of the 2 customers who bought in 2025-Q1 and whose first order was through “shop”, 1 bought again in 2025-Q2/,
    );
    const { sentence } = table.multi.explanation;
    expect(sentence).toMatch(/^Of the 2 customers who bought through several channels in 2025-Q1/);
  });

  test("the difference has Newcombe's interval and the pooled test", () => {
    // Newcombe's own example: 56 of 70 against 48 of 80.
    const rows = [...Array(150).keys()].flatMap((at) => {
      const [isMulti, who] = [at < 70, `c${at}`];
      const isKept = isMulti ? at < 56 : at - 70 < 48;
      return [
        `${who} 2025-01-01 web`,
        ...(isMulti ? [`${who} 2025-01-02 shop`] : []),
        ...(isKept ? [`${who} 2025-04-01 web`] : []),
      ];
    });
    const { difference, warnings } = channelRetention(ordersBy(...rows), QUARTER);
    expect(difference?.exact).toBe("0.2");
    expect(difference?.interval?.lower).toBeCloseTo(0.0524, 4);
    expect(difference?.interval?.upper).toBeCloseTo(0.3339, 4);
    expect(difference?.pValue).toBeCloseTo(0.00805, 5); // z = 0.2 ÷ 0.0755 = 2.65
    expect(warnings.map(({ code }) => code)).toEqual(["self-selected"]);
  });

  test("two orders of one day through different channels have no first, unless a time tells", () => {
    const rows = ordersBy("ann 2025-01-01 web", "ann 2025-01-01 shop");
    expect(groupsOf(channelRetention(rows, QUARTER))).toEqual([["several channels", 1, 0]]);
    const timed = ordersBy("ann 2025-01-01T10:00:00Z web", "ann 2025-01-01T09:00:00Z shop");
    expect(groupsOf(channelRetention(timed, QUARTER))).toEqual([["shop", 1, 0]]);
    const last = channelRetention(timed, { ...QUARTER, attribution: "last" });
    expect(groupsOf(last)).toEqual([["web", 1, 0]]);
  });

  test("an order of which only the day is known stands at the start of its day", () => {
    const rows = ordersBy("ann 2025-01-01T09:00:00Z web", "ann 2025-01-01 shop");
    expect(groupsOf(channelRetention(rows, QUARTER))).toEqual([["shop", 1, 0]]);
    expect(groupsOf(channelRetention(rows, { ...QUARTER, attribution: "last" }))).toEqual([
      ["web", 1, 0],
    ]);
  });

  test("a channel may be called (none), or __proto__", () => {
    const rows = ordersBy("ann 2025-01-01 (none)", "bob 2025-01-01", "cem 2025-01-01 __proto__");
    expect(channelRetention(rows, QUARTER).groups.map(({ kind, name }) => [kind, name])).toEqual([
      ["channel", "(none)"],
      ["channel", "__proto__"],
      ["none", "(none)"],
    ]);
  });

  test("orders before the baseline give the first channel, those after `asOf` nothing", () => {
    const rows = ordersBy("ann 2020-05-05 fair", "ann 2025-02-01 web", "ann 2025-04-02 web");
    expect(groupsOf(channelRetention(rows, { ...QUARTER, asOf: "2025-04-01" }))).toEqual([
      ["fair", 1, 0],
    ]);
  });

  test("another baseline may be asked", () => {
    const table2 = channelRetention(orders, { ...QUARTER, baseline: "2024" });
    expect(groupsOf(table2)).toEqual([["shop", 1, 1]]);
    expect(table2.sentence).toBe(
      "No customer bought through several channels in 2024, so there is nothing to compare.",
    );
    expect(table2.difference).toBeNull();
  });
});

describe("what channelRetention warns of", () => {
  const codes = (table: ChannelRetention) => table.warnings.map(({ code }) => code);

  test("groups that overlap, and by how much", () => {
    const any = channelRetention(orders, { ...QUARTER, attribution: "any" });
    expect(codes(any)).toEqual(["groups-overlap", "self-selected", "small-groups"]);
    expect(any.warnings[0]).toMatchObject({ customers: 5, counted: 7 });
    expect(any.warnings[0]?.message).toBe(
      "The channels overlap: 5 customers stand in them 7 times.",
    );
  });

  test("customers who choose their channels themselves, where there are such", () => {
    const { warnings } = channelRetention(ordersBy("ann 2025-01-01 web"), QUARTER);
    expect(warnings.map(({ code }) => code)).toEqual(["small-groups"]);
  });

  test("a column that no order has", () => {
    const table = channelRetention(orders, { ...QUARTER, channel: "chanel" });
    expect(codes(table)).toContain("channel-missing");
    expect(groupsOf(table)).toEqual([["(none)", 5, 3]]);
  });
});

describe("what channelRetention refuses and what it cannot answer", () => {
  test("a question without a period or a channel", () => {
    expect(() => channelRetention(orders, { channel: "channel" } as never)).toThrow(
      refusal("option-missing", "period"),
    );
    expect(() => channelRetention(orders, { period: "2025-Q2" } as never)).toThrow(
      refusal("option-missing", "channel"),
    );
  });

  test("a ledger that was built without the column", () => {
    expect(() => channelRetention(ordersLedger(orders), QUARTER)).toThrow(
      refusal("option-out-of-range", "channel"),
    );
  });

  test("a member of every order, and another kind of attribution", () => {
    expect(() => channelRetention(orders, { ...QUARTER, channel: "currency" })).toThrow(
      refusal("option-out-of-range", "channel"),
    );
    const question = { ...QUARTER, attribution: "linear" } as never;
    expect(() => channelRetention(orders, question)).toThrow(
      refusal("option-out-of-range", "attribution"),
    );
  });

  test("no rows are no customers, not an error", () => {
    const table = channelRetention([], QUARTER);
    expect(table.groups).toEqual([]);
    expect(table.all.reason).toBe("no-customers-at-start");
    expect(table.sentence).toBe("There were no customers who bought in 2025-Q1.");
  });

  test("no interval where none is wanted", () => {
    const { difference, all } = channelRetention(orders, { ...QUARTER, interval: false });
    expect([difference?.interval, all.interval]).toEqual([null, null]);
    expect(difference?.pValue).toBeGreaterThan(0);
  });
});

const anyOrders: fc.Arbitrary<readonly Row[]> = fc.array(
  fc
    .record({
      who: fc.integer({ min: 0, max: 12 }),
      day: fc.integer({ min: 0, max: 240 }),
      hour: fc.option(fc.integer({ min: 0, max: 2 })),
      channel: fc.constantFrom("web", "shop", "app", "phone", null),
    })
    .map(({ who, day, hour, channel }) => {
      const date = new Date(Date.UTC(2024, 10, 1) + day * 86_400_000).toISOString().slice(0, 10);
      const time = hour === null ? "" : `T0${hour}:00:00Z`;
      return { customerId: `c${who}`, date: date + time, amount: 10, channel };
    }),
  { maxLength: 60 },
);

describe("laws of channelRetention", () => {
  const ask = (rows: readonly Row[], attribution: ChannelAttribution) =>
    channelRetention(rows, { ...QUARTER, attribution });
  const sum = (table: ChannelRetention, member: "customersAtStart" | "retainedCustomers") =>
    table.groups.reduce((total, { result }) => total + (result.counts[member] ?? 0), 0);

  test("all is `retentionRate`, and one channel and several make up all", () => {
    fc.assert(
      fc.property(anyOrders, fc.constantFrom(...ATTRIBUTIONS), (rows, attribution) => {
        const { all, single, multi } = ask(rows, attribution);
        const { channel: _, ...question } = QUARTER;
        expect(all.counts).toEqual(retentionRate(rows, question).counts);
        for (const member of ["customersAtStart", "retainedCustomers", "lostCustomers"] as const) {
          expect((single.counts[member] ?? 0) + (multi.counts[member] ?? 0)).toBe(
            all.counts[member],
          );
        }
      }),
    );
  });

  test("by first, last and all every customer stands once; by any at least once", () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        for (const attribution of ATTRIBUTIONS) {
          const table = ask(rows, attribution);
          const { customersAtStart, retainedCustomers } = table.all.counts;
          const sums = [sum(table, "customersAtStart"), sum(table, "retainedCustomers")];
          if (attribution !== "any") expect(sums).toEqual([customersAtStart, retainedCustomers]);
          expect(sums[0]).toBeGreaterThanOrEqual(customersAtStart);
          expect(sums[1]).toBeGreaterThanOrEqual(retainedCustomers ?? 0);
        }
      }),
    );
  });

  test("no channel has more customers by last or by all than by any", () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        const any = new Map(groupsOf(ask(rows, "any")).map(([name, start]) => [name, start]));
        for (const attribution of ["last", "all"] as const) {
          for (const { kind, name, result } of ask(rows, attribution).groups) {
            if (kind === "several") continue;
            expect(any.get(name) ?? 0).toBeGreaterThanOrEqual(result.counts.customersAtStart);
          }
        }
      }),
    );
  });

  test("those of several channels are the several of `all`", () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        const { groups, multi } = ask(rows, "all");
        const several = groups.find(({ kind }) => kind === "several")?.result;
        expect(several?.counts ?? multi.counts).toEqual(multi.counts);
        expect(several?.counts.customersAtStart ?? 0).toBe(multi.counts.customersAtStart);
      }),
    );
  });

  test("neither the order of the rows nor the names of the customers matter", () => {
    const shuffled = anyOrders.chain((rows) =>
      fc
        .shuffledSubarray([...rows], { minLength: rows.length })
        .map(
          (mixed) =>
            [rows, mixed.map((row) => ({ ...row, customerId: `x${row.customerId}` }))] as const,
        ),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...ATTRIBUTIONS), ([rows, mixed], attribution) => {
        const [table, other] = [ask(rows, attribution), ask(mixed, attribution)];
        expect(groupsOf(other)).toEqual(groupsOf(table));
        expect(other.difference).toEqual(table.difference);
        expect(other.sentence).toBe(table.sentence);
      }),
    );
  });

  test("rows and a ledger of them give the same", () => {
    fc.assert(
      fc.property(anyOrders, fc.constantFrom(...ATTRIBUTIONS), (rows, attribution) => {
        const ledger = ordersLedger(rows, { dimensions: ["channel"] });
        expect(channelRetention(ledger, { ...QUARTER, attribution })).toEqual(
          ask(rows, attribution),
        );
      }),
    );
  });
});

describe("the table of channelRetention", () => {
  const hostile = channelRetention(ordersBy("ann 2025-01-01 <b>|x|</b>"), QUARTER);

  test("is plain frozen data", () => {
    expect(Object.isFrozen(hostile.groups)).toBe(true);
    expect(structuredClone(hostile)).toEqual(hostile);
    expect(JSON.parse(JSON.stringify(hostile))).toEqual(hostile);
    expect(() => toJson(hostile.all)).not.toThrow();
    expectTypeOf(channelRetention).returns.toEqualTypeOf<ChannelRetention>();
  });

  test("shows itself, and escapes the names of channels", () => {
    expect(toText(hostile)).toMatch(/^Retention by channel\n/);
    expect(toHtml(hostile)).not.toContain("<b>");
  });
});
