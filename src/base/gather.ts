import { KpiError, newFaults, throwFaults } from "./errors.ts";

/** Checks that are all made, so that one error tells every fault. */
export interface Gathering {
  /** What a check answers; `undefined` where it refuses, which is kept for `close`. */
  readonly attempt: <Value>(check: () => Value) => Value | undefined;
  /** Throws what was refused: a single refusal as it is, several as one error with all issues. */
  readonly close: () => void;
}

/** A gathering without a refusal yet. */
export function gather(): Gathering {
  const faults = newFaults();
  let first: KpiError | null = null;
  let refusals = 0;
  return {
    attempt(check) {
      try {
        return check();
      } catch (fault) {
        if (!(fault instanceof KpiError)) throw fault;
        first ??= fault;
        refusals += 1;
        faults.addAll(fault);
        return undefined;
      }
    },
    close() {
      if (first === null) return;
      if (refusals === 1) throw first;
      throwFaults(first.code, faults);
    },
  };
}

/** Every item of a list read; where some are refused, all of these in one error. */
export function readEach<Item, Value>(
  items: readonly Item[],
  read: (item: Item, at: number) => Value,
): readonly Value[] {
  const { attempt, close } = gather();
  const values: Value[] = [];
  for (const [at, item] of items.entries()) attempt(() => values.push(read(item, at)));
  close();
  return values;
}
