import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const MOST_BYTES = 20_000;

/** Bundles an application that imports only `nps`, as its developer would; returns its size gzipped. */
export async function bundleOfOneKpi(folder: string): Promise<number> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(folder, "nps-only.mjs")],
    ...{ bundle: true, minify: true, format: "esm", write: false, metafile: true },
    ...{ absWorkingDir: folder, outdir: folder },
  });
  const shipped = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => (inputs[file]?.bytesInOutput ?? 0) > 0),
  );
  const strays = shipped.filter((file) =>
    /node_modules\/(zod|date-fns)\/|\/present\/french\//.test(file),
  );
  if (strays.length > 0) throw new Error(`the bundle holds ${strays.join(", ")}`);
  const size = gzipSync(outputFiles[0]?.contents ?? "").length;
  if (size > MOST_BYTES)
    throw new Error(`the bundle has ${size} bytes gzipped, above ${MOST_BYTES}`);
  return size;
}
