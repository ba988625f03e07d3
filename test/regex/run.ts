/**
 * Puts every regular expression of src to `recheck`, which looks for a text that makes it slow.
 * Ends with 1 if one is not safe.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

interface Finding {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly complexity?: { readonly summary: string };
}

type Check = (source: string, flags: string, options: { readonly timeout: number }) => Finding;

/** The backend in JavaScript; the others are programs of 30 MB and more. */
process.env["RECHECK_SYNC_BACKEND"] = "pure";
const { checkSync } = createRequire(import.meta.url)("recheck") as { readonly checkSync: Check };

interface Literal {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

function literalsOf(file: string): readonly Literal[] {
  const text = readFileSync(file, "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${file}:${line + 1}`, source, flags });
    }
    if (ts.isNewExpression(node) && node.expression.getText() === "RegExp") {
      throw new Error(`${file}: write the expression as a literal, so that it can be checked.`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

let [checked, unsafe] = [0, 0];
for (const name of readdirSync("src", { recursive: true, encoding: "utf8" }).sort()) {
  if (!name.endsWith(".ts")) continue;
  for (const { place, source, flags } of literalsOf(`src/${name}`)) {
    const { status, complexity } = checkSync(source, flags, { timeout: 60_000 });
    checked += 1;
    if (status === "safe") continue;
    unsafe += 1;
    process.stdout.write(`${place}: /${source}/${flags} is ${status} (${complexity?.summary})\n`);
  }
}
process.stdout.write(`regular expressions: ${checked} checked, ${unsafe} not safe\n`);
process.exitCode = unsafe === 0 && checked > 0 ? 0 : 1;
