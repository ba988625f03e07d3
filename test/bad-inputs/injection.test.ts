import { afterAll, describe, expect, test } from "vitest";
import { KpiError } from "../../src/index.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { report as log } from "../support/report.ts";
import { JUNK } from "./junk.ts";
import { PUBLIC_FUNCTIONS, type PublicFunction } from "./public-functions.ts";
import { isValid, PARTNERS } from "./valid-junk.ts";

let injected = 0;

afterAll(() => log(`junk put into options and counts, one at a time: ${injected}`));

/** The typed error, or null; anything else thrown fails the test. */
function refusal(run: () => unknown): KpiError | null {
  try {
    run();
    return null;
  } catch (fault) {
    if (fault instanceof KpiError) return fault;
    throw fault;
  }
}

/** All of it at night; else every other kind, and the others for the next option. */
function junkFor(at: number): typeof JUNK {
  return NIGHTLY ? JUNK : JUNK.filter((_, kind) => (kind + at) % 2 === 0);
}

/** A function names its options when it is asked for one that it does not have. */
function optionsOf({ call, good }: PublicFunction): readonly string[] {
  const fault = refusal(() => call({ ...good, nosuchoptionanywhere: 1 } as never));
  const { 1: names = "" } = /The options here are ([^.]+)\./.exec(fault?.message ?? "") ?? [];
  return names.split(", ").filter((name) => name !== "");
}

describe.each(PUBLIC_FUNCTIONS.map((one) => [one.name, one] as const))("%s", (name, one) => {
  const { call, good } = one;
  const inCounts = name.endsWith("FromCounts") && !name.startsWith("options");
  const options = optionsOf(one);

  test("takes what is good, and refuses an option that it does not know by listing those it has", () => {
    expect(refusal(() => call(good as never))).toBeNull();
    // The options of one function are few; those of a question over orders are eight or more.
    expect(options.length).toBeGreaterThan(0);
  });

  test("refuses junk in any one option, naming it", () => {
    for (const [at, option] of options.entries()) {
      for (const [kind, junk] of junkFor(at)) {
        injected += 1;
        const fault = refusal(() => call({ ...good, [option]: junk } as never));
        const place = `${option}: ${kind}`;
        if (fault === null) {
          expect([place, isValid(option, kind, inCounts)]).toEqual([place, true]);
          continue;
        }
        expect(fault.message.length).toBeLessThanOrEqual(500);
        expect(fault.message).not.toContain("secret");
        const [issue] = fault.issues;
        const named = String(issue?.option ?? issue?.field);
        const names = [option, ...(PARTNERS[option] ?? [])];
        expect([place, names.includes(named.split(".")[0] ?? "")]).toEqual([place, true]);
        expect(issue?.received?.length ?? 0).toBeLessThanOrEqual(80);
      }
    }
  });

  test("refuses junk in place of its options, or takes it for none", () => {
    for (const [kind, junk] of JUNK) {
      injected += 1;
      const fault = refusal(() => call(junk as never));
      if (fault === null) expect(["undefined", "null", "{}", "no prototype"]).toContain(kind);
    }
  });

  test("answers a throw at any one read with a typed error, and good options as ever", () => {
    const answer = JSON.stringify(call(good as never));
    for (let fatal = 0; fatal < 60; fatal += 1) {
      const fault = refusal(() => call(throwingAt(good, fatal) as never));
      if (fault === null) break; // so many reads are never made
      expect(fault.issues.length).toBeGreaterThan(0);
      expect(fault.message).not.toContain("trap");
      expect(JSON.stringify(call(good as never))).toBe(answer);
    }
  });
});

/** Answers so many reads, of whatever kind, and throws from then on. */
function throwingAt(target: object, fatal: number): object {
  let reads = 0;
  const counting =
    (trap: "get" | "has" | "ownKeys" | "getPrototypeOf" | "getOwnPropertyDescriptor") =>
    (...call: readonly unknown[]) => {
      reads += 1;
      if (reads > fatal) throw new Error("trap");
      return Reflect.apply(Reflect[trap], undefined, call);
    };
  return new Proxy(target, {
    get: counting("get"),
    has: counting("has"),
    ownKeys: counting("ownKeys"),
    getPrototypeOf: counting("getPrototypeOf"),
    getOwnPropertyDescriptor: counting("getOwnPropertyDescriptor"),
  });
}
