/** Sums up the runs of the suite, one a time zone; the last line is "N passed, N failed". */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What we read of the test runner's JSON report. */
interface SuiteReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
  readonly testResults: readonly TestFile[];
}

interface TestFile {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

const [folder = ".", ...zones] = process.argv.slice(2);

/** A test is counted once: it passed if it did in every zone, and failed if it did in any. */
const passed = new Set<string>();
const failed = new Set<string>();
for (const zone of zones) {
  const report = reportOf(zone);
  if (report === null) failed.add(`the suite in ${zone}`);
  else sum(zone, report);
}
for (const name of failed) passed.delete(name);
console.log(`${passed.size} passed, ${failed.size} failed`);
if (failed.size > 0 || passed.size === 0) process.exitCode = 1;

function reportOf(zone: string): SuiteReport | null {
  try {
    return JSON.parse(readFileSync(join(folder, `${zone.replaceAll("/", "-")}.json`), "utf8"));
  } catch {
    return null;
  }
}

function sum(zone: string, report: SuiteReport): void {
  const { numPassedTests, numFailedTests, numPendingTests } = report;
  const skipped = numPendingTests === 0 ? "" : `, ${numPendingTests} skipped`;
  console.log(`${zone}: ${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
  for (const file of report.testResults) {
    // A file that could not be loaded has no tests to fail.
    if (file.status === "failed" && file.assertionResults.length === 0) failed.add(file.name);
    for (const [index, { fullName, status }] of file.assertionResults.entries()) {
      const name = `${file.name} ${index} ${fullName}`;
      if (status === "passed") passed.add(name);
      if (status === "failed") failed.add(name);
    }
  }
}
