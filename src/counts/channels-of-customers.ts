import type { Day } from "../base/day.ts";
import { NO_VALUE } from "../ledger/dimensions.ts";
import { GUEST, type OrdersLedger, type Sales } from "../ledger/orders.ts";

/** Stands for a customer whose orders in question went through several channels. */
export const SEVERAL = -2;

/** Stands for a customer without any order in question. */
export const NOWHERE = -3;

/** Days from the first to the last; the last is out. */
interface Days {
  readonly from: Day;
  readonly until: Day;
}

/**
 * The channel of every customer: that of the first order of the days, of the last, or of all.
 *
 * Orders of one moment have no first: with different channels, the customer is one of several. An
 * order of which only the day is known counts as placed when the day began.
 */
export function channelOfCustomers(
  { sales, customers }: OrdersLedger,
  channels: Int32Array,
  { from, until }: Days,
  which: "first" | "last" | "all",
): Int32Array {
  const { customer, day, size } = sales;
  const channelOf = new Int32Array(customers.length).fill(NOWHERE);
  const chosen = new Int32Array(customers.length);
  const sign = which === "last" ? -1 : 1;
  for (let at = 0; at < size; at += 1) {
    const who = customer[at] ?? GUEST;
    const when = day[at] ?? 0;
    if (who === GUEST || when < from || when >= until) continue;
    const [channel, known] = [channels[at] ?? NO_VALUE, channelOf[who] ?? NOWHERE];
    const nearer =
      known === NOWHERE ? -1 : which === "all" ? 0 : sign * compare(sales, at, chosen[who] ?? 0);
    if (nearer < 0) {
      chosen[who] = at;
      channelOf[who] = channel;
    } else if (nearer === 0 && channel !== known) {
      channelOf[who] = SEVERAL;
    }
  }
  return channelOf;
}

/** Negative where the first order is the earlier one. */
function compare({ day, instant }: Sales, left: number, right: number): number {
  const days = (day[left] ?? 0) - (day[right] ?? 0);
  if (days !== 0 || instant === null) return days;
  const [a, b] = [startOr(instant[left]), startOr(instant[right])];
  return a === b ? 0 : a < b ? -1 : 1;
}

function startOr(instant: number | undefined): number {
  return instant === undefined || Number.isNaN(instant) ? -Infinity : instant;
}

/**
 * Calls once for every channel that each customer used in the days. Orders are gone through channel
 * by channel, so that one mark a customer is enough.
 */
export function eachChannelUsed(
  { sales, customers }: OrdersLedger,
  channels: Int32Array,
  { from, until }: Days,
  found: (who: number, channel: number) => void,
): void {
  const { customer, day, size } = sales;
  const last = new Int32Array(customers.length).fill(NOWHERE);
  for (const at of byChannel(channels, size)) {
    const who = customer[at] ?? GUEST;
    const when = day[at] ?? 0;
    const channel = channels[at] ?? NO_VALUE;
    if (who === GUEST || when < from || when >= until || last[who] === channel) continue;
    last[who] = channel;
    found(who, channel);
  }
}

/** The places of the orders, those of one channel together. */
function byChannel(channels: Int32Array, size: number): Int32Array {
  let most = 0;
  for (const channel of channels) most = Math.max(most, channel);
  const next = new Int32Array(most + 3); // orders without a channel first
  for (const channel of channels) next[channel + 2] = (next[channel + 2] ?? 0) + 1;
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const places = new Int32Array(size);
  for (let at = 0; at < size; at += 1) {
    const slot = (channels[at] ?? NO_VALUE) + 1;
    const place = next[slot] ?? 0;
    places[place] = at;
    next[slot] = place + 1;
  }
  return places;
}
