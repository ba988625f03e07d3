import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project.ts";

/** A program that runs JavaScript, and the words that go before the file. */
export interface Runtime {
  readonly name: string;
  readonly program: string;
  readonly words: readonly string[];
}

const INSTALLED = join(ROOT, "test/runtimes/node_modules");

/** This Node, and those of test/runtimes; all are there after `npm ci --prefix test/runtimes`. */
export const runtimes: readonly Runtime[] = [
  { name: `Node ${process.versions.node}`, program: process.execPath, words: [] },
  { name: "Node 22", program: installed("node22/bin/node"), words: [] },
  { name: "Node 24", program: installed("node24/bin/node"), words: [] },
  { name: "Bun", program: installed(".bin/bun"), words: [] },
  {
    name: "Deno",
    program: installed(".bin/deno"),
    words: ["run", "--quiet", "--allow-all"],
  },
];

/** Deno by itself, for its other subcommands. */
export const deno: string = installed(".bin/deno");

function installed(path: string): string {
  const program = join(INSTALLED, path);
  if (existsSync(program)) return program;
  throw new Error(`${path} is not installed: run npm ci --prefix test/runtimes`);
}
