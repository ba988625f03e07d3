/**
 * `npm run data`: writes `examples/data`, a shop that does not exist. Customers buy as the BG/NBD
 * model and pay as the Gamma-Gamma model say, with the parameters published for CDNOW (Fader, Hardie
 * & Lee 2005; Fader & Hardie 2013); subscribers leave as the shifted beta-geometric model says, with
 * those of its regular segment (Fader & Hardie 2007). The same seed gives the same bytes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dayOf, dayToText } from "../src/base/day.ts";
import { simulatePurchases } from "../src/models/simulate-purchases.ts";
import { type RandomStream, randomStream, uniform } from "../src/stats/random.ts";
import { betaDraw, categoricalDraw } from "../src/stats/random-draws.ts";

const SEED = 20_250_701;
const CUSTOMERS = 900;
const SUBSCRIBERS = 320;
const RESPONDENTS = 240;
const OPENED = dayOf(2024, 1, 1);
const CLOSED = dayOf(2025, 7, 1);
const MONTHS = 18;

const BUYING = {
  kind: "bg-nbd",
  parameters: { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425753 },
} as const;
const SPENDING = {
  kind: "gamma-gamma",
  parameters: { p: 6.248802, q: 3.744588, v: 15.447748 },
} as const;
const LEAVING = { a: 0.7040773, b: 1.182043 };

const CHANNELS = ["web", "app", "shop"] as const;
const COUNTRIES = ["FR", "BE", "DE", "ES"] as const;
const REFUNDED = 0.03;
const PLANS = [
  { plan: "basic", mrr: "9.90" },
  { plan: "plus", mrr: "19.90" },
  { plan: "pro", mrr: "39.90" },
] as const;

const folder = new URL("../examples/data/", import.meta.url);
mkdirSync(folder, { recursive: true });
write("orders.csv", orders(randomStream(SEED)));
write("subscriptions.csv", subscriptions(randomStream(SEED + 1)));
write("answers.csv", answers(randomStream(SEED + 2)));
write("customers.csv", customers(randomStream(SEED + 3)));

function write(name: string, lines: readonly string[]): void {
  writeFileSync(new URL(name, folder), `${lines.join("\n")}\n`);
}

function pick<Item>(
  stream: RandomStream,
  items: readonly Item[],
  weights: readonly number[],
): Item {
  return items[categoricalDraw(stream, weights)] as Item; // one weight an item
}

function customerId(code: number): string {
  return `c${String(code + 1).padStart(4, "0")}`;
}

function orders(stream: RandomStream): readonly string[] {
  const bought = simulatePurchases(BUYING, {
    ...{ customers: CUSTOMERS, seed: SEED, spend: SPENDING },
    ...{ acquiredFrom: OPENED, acquiredUntil: CLOSED - 14, observedUntil: CLOSED },
  });
  const lines = ["order_id,customer_id,date,amount,currency,type,channel"];
  for (const [at, who] of bought.customer.entries()) {
    const day = bought.day[at] ?? 0;
    const amount = (bought.amount[at] ?? 0).toFixed(2);
    const channel = pick(stream, CHANNELS, [0.55, 0.3, 0.15]);
    const sale = [`o${at + 1}`, customerId(who), dayToText(day), amount, "EUR", "sale", channel];
    lines.push(sale.join(","));
    if (uniform(stream) >= REFUNDED) continue;
    const back = dayToText(Math.min(CLOSED - 1, day + 3 + Math.floor(uniform(stream) * 20)));
    lines.push([sale[0], sale[1], back, amount, "EUR", "refund", channel].join(","));
  }
  return lines;
}

function subscriptions(stream: RandomStream): readonly string[] {
  const lines = ["subscription_id,customer_id,start,end,mrr,currency,plan"];
  for (let who = 0; who < SUBSCRIBERS; who += 1) {
    const first = Math.floor(uniform(stream) * MONTHS);
    const leaves = betaDraw(stream, LEAVING.a, LEAVING.b) / 6;
    let last = first + 1;
    while (last <= MONTHS && uniform(stream) >= leaves) last += 1;
    const { plan, mrr } = pick(stream, PLANS, [0.5, 0.35, 0.15]);
    const end = last > MONTHS ? "" : monthStart(last);
    lines.push(
      [`s${who + 1}`, customerId(who), monthStart(first), end, mrr, "EUR", plan].join(","),
    );
  }
  return lines;
}

function monthStart(month: number): string {
  return dayToText(dayOf(2024 + Math.floor(month / 12), (month % 12) + 1, 1));
}

function answers(stream: RandomStream): readonly string[] {
  const surveys = [
    { survey: "nps", from: 0, weights: [2, 1, 1, 2, 2, 5, 6, 14, 22, 24, 21] },
    { survey: "csat", from: 1, weights: [4, 6, 14, 42, 34] },
    { survey: "ces", from: 1, weights: [3, 5, 7, 12, 25, 30, 18] },
  ];
  const lines = ["respondent_id,customer_id,survey,score,date"];
  for (let at = 0; at < RESPONDENTS; at += 1) {
    const who = customerId(Math.floor(uniform(stream) * CUSTOMERS));
    const day = dayToText(CLOSED - 182 + Math.floor(uniform(stream) * 180));
    for (const { survey, from, weights } of surveys) {
      const silent = uniform(stream) < 0.08;
      const score = silent ? "" : String(from + categoricalDraw(stream, weights));
      lines.push([`r${at + 1}`, who, survey, score, day].join(","));
    }
  }
  return lines;
}

function customers(stream: RandomStream): readonly string[] {
  const lines = ["customer_id,country,first_channel"];
  for (let who = 0; who < CUSTOMERS; who += 1) {
    const country = pick(stream, COUNTRIES, [0.6, 0.15, 0.15, 0.1]);
    lines.push([customerId(who), country, pick(stream, CHANNELS, [0.55, 0.3, 0.15])].join(","));
  }
  return lines;
}
