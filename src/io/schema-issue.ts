import type { Issue, IssueCode } from "../base/issue.ts";
import { shorten, show } from "../base/show.ts";
import { inFile, type RowPlace } from "./row-builder.ts";
import type { SchemaIssue } from "./standard-schema.ts";

/** Longer messages of a schema are cut. */
const LONGEST_MESSAGE = 400;

/** Says in our words, and with our code, what a schema finds wrong with a row. */
export function issueOfSchema(found: SchemaIssue, place: RowPlace, row: unknown): Issue {
  const { row: number } = place;
  const [first] = found.path ?? [];
  const key = typeof first === "object" ? first.key : first;
  const said = shorten(String(found.message), LONGEST_MESSAGE);
  if (key === undefined) {
    return inFile(
      { code: codeOf(found, row), message: `Row ${number}: ${said}`, row: number },
      place,
      -1,
    );
  }
  const field = shorten(String(key), 60);
  const value = memberOf(row, key);
  const received = show(value);
  const message = `Row ${number}: \`${field}\`: ${said}; received ${received}.`;
  return inFile({ code: codeOf(found, value), message, row: number, field, received }, place, -1);
}

/** The schemas of this library name our own code in `params`. */
function codeOf(found: SchemaIssue, value: unknown): IssueCode {
  const params: unknown = Reflect.get(found, "params");
  const code: unknown = typeof params === "object" && params !== null && Reflect.get(params, CODE);
  if (typeof code === "string") return code as IssueCode; // only our schemas set this member
  return value === undefined || value === null ? "field-missing" : "field-wrong-type";
}

/** The member of a zod issue's `params` that holds our code. */
export const CODE = "loyaltyKpisCode";

function memberOf(row: unknown, key: PropertyKey): unknown {
  return typeof row === "object" && row !== null && Object.hasOwn(row, key)
    ? Reflect.get(row, key)
    : undefined;
}
