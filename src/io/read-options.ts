import { argumentError } from "../base/errors.ts";
import {
  type OptionCheck,
  type OptionChecks,
  oneOf,
  ownMembers,
  yesOrNo,
} from "../base/options.ts";
import { type Zone, zoneOf } from "../base/zone.ts";
import type { NamedColumns } from "./choose-columns.ts";
import { DATE_ORDERS, type DateOrder } from "./notation.ts";
import type { FileFormat } from "./read-result.ts";
import { SEPARATORS, type Separator } from "./separator.ts";

/** How any input of rows is to be read. */
export interface ReadOptions<Member extends string = string> {
  /** Which column holds which member, such as `{ customerId: "email" }`. Default: usual names. */
  readonly columns?: Readonly<Partial<Record<Member, string>>>;
  /** Default: the first character tells. */
  readonly format?: FileFormat;
  /** Default: what stands most often in the header. */
  readonly separator?: Separator;
  /**
   * The zone of the clock behind times without an offset, such as `2024-01-05 10:00:00`. Without it
   * they are refused. A time that the clock skipped is refused; of one that it showed twice, the
   * first is taken and noted.
   */
  readonly timeZone?: string;
  /**
   * In which order day, month and year stand in dates such as `31/12/2025`. Without it only ISO 8601
   * is read, since `01/02/2025` may be two days. The year has four digits.
   */
  readonly dateOrder?: DateOrder;
  /**
   * Whether amounts of text have a comma before their decimals, and no point. Default: a point, which
   * known exports always have.
   */
  readonly decimalComma?: boolean;
  /** Whether bad rows end in one error with all their faults. Default: they go to `rejects`. */
  readonly strict?: boolean;
}

/** Options that have been checked. */
export interface CheckedReadOptions {
  readonly columns: NamedColumns;
  readonly format: FileFormat;
  readonly separator: Separator;
  readonly timeZone: Zone;
  readonly dateOrder: DateOrder;
  readonly decimalComma: boolean;
  readonly strict: boolean;
}

/** The checks of {@link ReadOptions}. @param members What columns can be named for; null for anything. */
export function readOptionChecks(
  members: readonly string[] | null,
): OptionChecks<CheckedReadOptions> {
  return {
    columns: namedColumns(members),
    format: oneOf(["csv", "json", "jsonl"]),
    separator: oneOf(SEPARATORS),
    timeZone: zoneOf,
    dateOrder: oneOf(DATE_ORDERS),
    decimalComma: yesOrNo,
    strict: yesOrNo,
  };
}

function namedColumns(members: readonly string[] | null): OptionCheck<NamedColumns> {
  const expected = 'an object of names of columns, such as { customerId: "email" }';
  return (value, option) => {
    if (typeof value !== "object" || value === null) {
      throw argumentError(option, expected, value, "option-wrong-type");
    }
    const named = new Map<string, string>();
    for (const [member, column] of ownMembers(value, option)) {
      const path = `${option}.${member}`;
      if (members !== null && !members.includes(member)) {
        throw argumentError(path, `one of ${members.join(", ")}`, member, "option-unknown");
      }
      if (column === undefined) continue;
      if (typeof column !== "string" || column === "") {
        throw argumentError(path, "the name of a column", column, "option-wrong-type");
      }
      named.set(member, column);
    }
    return named;
  };
}
