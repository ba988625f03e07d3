import { dirname, join } from "node:path/posix";
import ts from "typescript";
import { sources } from "./sources.ts";

/** A source file, parsed. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly lines: number;
  readonly tree: ts.SourceFile;
  /** Files of ours that it imports, by path from the repository root. */
  readonly imports: readonly string[];
  /** Packages and `node:` modules that it imports. */
  readonly packages: readonly string[];
}

export const sourceTree: readonly SourceFile[] = [...sources].map(([file, text]) => {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    file,
    text,
    lines: text.split("\n").length - 1,
    tree: ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true),
    imports: names.filter((name) => name.startsWith(".")).map((name) => join(dirname(file), name)),
    packages: names.filter((name) => !name.startsWith(".")),
  };
});

/** Every node below `from`, itself included; `enter` says whose inside is visited. */
export function* nodesOf(
  from: ts.Node,
  enter: (node: ts.Node) => boolean = () => true,
): Generator<ts.Node> {
  yield from;
  if (!enter(from)) return;
  const children: ts.Node[] = [];
  ts.forEachChild(from, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child, enter);
}

/** `"src/base/day.ts:12: Date.now()"`, for a list of findings. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${file.fileName}:${line + 1}: ${node.getText().split("\n")[0]}`;
}
