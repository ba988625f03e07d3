import type { LayoutName } from "./layouts.ts";
import { isStream, readAll, readStream } from "./read-input.ts";
import type { CheckedReadOptions } from "./read-options.ts";
import type { ReadRows } from "./read-result.ts";
import { newRowIntake } from "./row-intake.ts";
import type { RowKind } from "./row-kind.ts";

/** How rows of one kind are to be read. */
export interface KindQuestion {
  readonly kind: RowKind;
  readonly options: Partial<CheckedReadOptions>;
  /** See {@link CellQuestion}. */
  readonly layout: LayoutName | null | undefined;
}

/**
 * Reads an input of rows of one kind: at once if it is at hand, with a promise if it arrives.
 *
 * `Row` must be what the kind's fields make.
 */
export function readKind<Row>(
  input: unknown,
  { kind, options, layout }: KindQuestion,
): ReadRows<Row> | Promise<ReadRows<Row>> {
  const intake = newRowIntake({
    kind,
    layout,
    named: options.columns ?? new Map(),
    wallClock: options.timeZone ?? null,
    format: options.format,
    separator: options.separator,
    isStrict: options.strict ?? false,
  });
  // The cells of each field were checked to be what the type of the row says.
  const finish = (): ReadRows<Row> => intake.end() as ReadRows<Row>;
  if (isStream(input)) return readStream(input, intake).then(finish);
  readAll(input, intake);
  return finish();
}
