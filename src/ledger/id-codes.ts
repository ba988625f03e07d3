import { KpiError } from "../base/errors.ts";
import type { IssueCode } from "../base/issue.ts";
import { idFault, isId } from "./id-fault.ts";
import type { CustomerId } from "./rows.ts";

/** Gives each id a code: 0, 1, 2 … in the order in which they are met. */
export interface IdCodes {
  /** The code of an id, or what is wrong with it. */
  readonly codeOf: (id: unknown) => number | IssueCode;
  /** Adds an id of which the caller knows that it has not come and will not come again. */
  readonly addOnce: (id: CustomerId) => number;
  /** The ids by code. */
  readonly ids: readonly CustomerId[];
}

/** A `Map` holds no more. */
const MOST_IDS = 16_000_000;

export function newIdCodes(): IdCodes {
  const codes = new Map<unknown, number>();
  const ids: CustomerId[] = [];
  const addOnce: IdCodes["addOnce"] = (id) => {
    if (ids.length === MOST_IDS) throw tooManyCustomers();
    return ids.push(id) - 1;
  };
  return {
    ids,
    addOnce,
    codeOf(id) {
      const known = codes.get(id);
      if (known !== undefined) return known;
      if (!isId(id)) return idFault(id);
      const code = addOnce(typeof id === "number" ? id + 0 : id); // minus zero plus zero is zero
      codes.set(id, code);
      return code;
    },
  };
}

function tooManyCustomers(): KpiError {
  const message = `At most ${MOST_IDS} customers fit into one ledger. Build one of each part and merge their counts.`;
  return new KpiError("invalid-data", message, [{ code: "too-many-rows", message }]);
}
