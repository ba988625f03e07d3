import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import type { FileFormat } from "../../src/io/read-result.ts";
import { readTransactions } from "../../src/io/read-transactions.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import { sharedJson } from "../support/shared.ts";

interface Tagged {
  readonly $: "text" | "bytes";
  readonly format?: FileFormat;
  readonly text?: string;
  readonly hex?: string;
}

interface Case {
  readonly id: string;
  readonly family: string;
  readonly edit: { readonly value: string | Tagged };
  readonly expect: {
    readonly outcome: readonly ("error" | "warning" | "accept" | "no-number")[];
    readonly codes: readonly string[];
    readonly where?: Readonly<Record<string, unknown>>;
    readonly facts?: { readonly orders: number };
  };
}

/** The family `export` of the corpus of bad inputs. */
const corpus = sharedJson("bad-inputs/corpus.json") as { readonly cases: readonly Case[] } | null;
const cases = corpus?.cases.filter(({ family }) => family === "export") ?? [];

/** Our codes for the neutral kinds of fault. */
const neutral = (code: string): string => code.toUpperCase().replaceAll("-", "_");

function inputOf(value: string | Tagged): { input: string | Uint8Array; format?: FileFormat } {
  if (typeof value === "string") return { input: value };
  const { $: tag, hex, text = "", format } = value;
  if (tag === "text") return { input: text, ...(format === undefined ? {} : { format }) };
  if (hex !== undefined) return { input: Uint8Array.from(Buffer.from(hex, "hex")) };
  return { input: Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")]) };
}

describe.skipIf(cases.length === 0)("files of the corpus of bad inputs", () => {
  test.each(cases.map((one) => [one.id, one] as const))("%s", (_, { edit, expect: wanted }) => {
    const { input, format } = inputOf(edit.value);
    const options = format === undefined ? {} : { format };

    let outcome: string;
    let orders = 0;
    let refusal: KpiError | null = null;
    try {
      const { rows } = readTransactions(input, { ...options, strict: true });
      orders = ordersLedger(rows).sales.size;
      outcome = orders === 0 ? "no-number" : "accept";
    } catch (error) {
      if (!(error instanceof KpiError)) throw error;
      refusal = error;
      outcome = "error";
    }

    expect(wanted.outcome).toContain(outcome);
    if (refusal !== null) {
      const codes = refusal.issues.map(({ code }) => neutral(code));
      expect(codes.filter((code) => wanted.codes.includes(code))).not.toEqual([]);
      if (wanted.where) {
        expect(refusal.issues).toContainEqual(expect.objectContaining(wanted.where));
      }
      for (const { message } of refusal.issues) expect(message.length).toBeLessThanOrEqual(500);
    } else if (wanted.facts) {
      expect(orders).toBe(wanted.facts.orders);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test.each(cases.map((one) => [one.id, one] as const))(
    "%s, tolerant",
    (_, { edit, expect: wanted }) => {
      const { input, format } = inputOf(edit.value);
      const codes: string[] = [];
      try {
        const { rejects } = readTransactions(input, format === undefined ? {} : { format });
        codes.push(...rejects.flatMap(({ issues }) => issues.map(({ code }) => neutral(code))));
      } catch (error) {
        if (!(error instanceof KpiError)) throw error;
        codes.push(...error.issues.map(({ code }) => neutral(code)));
      }
      if (wanted.outcome.length === 1 && wanted.outcome[0] === "error") {
        expect(codes.filter((code) => wanted.codes.includes(code))).not.toEqual([]);
      } else if (!wanted.outcome.includes("error")) {
        expect(codes).toEqual([]);
      }
    },
  );
});
