import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** What a page links to: another file of the package, and perhaps a heading in it. */
interface Link {
  readonly from: string;
  readonly target: string;
}

/**
 * The links that lead nowhere, of a page and of every page that can be reached from it.
 * Links out of the package are not followed.
 */
export function deadLinks(folder: string, start: string): readonly string[] {
  const [open, seen, dead] = [[start], new Set([start]), [] as string[]];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    for (const link of linksOf(folder, page)) {
      const [path = "", anchor] = link.target.split("#");
      const file = path === "" ? page : normalize(join(dirname(page), path));
      if (!leads(folder, file, anchor)) dead.push(`${link.from}: ${link.target}`);
      else if (file.endsWith(".md") && !seen.has(file)) {
        seen.add(file);
        open.push(file);
      }
    }
  }
  return dead;
}

function linksOf(folder: string, page: string): readonly Link[] {
  const text = prose(readFileSync(join(folder, page), "utf8"));
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => ({ from: page, target }))
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

function leads(folder: string, file: string, anchor: string | undefined): boolean {
  if (file.startsWith("..") || !existsSync(join(folder, file))) return false;
  return anchor === undefined || headings(folder, file).includes(anchor);
}

/** The headings of a page as links name them. */
function headings(folder: string, page: string): readonly string[] {
  const text = prose(readFileSync(join(folder, page), "utf8"));
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** A page without its code. */
function prose(text: string): string {
  return text
    .replace(/^```.*?^```/gms, "")
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ""));
}
