import ts from "typescript";

/** One `@example` of a docstring, made runnable. */
export interface SourceExample {
  /** `"src/kpis/nps.ts:41"`: the file and the line of the tag. */
  readonly place: string;
  /** What the docstring is about, when it is an exported thing. */
  readonly documents: string | null;
  /** JavaScript; each line `expression; // => value` has become `check(expression, value);`. */
  readonly script: string;
  /** How many checks the script makes. */
  readonly checks: number;
}

/** The examples in the docstrings of one source file. */
export function examplesOf(file: string, source: string): readonly SourceExample[] {
  return [...source.matchAll(/\/\*\*.*?\*\//gs)].flatMap((comment) => {
    const after = source.slice(comment.index + comment[0].length);
    const documents = /^\s*(?:\/\*.*?\*\/\s*)?export (?:async )?[a-z]+ (\w+)/.exec(after)?.[1];
    return [...comment[0].matchAll(EXAMPLE)].map((match) => {
      const line = source.slice(0, comment.index + match.index).split("\n").length;
      const code = (match[1] ?? "").replace(/^ *\* ?/gm, "").replace(/^```.*$/gm, "");
      return { place: `${file}:${line}`, documents: documents ?? null, ...withChecks(code) };
    });
  });
}

/** The code blocks of a page in Markdown that promise values. */
export function examplesOfPage(file: string, page: string): readonly SourceExample[] {
  return [...page.matchAll(/^```ts\n(.*?)^```/gms)].map((block) => {
    const line = page.slice(0, block.index).split("\n").length;
    return { place: `${file}:${line}`, documents: null, ...withChecks(block[1] ?? "") };
  });
}

/** From the tag to the next tag or to the end of the comment. */
const EXAMPLE = /(?<=^ *\* )@example.*\n((?: *\* (?!@).*\n| *\*\n)+)/gm;

/** Runs a script with these names in scope; `check` is given what came and what was promised. */
export async function runExample(
  { script }: SourceExample,
  scope: Readonly<Record<string, unknown>>,
  check: (actual: unknown, wanted: unknown) => void,
): Promise<void> {
  const names = Object.keys(scope);
  // The block keeps the example's own names apart from those in scope.
  const body = `return (async () => { ${script} })();`;
  await new Function("check", ...names, body)(check, ...names.map((name) => scope[name]));
}

function withChecks(code: string): Pick<SourceExample, "script" | "checks"> {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022);
  let checks = 0;
  const lines = file.statements.map((statement) => {
    const text = statement.getText(file);
    if (ts.isImportDeclaration(statement)) return ""; // what it imports is in scope already
    const wanted = promised(code, statement.end);
    if (wanted === null) return text;
    checks += 1;
    if (ts.isExpressionStatement(statement)) {
      return `check(${statement.expression.getText(file)}, ${wanted});`;
    }
    const name =
      ts.isVariableStatement(statement) && statement.declarationList.declarations[0]?.name;
    if (!name) throw new Error(`an example promises a value for a statement: ${text}`);
    return `${text} check(${name.getText(file)}, ${wanted});`;
  });
  const { outputText } = ts.transpileModule(lines.join("\n"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return { script: outputText, checks };
}

/** The value promised in the comment `// => value` that ends a statement's line. */
function promised(code: string, end: number): string | null {
  return /^ *\/\/ => (.+)/.exec(code.slice(end))?.[1] ?? null;
}
