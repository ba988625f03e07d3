import { readFileSync } from "node:fs";

/** The version in the package's own package.json. */
export function version(): string {
  const file = new URL("../../package.json", import.meta.url);
  const { version: number }: { readonly version: string } = JSON.parse(readFileSync(file, "utf8"));
  return number;
}
