/**
 * Tries CSV readers on what exports do to them, and on a million rows: CPU seconds, medians of 5
 * processes. Prints a table.
 *
 *     npm install && npm run compare
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cases } from "./cases.mjs";
import { readers } from "./readers.mjs";

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const tryOne = (library, name) => {
  const script = new URL("try-one.mjs", import.meta.url).pathname;
  const { stdout } = spawnSync(
    process.execPath,
    ["--max-old-space-size=2000", script, library, name],
    {
      timeout: 60_000,
    },
  );
  const text = String(stdout).trim();
  return text === "" ? null : JSON.parse(text);
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const speed = (library, name) => {
  const tries = Array.from({ length: 5 }, () => tryOne(library, name)).filter(Boolean);
  if (tries.length === 0) return "never ends";
  const seconds = median(tries.map((one) => one.seconds)).toFixed(2);
  return `${seconds} s, ${median(tries.map((one) => one.megabytes))} MB`;
};

const head = ["reader", ...Object.keys(cases), "1e6 rows plain", "1e6 rows quoted"];
console.log(`| ${head.join(" | ")} |\n|${head.map(() => "---").join("|")}|`);
for (const library of Object.keys(readers)) {
  const right = Object.keys(cases).map((name) => {
    const answer = tryOne(library, name);
    return answer === null ? "never ends" : answer.right ? "yes" : "no";
  });
  const cells = [
    `${library} ${dependencies[library]}`,
    ...right,
    speed(library, "plain"),
    speed(library, "quoted"),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
