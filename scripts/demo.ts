/**
 * `npm run demo`: the built command reports on a simulated shop, as text and as a page, and fits a
 * model to its orders.
 * Further words go to the command instead: `tsx scripts/demo.ts --format json`.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { DEMO_FIT_WORDS, DEMO_WORDS } from "./demo-words.ts";

const PAGE = "demo-report.html";
const further = process.argv.slice(2);

function command(...words: readonly string[]): void {
  execFileSync(process.execPath, ["dist/cli.js", ...words], {
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    stdio: ["ignore", "inherit", "inherit"],
  });
}

if (further.length > 0) {
  command(...DEMO_WORDS, ...further);
} else {
  command(...DEMO_WORDS);
  console.log();
  command(...DEMO_FIT_WORDS);
  command(...DEMO_WORDS, "--format", "html", "--out", PAGE);
  console.log(`\nThe report as a page: ${PAGE}`);
}
