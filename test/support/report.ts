/** Writes one line that belongs into the test log: a figure measured, or what is skipped and why. */
export function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
