/** Tries the packed package in a clean project: each runtime, both module systems, what a person writes. */
import { deepEqual, equal } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DEMO_WORDS } from "../../scripts/demo-words.ts";
import { bundleOfOneKpi } from "./bundle.ts";
import { deadLinks } from "./links.ts";
import { installedProject, ROOT } from "./project.ts";
import { runPublicExamples } from "./public-examples.ts";
import { readmePrintsWhatItSays } from "./readme.ts";
import { deno, type Runtime, runtimes } from "./runtimes.ts";

/** A fact about the package, and how it is tried; a number that comes back is said in the log. */
type Fact = readonly [fact: string, attempt: () => unknown];

const project = installedProject();
const { folder, run } = project;
const PACKAGE = "node_modules/loyalty-kpis";
const REPORT = [
  ...["report", "orders.csv", "--columns", "customerId=email,date=created_at,amount=total"],
  ...["--currency", "EUR", "--time-zone", "Europe/Paris", "--format", "json"],
];
const DEMO = [...DEMO_WORDS, "--format", "json"];

const reportsOn = ({ program, words }: Runtime): readonly string[] =>
  [REPORT, DEMO].map((asked) => run(program, ...words, `${PACKAGE}/dist/cli.js`, ...asked));

const onEach = (runtime: Runtime, reference: Runtime): readonly Fact[] => {
  const { name, program, words } = runtime;
  return [
    [`${name} imports every entry`, () => run(program, ...words, "entries.mjs")],
    [`${name} requires every entry`, () => run(program, ...words, "entries.cjs")],
    [`${name} runs the developer's snippet`, () => run(program, ...words, "developer.mjs")],
    [`${name} gives what the snippet says`, () => run(program, ...words, checkedSnippet())],
    [
      `${name} writes the same reports, byte for byte`,
      () => deepEqual(reportsOn(runtime), reportsOn(reference)),
    ],
  ];
};

const once: readonly Fact[] = [
  ["Deno runs the analyst's snippet", () => run(deno, "run", "--quiet", "-A", "analyst.ts")],
  ["Deno finds its types sound", () => run(deno, "check", "--quiet", "analyst.ts")],
  ["the README prints what it says", () => readmePrintsWhatItSays(project)],
  [
    "every link from the README on leads to a page of the package",
    () => deepEqual(deadLinks(join(folder, PACKAGE), "README.md"), []),
  ],
  [
    "npx runs the command",
    () => equal(JSON.parse(run("npx", "loyalty-kpis", ...REPORT)).version, 1),
  ],
  [
    "the declarations serve ES modules and CommonJS",
    () => run(process.execPath, join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "."),
  ],
  ["an application of one KPI has few bytes, gzipped", () => bundleOfOneKpi(folder)],
  ["the examples of what is exported hold", async () => runPublicExamples(await everyExport())],
];

/** What all entries export, under one roof. */
async function everyExport(): Promise<Readonly<Record<string, unknown>>> {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const files = Object.values<{ import?: { default: string } }>(manifest.exports).flatMap(
    (entry) => entry.import?.default ?? [],
  );
  const entries = await Promise.all(
    files.map((file) => import(pathToFileURL(join(folder, PACKAGE, file)).href)),
  );
  return Object.assign({}, ...entries);
}

/** The developer's snippet, each comment that promises a value made into a check. */
function checkedSnippet(): string {
  const snippet = readFileSync(join(folder, "developer.mjs"), "utf8");
  const checked = snippet.replace(/^(.+); *\/\/ ("[^"]*"|[\d.]+)$/gm, "same($1, $2);");
  equal(checked.match(/^same\(/gm)?.length, 3, "values promised in the snippet");
  const script = `import { equal as same } from "node:assert/strict";\n${checked}`;
  writeFileSync(join(folder, "developer-checked.mjs"), script);
  return "developer-checked.mjs";
}

async function holds([fact, attempt]: Fact): Promise<boolean> {
  try {
    const said = await attempt();
    console.log(typeof said === "number" ? `ok      ${fact}: ${said}` : `ok      ${fact}`);
    return true;
  } catch (fault) {
    const output = fault instanceof Error && "stdout" in fault ? fault.stdout : "";
    console.log(`FAILED  ${fact}\n${fault}${output}`);
    return false;
  }
}

const [reference] = runtimes;
const facts = reference ? [...runtimes.flatMap((one) => onEach(one, reference)), ...once] : [];
let failed = 0;
for (const fact of facts) if (!(await holds(fact))) failed += 1;
project.remove();
console.log(`${facts.length - failed} facts about the package hold, ${failed} do not`);
if (failed > 0) process.exitCode = 1;
