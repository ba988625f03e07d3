import { expect } from "vitest";

/** Matches the `KpiError` that refuses one option with one code. */
export function refusal(code: string, option: string): unknown {
  return expect.objectContaining({
    name: "KpiError",
    code: "invalid-argument",
    issues: [expect.objectContaining({ code, option })],
  });
}
