import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The files that an application ships which imports these names of the main entry. */
async function shippedBy(names: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: `export { ${names} } from "./src/index.ts";`, resolveDir: ROOT },
    ...{ bundle: true, minify: true, format: "esm", write: false, metafile: true },
    absWorkingDir: ROOT,
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => (inputs[file]?.bytesInOutput ?? 0) > 0),
  );
}

test("French is shipped by those who ask for a language, and by nobody else", async () => {
  const inFrench = (files: readonly string[]) =>
    files.filter((file) => file.startsWith("src/present/"));
  expect(inFrench(await shippedBy("report, toText, churnRateVariants"))).toEqual([]);
  expect(inFrench(await shippedBy("explain"))).toContain("src/present/french/french.ts");
});
