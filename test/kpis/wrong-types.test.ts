import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FILE = `${ROOT}wrong-types-of-a-caller.ts`;

/** A caller's mistake, and the last line of what the compiler says of it. */
const MISTAKES: readonly (readonly [call: string, told: RegExp])[] = [
  ["retentionRate(widened, { period: '2025-Q2' })", /'string' is not assignable to type '"sale"/],
  ["formulaClv(widened, { period: '2025-Q2' })", /'string' is not assignable to type '"sale"/],
  ["averageOrderValue(widened)", /'string' is not assignable to type '"sale"/],
  ["overPeriods(churnRate, widened, { every: 'month' })", /type '"sale"/],
  ["cohortRetention(widened, { every: 'month' })", /'string' is not assignable to type '"sale"/],
  ["historicalClv(widened)", /'string' is not assignable to type '"sale"/],
  ["churnRate(reasons, { period: '2025-Q2' })", /'string' is not assignable to type '"voluntary"/],
  ["retentionRate(unpaid, { period: '2025-Q2' })", /'amount' is missing .* in type 'Transaction'/],
  ["formulaClv(unpaid)", /'amount' is missing .* in type 'Transaction'/],
  ["retentionRate(undated, { period: '2025-Q2' })", /'null' is not assignable to type 'DateInput'/],
  ["ces([7], {})", /'version' is missing/],
];

const CALLER = `
import {
  averageOrderValue, ces, churnRate, cohortRetention, formulaClv, historicalClv, overPeriods, retentionRate,
} from "./src/index.ts";
const order = { customerId: "ann", date: "2025-01-09", amount: 30 };
const widened = [{ ...order, type: "sale" }];
const unpaid = [{ customerId: "ann", date: "2025-01-09" }];
const undated = [{ ...order, date: null as Date | null }];
const reasons = [{ customerId: "ann", start: "2025-01-01", mrr: 10, reason: "voluntary" }];
retentionRate([{ ...order, type: "sale" }], { period: "2025-Q2" });
`;

test("of a wrong row the compiler tells the member that is wrong, not another kind of row", () => {
  const source = CALLER + MISTAKES.map(([call]) => `${call};\n`).join("");
  const first = CALLER.split("\n").length - 1;
  const told = new Map(errorsOf(source).map(({ line, text }) => [line - first, text]));
  expect(told.size).toBe(MISTAKES.length);
  for (const [at, [, expected]] of MISTAKES.entries()) expect(told.get(at)).toMatch(expected);
}, 60_000);

/** What the compiler says of a file beside the sources: the innermost reason of each error. */
function errorsOf(source: string): readonly { readonly line: number; readonly text: string }[] {
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, allowImportingTsExtensions: true, skipLibCheck: true },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Preserve, types: [] },
    lib: ["lib.es2022.d.ts"],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => file === FILE || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === FILE
      ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022)
      : getSourceFile(file, ...rest);
  const program = ts.createProgram([FILE], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(FILE)).map((error) => ({
    line: error.file?.getLineAndCharacterOfPosition(error.start ?? 0).line ?? -1,
    text: ts.flattenDiagnosticMessageText(error.messageText, "\n").split("\n").at(-1) ?? "",
  }));
}
