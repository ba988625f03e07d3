import { readdirSync, readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);

/** Every source file as text, by path from the repository root. */
export const sources: ReadonlyMap<string, string> = new Map(
  readdirSync(new URL("src/", ROOT), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .sort()
    .map((path) => [path, readFileSync(new URL(path, ROOT), "utf8")]),
);
