import { currencyDecimals } from "../base/currency.ts";
import { argumentError } from "../base/errors.ts";
import type { ChosenColumns, NamedColumns } from "./choose-columns.ts";
import { type Header, namedColumn, normalName } from "./column-names.ts";
import { LAYOUTS, type Layout, type LayoutColumn, type LayoutName } from "./layouts.ts";
import { splitOrder } from "./order-amounts.ts";
import type { TransactionField } from "./transaction-kind.ts";

/** Why a line of an export is no order of its own. */
export type SkipReason = "order-line" | "cancelled" | "unpaid" | "refunded" | "test";

/** A member that a layout works out. */
export type LayoutField = Exclude<TransactionField, "refundId">;

/** These, in the order of the cells that a layout makes. */
export const LAYOUT_FIELDS: readonly LayoutField[] = [
  ...(["customerId", "date", "amount", "orderId", "currency", "type"] as const),
  ...(["refundOf", "discount", "tax", "shipping"] as const),
];

/** What one line of an export says. */
export type LayoutRecord =
  | { readonly skipped: SkipReason }
  | {
      readonly skipped: null;
      /** One cell for each of {@link LAYOUT_FIELDS}. */
      readonly sale: readonly string[];
      readonly refund: readonly string[] | null;
      readonly isTaxIncluded: boolean;
    };

/** Reads the lines of a known export one after the other. */
export interface OrderLayout {
  readonly read: (cells: readonly string[]) => LayoutRecord;
  /** Where in the file a member comes from. */
  readonly sources: ChosenColumns;
  /** Whether customers are told apart by their names. */
  readonly knowsNamesOnly: boolean;
}

/**
 * The layout that a file has.
 *
 * @param wanted The layout that the caller named.
 * @returns `null` for a plain table.
 */
export function findLayout(header: Header, wanted: LayoutName | undefined): Layout | null {
  const candidates = wanted === undefined ? LAYOUTS : LAYOUTS.filter(({ name }) => name === wanted);
  const known = candidates.find(({ marks }) => marks.some((columns) => columns.every(header.has)));
  return known ?? (wanted === undefined ? null : (candidates[0] ?? null));
}

/** Starts reading a known export. @param named Columns that the caller named. */
export function newOrderLayout(layout: Layout, header: Header, named: NamedColumns): OrderLayout {
  const at = placesOf(layout, header, named);
  const cell = (cells: readonly string[], column: LayoutColumn): string =>
    cells[at[column] ?? -1] ?? "";
  const seen = new Set<string>();
  let previous = { id: "", total: "" };

  /** Further lines of an order repeat its id and leave its totals blank, or repeat them too. */
  const isFurtherLine = (id: string, total: string): boolean => {
    const isSame = id === previous.id && total === previous.total;
    previous = { id, total };
    if (id === "") return false;
    const isFurther = isSame || (total === "" && seen.has(id));
    seen.add(id);
    return isFurther;
  };

  const skipReason = (cells: readonly string[]): SkipReason | null => {
    const total = cell(cells, "total") || cell(cells, "net");
    if (isFurtherLine(cell(cells, "orderId"), total)) return "order-line";
    const state = stateOf(cell(cells, "status"));
    if (normalName(cell(cells, "mode")) === "test") return "test";
    if (cell(cells, "cancelledAt") !== "" || layout.cancelled.includes(state)) return "cancelled";
    if (at.status !== undefined && !layout.paid.includes(state)) return "unpaid";
    return state === "refunded" && at.refunded === undefined ? "refunded" : null;
  };

  return {
    read(cells) {
      const skipped = skipReason(cells);
      if (skipped !== null) return { skipped };
      const order = (column: LayoutColumn): string => cell(cells, column);
      const currency = order("currency").toUpperCase();
      const { sale, refund, isTaxIncluded } = splitOrder(
        {
          ...{ net: order("net"), items: order("items"), total: order("total") },
          ...{ tax: order("tax"), shipping: order("shipping"), fees: order("fees") },
          refunded: order("refunded"),
        },
        currencyDecimals(currency) ?? 2,
      );
      const common = { customerId: order("customerId"), currency, discount: "" };
      const id = order("orderId");
      const date = order("date");
      const refundDate = order("refundDate") || date;
      return {
        skipped: null,
        sale: cellsOf({
          ...{ ...common, ...sale, date, orderId: id, type: "sale", refundOf: "" },
          discount: order("discount"),
        }),
        refund:
          refund &&
          cellsOf({
            ...common,
            ...refund,
            date: refundDate,
            orderId: "",
            type: "refund",
            refundOf: id,
          }),
        isTaxIncluded,
      };
    },
    sources: sourcesOf(at),
    knowsNamesOnly: layout.customersAreNames === true && !named.has("customerId"),
  };
}

type Places = Partial<Record<LayoutColumn, number>>;

function placesOf(layout: Layout, header: Header, named: NamedColumns): Places {
  const places: Places = {};
  for (const [column, names] of Object.entries(layout.columns)) {
    const at = header.like(names);
    if (at !== -1) places[column as LayoutColumn] = at; // a key of `columns`
  }
  for (const [field, name] of named) {
    const column = NAMEABLE.find((known) => known === field);
    if (column === undefined && field !== "amount") {
      throw argumentError(`columns.${field}`, `left out: the layout ${layout.name} says it`, name);
    }
    places[column ?? "net"] = namedColumn(header, field, name);
  }
  return places;
}

const NAMEABLE = [
  ...(["customerId", "orderId", "date", "currency", "discount", "tax", "shipping"] as const),
];

/** The column that stands for a member in messages: the first one that it is worked out from. */
function sourcesOf(at: Places): ChosenColumns {
  const amount = at.net ?? at.items ?? at.total;
  const sources = new Map<string, number>(amount === undefined ? [] : [["amount", amount]]);
  for (const column of NAMEABLE) {
    const source = at[column];
    if (source !== undefined) sources.set(column, source);
  }
  return sources;
}

/** A state without its prefix, blanks and capitals: `wc-completed` is `completed`. */
function stateOf(status: string): string {
  return normalName(status.startsWith("wc-") ? status.slice(3) : status);
}

function cellsOf(members: Readonly<Record<LayoutField, string>>): string[] {
  return LAYOUT_FIELDS.map((field) => members[field]);
}
