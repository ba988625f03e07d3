import type { LayoutName } from "./layouts.ts";
import { isStream, readAll, readStream } from "./read-input.ts";
import type { CheckedReadOptions } from "./read-options.ts";
import type { ReadRows } from "./read-result.ts";
import { newRowCollector } from "./row-collector.ts";
import { type IntakeQuestion, newRowIntake } from "./row-intake.ts";
import type { RowKind, RowUnderConstruction } from "./row-kind.ts";

/** How rows of one kind are to be read. */
export interface KindQuestion {
  readonly kind: RowKind;
  readonly options: Partial<CheckedReadOptions>;
  /** See {@link CellQuestion}. */
  readonly layout: LayoutName | null | undefined;
}

/** Options as an intake takes them. */
export function intakeOptions({
  columns,
  timeZone,
  dateOrder,
  decimalComma,
  format,
  separator,
}: Partial<CheckedReadOptions>): Omit<IntakeQuestion, "kind" | "layout"> {
  const notation = {
    wallClock: timeZone ?? null,
    dateOrder: dateOrder ?? null,
    decimalComma: decimalComma ?? false,
  };
  return { named: columns ?? new Map(), notation, format, separator };
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
  const collector = newRowCollector<RowUnderConstruction>(options.strict ?? false);
  const intake = newRowIntake({ kind, layout, ...intakeOptions(options) }, collector);
  // The cells of each field were checked to be what the type of the row says.
  const finish = (): ReadRows<Row> => collector.finish(intake.end()) as ReadRows<Row>;
  if (isStream(input)) return readStream(input, intake).then(finish);
  readAll(input, intake);
  return finish();
}
