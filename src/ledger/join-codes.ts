import { concatCodes } from "./concat-columns.ts";
import { type EntryDimension, newValueCodes } from "./dimensions.ts";
import { newIdCodes } from "./id-codes.ts";
import type { CustomerId } from "./rows.ts";

/** The customers of several ledgers as one list, and a map from old codes to new for each ledger. */
export function joinCustomers(lists: readonly (readonly CustomerId[])[]): {
  readonly customers: readonly CustomerId[];
  readonly maps: readonly Int32Array[];
} {
  const codes = newIdCodes();
  const maps = lists.map((ids) => {
    const map = new Int32Array(ids.length);
    for (let code = 0; code < ids.length; code += 1) map[code] = Number(codes.codeOf(ids[code]));
    return map;
  });
  return { customers: codes.ids, maps };
}

/** The same for the values of one dimension. */
export function joinValues(lists: readonly (readonly string[])[]): {
  readonly values: readonly string[];
  readonly maps: readonly Int32Array[];
} {
  const codes = newValueCodes();
  const maps = lists.map((values) => Int32Array.from(values, (value) => codes.codeOf(value) ?? 0));
  return { values: codes.values, maps };
}

/** The dimensions of several ledgers with one code an entry. */
export function joinEntryDimensions(
  ledgers: readonly { readonly dimensions: Readonly<Record<string, EntryDimension>> }[],
  names: readonly string[],
): { readonly values: readonly (readonly string[])[]; readonly codes: readonly Int32Array[] } {
  const joined = names.map((name) => {
    const pieces = ledgers.map(({ dimensions }) => dimensions[name]);
    const { values, maps } = joinValues(pieces.map((piece) => piece?.values ?? []));
    const columns = pieces.map((piece) => piece?.codes ?? new Int32Array());
    return { values, codes: concatCodes(columns, maps) };
  });
  return { values: joined.map(({ values }) => values), codes: joined.map(({ codes }) => codes) };
}
