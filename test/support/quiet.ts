import { afterAll, afterEach } from "vitest";

/**
 * The library logs nothing, and neither do its tests: whatever reaches the console fails the test
 * that was running. A line meant for the test log goes through `report`.
 */
const METHODS = ["log", "info", "warn", "error", "debug", "trace", "table"] as const;

const written: string[] = [];

for (const method of METHODS) {
  console[method] = (...parts: readonly unknown[]) => {
    written.push(`console.${method}: ${parts.map(String).join(" ").slice(0, 200)}`);
  };
}

afterEach(requireSilence);
afterAll(requireSilence); // what a file writes outside its tests

function requireSilence(): void {
  const lines = written.splice(0).join("\n");
  if (lines === "") return;
  throw new Error(`A test must not write to the console; use test/support/report.ts.\n${lines}`);
}
