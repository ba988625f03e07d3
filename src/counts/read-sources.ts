import { closest } from "../base/closest.ts";
import { argumentError } from "../base/errors.ts";
import { isRecord, type OptionCheck, ownMembers, readOptions } from "../base/options.ts";
import { ledgerKind } from "../ledger/ledger-kind.ts";
import { wholeKindOfRows } from "../ledger/row-kind.ts";

/**
 * Reads an object of sources, each under the name of its kind of rows. Refused are what is no such
 * object (rows, a ledger or the question alone) and rows that stand under the name of another kind.
 *
 * @param expected - What is to be handed in, with a call that does.
 */
export function readSourcesOf<Sources extends object>(
  sources: unknown,
  names: readonly (keyof Sources & string)[],
  expected: string,
): Partial<Sources> {
  if (!isRecord(sources)) {
    const code = sources === undefined ? "option-missing" : "option-wrong-type";
    throw argumentError("sources", expected, sources, code);
  }
  const members = ownMembers(sources);
  const given = members.flatMap(([name, source]) => (source === undefined ? [] : [name]));
  const isMeant = given.some((name) => closest(name, names) !== null);
  const ledger = ledgerKind(sources);
  if (!isMeant || ledger !== null) {
    const shown = ledger === null ? `an object with ${given.join(", ")}` : `a ledger of ${ledger}`;
    throw argumentError(
      "sources",
      expected,
      given.length === 0 ? sources : shown,
      "option-missing",
    );
  }
  const checks = Object.fromEntries(names.map((name) => [name, ofItsKind]));
  // Each was checked by the name it has.
  return readOptions<Record<string, unknown>>(
    Object.fromEntries(members),
    checks,
  ) as Partial<Sources>;
}

/** The ledgers say whether rows are good; here, that they are not plainly of another kind. */
const ofItsKind: OptionCheck<unknown> = (source, option) => {
  const found = wholeKindOfRows(source);
  if (found === null || found === option) return source;
  throw argumentError(option, `rows or a ledger of ${option}`, `rows of ${found}`, "kind-mixed");
};
