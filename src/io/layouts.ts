/** An export whose columns are known. */
export type LayoutName = "plain" | "shopify" | "woocommerce" | "stripe";

export const LAYOUT_NAMES: readonly LayoutName[] = ["plain", "shopify", "woocommerce", "stripe"];

/** What a column of a shop's export can be. */
export type LayoutColumn =
  | "customerId"
  | "orderId"
  | "date"
  | "currency"
  /** What the items cost, discounts, tax and shipping left out. */
  | "net"
  /** What the items cost, discounts taken off; with the tax where prices include it. */
  | "items"
  /** All that was to be paid. */
  | "total"
  | "tax"
  | "shipping"
  /** Charges that are neither items nor shipping, such as cash on delivery. */
  | "fees"
  | "discount"
  /** What was paid back so far, tax and shipping with it. */
  | "refunded"
  | "refundDate"
  | "status"
  /** Filled if the order was cancelled. */
  | "cancelledAt"
  /** Live or test. */
  | "mode";

/** One known export, as data: names of columns and words of states, without blanks and capitals. */
export interface Layout {
  readonly name: LayoutName;
  /** The export is recognised by all columns of one of these lists. */
  readonly marks: readonly (readonly string[])[];
  /** The column of each meaning: the first of these names that the file has. */
  readonly columns: Readonly<Partial<Record<LayoutColumn, readonly string[]>>>;
  /** Set where customers are known by name alone. */
  readonly customersAreNames?: true;
  /** States in which an order counts; those in neither list count as unpaid. */
  readonly paid: readonly string[];
  readonly cancelled: readonly string[];
}

/** Orders, one line for each item: the first line of an order alone has its totals. */
const SHOPIFY: Layout = {
  name: "shopify",
  marks: [["name", "email", "financialstatus", "total"]],
  columns: {
    customerId: ["email"],
    orderId: ["name"],
    date: ["createdat", "paidat"],
    currency: ["currency"],
    items: ["subtotal"],
    total: ["total"],
    tax: ["taxes"],
    shipping: ["shipping"],
    discount: ["discountamount"],
    refunded: ["refundedamount"],
    status: ["financialstatus"],
    cancelledAt: ["cancelledat"],
  },
  paid: ["paid", "partiallyrefunded", "refunded"],
  cancelled: [],
};

const WOOCOMMERCE_STATES = {
  paid: ["completed", "processing", "refunded"],
  cancelled: ["cancelled", "trash"],
};

/** The report Analytics → Orders. It knows the name of a customer alone. */
const WOOCOMMERCE_ANALYTICS: Layout = {
  name: "woocommerce",
  marks: [["date", "order", "status", "customer", "itemssold"]],
  columns: {
    customerId: ["customer"],
    orderId: ["order"],
    date: ["date"],
    net: ["nrevenue", "netsales", "netrevenue"],
    status: ["status"],
  },
  customersAreNames: true,
  ...WOOCOMMERCE_STATES,
};

/** Columns named as in the shop's database, by the usual export plug-ins. */
const WOOCOMMERCE_ORDERS: Layout = {
  name: "woocommerce",
  marks: [
    ["orderid", "orderdate", "status", "ordertotal", "cartdiscount"],
    ["orderid", "orderdate", "status", "ordertotal", "paymentmethodtitle"],
  ],
  columns: {
    customerId: ["customeremail", "billingemail", "customerid", "customeruser"],
    orderId: ["orderid"],
    date: ["orderdate"],
    currency: ["ordercurrency"],
    total: ["ordertotal"],
    tax: ["taxtotal"],
    shipping: ["shippingtotal"],
    fees: ["feetotal"],
    discount: ["discounttotal", "orderdiscount"],
    refunded: ["refundedtotal", "refundtotal"],
    status: ["status"],
  },
  ...WOOCOMMERCE_STATES,
};

/** Columns named in words, one line for each item if so set. */
const WOOCOMMERCE_WORDS: Layout = {
  name: "woocommerce",
  marks: [["ordernumber", "orderstatus", "orderdate", "ordertotalamount"]],
  columns: {
    customerId: ["emailbilling", "customeruserid"],
    orderId: ["ordernumber"],
    date: ["orderdate"],
    currency: ["currency", "ordercurrency"],
    total: ["ordertotalamount"],
    tax: ["ordertotaltaxamount"],
    shipping: ["ordershippingamount"],
    fees: ["ordertotalfee"],
    discount: ["cartdiscountamount", "orderdiscountamount"],
    refunded: ["orderrefundamount"],
    status: ["orderstatus"],
  },
  ...WOOCOMMERCE_STATES,
};

/** Payments. What was paid is not split into items, tax and shipping. */
const STRIPE: Layout = {
  name: "stripe",
  marks: [["id", "amount", "amountrefunded", "currency", "status"]],
  columns: {
    customerId: ["customerid", "customeremail"],
    orderId: ["id"],
    date: ["createddateutc", "createdutc"],
    currency: ["currency"],
    net: ["amount"],
    refunded: ["amountrefunded"],
    refundDate: ["refundeddateutc"],
    status: ["status"],
    mode: ["mode"],
  },
  paid: ["paid", "succeeded", "partiallyrefunded", "refunded"],
  cancelled: ["canceled", "cancelled"],
};

/** All layouts, in the order in which they are tried. */
export const LAYOUTS: readonly Layout[] = [
  SHOPIFY,
  WOOCOMMERCE_ANALYTICS,
  WOOCOMMERCE_ORDERS,
  WOOCOMMERCE_WORDS,
  STRIPE,
];
