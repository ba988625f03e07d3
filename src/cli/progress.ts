import { stderr } from "node:process";
import { plainLine } from "../result/render.ts";

/** From this size on a file takes long enough to show how far its reading has come. */
const LONG = 8_000_000;

/** Says something beside the report, on standard error. */
export function note(line: string): void {
  stderr.write(`${plainLine(line)}\n`);
}

/** Passes a file on piece by piece; on a terminal, a long one shows how much has been read. */
export async function* withProgress(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  size: number | null,
): AsyncGenerator<Uint8Array> {
  const shown = stderr.isTTY === true && size !== null && size >= LONG;
  let read = 0;
  let percent = -1;
  for await (const piece of pieces) {
    yield piece;
    read += piece.length;
    if (!shown) continue;
    const now = Math.floor((100 * read) / size);
    if (now > percent) stderr.write(`\r${plainLine(file)}: ${now} % read`);
    percent = now;
  }
  if (read === 0) yield new Uint8Array(0); // so that an empty file is told from one without rows
  if (shown) stderr.write("\n");
}
