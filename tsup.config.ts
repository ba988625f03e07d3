import { dirname, join, relative } from "node:path/posix";
import { buildSync } from "esbuild";
import type { Options } from "tsup";

/** One entry a door of the package; see `exports` in package.json. */
const ENTRIES = {
  index: "src/index.ts",
  counts: "src/counts.ts",
  io: "src/io.ts",
  models: "src/models.ts",
};

const COMMAND = "src/cli/main.ts";

/**
 * Keeps one built file for each source file: relative imports are not bundled but pointed at the
 * built neighbour. An application's bundler can then leave out whole files (`sideEffects: false`),
 * which for one KPI ships less than any larger chunk does.
 */
const fileByFile: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "file-by-file",
  setup(build) {
    const extension = build.initialOptions.format === "cjs" ? ".cjs" : ".js";
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, importer, path }) => {
      if (kind === "entry-point") return undefined;
      const from = relative(process.cwd(), importer);
      const to = relative(dirname(builtFile(from)), builtFile(join(dirname(from), path)));
      return { path: `${to.startsWith(".") ? "" : "./"}${to}${extension}`, external: true };
    });
  },
};

/** Where a source file goes below `dist`, without its extension. */
function builtFile(source: string): string {
  return source === COMMAND ? "cli" : source.replace(/^src\//, "").replace(/\.ts$/, "");
}

/** The source files that these run; files of types only are not among them. */
function filesBehind(...entryPoints: readonly string[]): Record<string, string> {
  const { inputs } = buildSync({
    entryPoints: [...entryPoints],
    ...{ bundle: true, write: false, metafile: true, outdir: "dist" },
    ...{ format: "esm", platform: "node", packages: "external" },
  }).metafile;
  return Object.fromEntries(Object.keys(inputs).map((file) => [builtFile(file), file]));
}

const common: Options = {
  target: "es2022",
  platform: "neutral",
  splitting: false,
  esbuildPlugins: [fileByFile],
  silent: true,
};
const doors = Object.values(ENTRIES);

const config: readonly Options[] = [
  { ...common, entry: filesBehind(...doors, COMMAND), format: "esm" },
  { ...common, entry: filesBehind(...doors), format: "cjs" },
  {
    entry: ENTRIES,
    format: ["esm", "cjs"],
    dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
    silent: true,
  },
];

export default config;
