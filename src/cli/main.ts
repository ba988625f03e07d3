#!/usr/bin/env node
import process, { argv, exit, stderr, stdout } from "node:process";
import { KpiError } from "../base/errors.ts";
import { faultLines } from "./fault-lines.ts";
import { fitCommand } from "./fit-command.ts";
import { HELP } from "./help.ts";
import { reportCommand } from "./report-command.ts";
import { usageError } from "./usage-error.ts";
import { version } from "./version.ts";

/** Bad usage or bad data; 1 is kept for a gate whose data failed. */
const COULD_NOT = 2;

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  fit: fitCommand,
  report: reportCommand,
};

async function run(words: readonly string[]): Promise<void> {
  const [command = "help", ...rest] = words;
  if (words.includes("--help") || command === "help") {
    stdout.write(HELP);
  } else if (command === "--version") {
    stdout.write(`${version()}\n`);
  } else if (Object.hasOwn(COMMANDS, command)) {
    await COMMANDS[command]?.(rest);
  } else {
    throw usageError(`There is no command "${command}"; see loyalty-kpis --help.`);
  }
}

/** A reader that has seen enough, such as `head`, ends the command without a word. */
stdout.on("error", (fault: NodeJS.ErrnoException) => {
  exit(fault.code === "EPIPE" ? 0 : COULD_NOT);
});

try {
  await run(argv.slice(2));
} catch (fault) {
  const lines =
    fault instanceof KpiError
      ? faultLines(fault)
      : [`This is a fault of loyalty-kpis itself; please report it. ${String(fault)}`];
  stderr.write(`${lines.join("\n")}\n`);
  process.exitCode = COULD_NOT;
}
