import ts from "typescript";
import { describe, expect, test } from "vitest";
import { nodesOf, placeOf, type SourceFile, sourceTree } from "./support/source-tree.ts";

/** The house, ground floor first. A file imports its own floor or a lower one. */
const FLOORS = [
  ...["base", "stats", "result", "ledger", "counts", "models", "kpis", "present"],
  ...["io", "sql", "check", "charts", "cli"],
];

/** Who may import which package. */
const PACKAGES: readonly (readonly [name: RegExp, allowed: RegExp])[] = [
  [/^decimal\.js$/, /^src\/base\/decimal\.ts$/],
  [/^(@date-fns\/tz|date-fns)(\/|$)/, /^src\/base\//],
  [/^zod$/, /^src\/(io|check)\//],
  [/^papaparse$/, /^src\/io\//],
  [/^node:/, /^src\/cli\//],
];

/** Time zones are read from the runtime's own tables here, and nowhere else. */
const INTL_ALLOWED = /^src\/base\/zone\.ts$/;

/** Words for what a ledger holds many of. */
const RECORDS =
  /\b(rows|records|transactions|orders|sales|refunds|subscriptions|answers|scores|customers|ledger)\b/i;

const MOST_LINES = 180;

const on = (...floors: readonly string[]): readonly SourceFile[] =>
  sourceTree.filter(({ file }) => floors.includes(file.split("/")[1] ?? ""));

const isRoof = (file: string): boolean => file.split("/").length === 2;

const findings = (
  files: readonly SourceFile[],
  isFault: (node: ts.Node, file: SourceFile) => boolean,
): readonly string[] =>
  files.flatMap((file) =>
    [...nodesOf(file.tree)].filter((node) => isFault(node, file)).map(placeOf),
  );

describe("the house", () => {
  test("every folder of src is a floor, save for languages within one", () => {
    const folders = new Set(
      sourceTree.flatMap(({ file }) => file.split("/").slice(1, -1).slice(0, 1)),
    );
    const deeper = new Set(sourceTree.map(({ file }) => file.split("/").slice(2, -1).join("/")));
    expect([...deeper].filter((folder) => folder !== "")).toEqual(["french"]);
    expect([...folders].filter((folder) => !FLOORS.includes(folder))).toEqual([]);
  });

  test("no import climbs", () => {
    const floorOf = (file: string) => {
      const floor = FLOORS.indexOf(file.split("/")[1] ?? "");
      return floor === -1 ? FLOORS.length : floor; // src/index.ts and its like are the roof
    };
    const climbs = sourceTree.flatMap(({ file, imports }) =>
      imports.filter((to) => floorOf(to) > floorOf(file)).map((to) => `${file} -> ${to}`),
    );
    expect(climbs).toEqual([]);
  });

  test("no imports go round in a circle", () => {
    const importsOf = new Map(sourceTree.map(({ file, imports }) => [file, imports]));
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path, file].join(" -> "));
      if (path.includes(file) || done.has(file)) return;
      for (const next of importsOf.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of importsOf.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("the roof only re-exports", () => {
    const roof = sourceTree.filter(({ file }) => isRoof(file));
    const other = roof.flatMap(({ tree }) =>
      tree.statements.filter((statement) => !ts.isExportDeclaration(statement)).map(placeOf),
    );
    expect(other).toEqual([]);
  });

  test("each package is imported only where it belongs", () => {
    const strays = sourceTree.flatMap(({ file, packages }) =>
      packages
        .filter((name) => !PACKAGES.some(([known, where]) => known.test(name) && where.test(file)))
        .map((name) => `${file} -> ${name}`),
    );
    expect(strays).toEqual([]);
  });
});

describe("what the floors may not hold", () => {
  test("ledger and counts do no division, save to whole numbers", () => {
    const divides = (node: ts.Node): boolean =>
      ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.SlashToken ||
        node.operatorToken.kind === ts.SyntaxKind.SlashEqualsToken);
    const isWhole = ({ parent }: ts.Node): boolean =>
      ts.isCallExpression(parent) && /^Math\.(floor|trunc|ceil)$/.test(parent.expression.getText());
    const found = findings(on("ledger", "counts"), (node) => divides(node) && !isWhole(node));
    expect(found).toEqual([]);
  });

  test("kpis have no loop over records", () => {
    const overRecords = (node: ts.Node): boolean =>
      ts.isIterationStatement(node, false) &&
      !(ts.isForOfStatement(node) && !RECORDS.test(node.expression.getText()));
    expect(findings(on("kpis"), overRecords)).toEqual([]);
  });
});

describe("the same answer everywhere", () => {
  const CHANCE_OR_CLOCK =
    /^(Date\.now|Math\.random|performance\.\w+|crypto\.\w+|process\.(env|argv|hrtime|platform|cwd|memoryUsage)|Deno\.\w+|navigator\.\w+)$/;
  const LOCAL_DATE =
    /^(toLocale\w*|localeCompare|getTimezoneOffset|[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds))$/;

  test("nothing below the command reads the clock, chance or the machine", () => {
    const found = findings(sourceTree, (node, { file }) => {
      if (file.startsWith("src/cli/")) return false;
      const isNow = ts.isNewExpression(node) && node.expression.getText() === "Date";
      if (isNow && node.arguments?.length !== 1) return true; // now, or a date in the machine's zone
      if (ts.isCallExpression(node) && node.expression.getText() === "Date") return true;
      return ts.isPropertyAccessExpression(node) && CHANCE_OR_CLOCK.test(node.getText());
    });
    expect(found).toEqual([]);
  });

  test("nothing reads the locale or the zone of the machine", () => {
    const found = findings(sourceTree, (node, { file }) => {
      if (ts.isPropertyAccessExpression(node)) return LOCAL_DATE.test(node.name.text);
      return ts.isIdentifier(node) && node.text === "Intl" && !INTL_ALLOWED.test(file);
    });
    expect(found).toEqual([]);
  });
});

describe("nothing happens on import", () => {
  const MARK = /@__(PURE|NO_SIDE_EFFECTS)__/;
  const pure = new Set(
    sourceTree.flatMap(({ tree }) =>
      tree.statements
        .filter(ts.isFunctionDeclaration)
        .filter((statement) => MARK.test(tree.text.slice(statement.pos, statement.getStart())))
        .map((statement) => statement.name?.text ?? ""),
    ),
  );
  const isMarked = (call: ts.Node): boolean =>
    MARK.test(call.getSourceFile().text.slice(call.pos, call.getStart()));
  const isPure = (call: ts.CallExpression | ts.NewExpression): boolean =>
    isMarked(call) || pure.has(call.expression.getText()) || isPlainCollection(call);
  const isPlainCollection = (call: ts.Node): boolean =>
    ts.isNewExpression(call) && /^(Map|Set|WeakMap|WeakSet)$/.test(call.expression.getText());

  test("files hold declarations only", () => {
    const acts = sourceTree
      .filter(({ file }) => file !== "src/cli/main.ts")
      .flatMap(({ tree }) => tree.statements.filter((statement) => !isDeclaration(statement)));
    expect(acts.map(placeOf)).toEqual([]);
  });

  test("constants call only what is marked free of side effects", () => {
    const calls = sourceTree
      .filter(({ file }) => !file.startsWith("src/cli/")) // no application bundles the command
      .flatMap(({ tree }) => tree.statements.filter(ts.isVariableStatement))
      .flatMap((statement) => [...nodesOf(statement, (node) => !isLater(node))])
      .filter((node) => ts.isCallExpression(node) || ts.isNewExpression(node))
      .filter((call) => !isPure(call));
    expect(calls.map(placeOf)).toEqual([]);
  });

  function isDeclaration(statement: ts.Statement): boolean {
    return (
      ts.isImportDeclaration(statement) ||
      ts.isExportDeclaration(statement) ||
      ts.isDeclarationStatement(statement) ||
      ts.isVariableStatement(statement)
    );
  }

  /** What stands in a function runs later. */
  function isLater(node: ts.Node): boolean {
    return ts.isFunctionLike(node);
  }
});

describe("a file", () => {
  test("is named for its idea, in kebab-case", () => {
    const odd = sourceTree.filter(
      ({ file }) => !/^src\/([a-z]+\/(french\/)?)?[a-z0-9-]+\.ts$/.test(file),
    );
    expect(odd.map(({ file }) => file)).toEqual([]);
  });

  test("has a name that says what it holds", () => {
    const vague = sourceTree.filter(({ file }) => /utils?|helpers?|misc|common|shared/.test(file));
    expect(vague.map(({ file }) => file)).toEqual([]);
  });

  test(`has at most ${MOST_LINES} lines, save for the lists of exports on the roof`, () => {
    const long = sourceTree.filter(({ file, lines }) => lines > MOST_LINES && !isRoof(file));
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  test("exports by name only", () => {
    expect(findings(sourceTree, (node) => ts.isExportAssignment(node))).toEqual([]);
  });
});
