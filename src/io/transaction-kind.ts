import { type Amount, readAmount } from "../base/amount.ts";
import {
  amountCell,
  currencyCell,
  customerCell,
  guestCell,
  idCell,
  wordCell,
} from "./cell-kinds.ts";
import { normalName } from "./column-names.ts";
import { momentCell } from "./moment-cell.ts";
import type { AcrossFault, Field, RowKind, RowUnderConstruction } from "./row-kind.ts";

/** The members of a transaction that have a meaning of their own. */
export type TransactionField =
  | "customerId"
  | "date"
  | "amount"
  | "orderId"
  | "currency"
  | "type"
  | "refundOf"
  | "refundId"
  | "discount"
  | "tax"
  | "shipping";

/** Names of a column that holds a customer, the surest first. */
export const CUSTOMER_GUESSES: readonly string[] = [
  ...["customerid", "customer", "clientid", "client", "userid", "user", "buyerid", "buyer"],
  ...["accountid", "account", "memberid", "customeremail", "email", "emailaddress"],
  ...["billingemail", "contactemail", "mail"],
];

/** Names of an amount that already leaves tax and shipping out. */
const NET_AMOUNTS: readonly string[] = [
  ...["amount", "netamount", "net", "netsales", "nrevenue", "netrevenue", "nettotal", "subtotal"],
];

/** Names of an amount that includes all that was paid. */
const TOTAL_AMOUNTS: readonly string[] = [
  ...["total", "ordertotal", "totalamount", "amounttotal", "totalprice", "grandtotal", "revenue"],
  ...["sales", "ordervalue", "orderamount", "value", "price", "spend", "payment", "amountpaid"],
];

/** Members that lie on top of an amount, and that a total already has in it. */
const PARTS_OF_TOTAL: readonly string[] = ["discount", "tax", "shipping"];

const CUSTOMER: Field = {
  name: "customerId",
  cell: customerCell,
  absent: "fault",
  guesses: CUSTOMER_GUESSES,
};

const OTHERS: readonly Field[] = [
  {
    name: "date",
    cell: momentCell,
    absent: "fault",
    guesses: [
      ...["date", "orderdate", "createdat", "created", "createdutc", "createddateutc", "orderedat"],
      ...["datecreated", "createddate", "creationdate", "purchasedate", "purchasedat"],
      ...["transactiondate", "processedat", "paidat", "paiddate", "paymentdate", "invoicedate"],
      ...["day", "datetime", "timestamp"],
    ],
  },
  {
    name: "amount",
    cell: amountCell,
    absent: "fault",
    guesses: [...NET_AMOUNTS, ...TOTAL_AMOUNTS],
  },
  {
    name: "orderId",
    cell: idCell,
    absent: "left-out",
    guesses: [
      ...["orderid", "ordernumber", "orderno", "ordername", "order", "transactionid"],
      ...["invoiceid", "invoicenumber", "invoice", "receiptnumber", "id"],
    ],
  },
  {
    name: "currency",
    cell: currencyCell,
    absent: "left-out",
    guesses: ["currency", "currencycode", "ordercurrency", "isocurrency"],
  },
  {
    name: "type",
    cell: /* @__PURE__ */ wordCell(["sale", "refund"]),
    absent: "left-out",
    guesses: [],
  },
  {
    name: "refundOf",
    cell: idCell,
    absent: "left-out",
    guesses: ["refundof", "refundedorderid", "originalorderid"],
  },
  { name: "refundId", cell: idCell, absent: "left-out", guesses: ["refundid"] },
  {
    name: "discount",
    cell: amountCell,
    absent: "left-out",
    guesses: ["discount", "discounts", "discountamount", "discounttotal", "totaldiscount"],
  },
  {
    name: "tax",
    cell: amountCell,
    absent: "left-out",
    guesses: ["tax", "taxes", "taxamount", "taxtotal", "totaltax", "vat"],
  },
  {
    name: "shipping",
    cell: amountCell,
    absent: "left-out",
    guesses: ["shipping", "shippingamount", "shippingtotal", "shippingcost", "totalshipping"],
  },
];

/** Transactions: sales and refunds. */
export const transactionKind: RowKind = {
  fields: [CUSTOMER, ...OTHERS],
  across: checkSigns,
  isHidden: (field, columnOf) =>
    PARTS_OF_TOTAL.includes(field) && TOTAL_AMOUNTS.includes(normalName(columnOf("amount") ?? "")),
};

/** Transactions of which some have no customer. */
export const guestTransactionKind: RowKind = {
  ...transactionKind,
  fields: [{ ...CUSTOMER, cell: guestCell, absent: "left-out" }, ...OTHERS],
};

/** Only a refund may have amounts below zero; a negative amount without a type is one. */
function checkSigns(row: RowUnderConstruction): AcrossFault | null {
  // One line a member, not a loop: the engine then reads each at a known place.
  const isAmountNegative = isBelowZero(row["amount"]);
  const isDiscountNegative = isBelowZero(row["discount"]);
  const isTaxNegative = isBelowZero(row["tax"]);
  const isShippingNegative = isBelowZero(row["shipping"]);
  const type = row["type"];
  if (type === "refund" || (type !== "sale" && isAmountNegative)) return null;
  const field =
    (isAmountNegative && "amount") ||
    (isDiscountNegative && "discount") ||
    (isTaxNegative && "tax") ||
    (isShippingNegative && "shipping");
  return field ? { code: "negative-amount", field, expected: "an amount from 0" } : null;
}

const read: Amount = { units: 0, big: null, decimals: 0 };

function isBelowZero(value: unknown): boolean {
  if (typeof value === "string" && value.charCodeAt(0) !== MINUS) return false;
  return value !== undefined && readAmount(value, 0, read) === null && read.units < 0;
}

const MINUS = 0x2d;
