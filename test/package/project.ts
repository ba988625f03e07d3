import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** A clean project in a folder of its own that has installed the packed package and nothing else. */
export interface Project {
  readonly folder: string;
  /** Runs a program in the project and returns what it wrote to its standard output. */
  readonly run: (program: string, ...words: readonly string[]) => string;
  readonly remove: () => void;
}

/** Packs the built package, installs the tarball, and lays the consumer's own files beside it. */
export function installedProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), "loyalty-kpis-"));
  const run: Project["run"] = (program, ...words) => runIn(folder, program, ...words);
  const tarball = runIn(ROOT, "npm", "pack", "--silent", "--pack-destination", folder).trim();
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true }\n');
  run("npm", "install", "--silent", `./${tarball}`);
  for (const part of ["consumer", "snippets"]) {
    cpSync(join(ROOT, "test/package", part), folder, { recursive: true });
  }
  cpSync(join(ROOT, "examples/data"), join(folder, "examples/data"), { recursive: true });
  return { folder, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function runIn(folder: string, program: string, ...words: readonly string[]): string {
  return execFileSync(program, words, {
    ...{ cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30 },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
