import { type RandomStream, uniform } from "../stats/random.ts";
import { exponentialDraw, gammaDraw } from "../stats/random-draws.ts";
import { chanceDraw } from "./chance-draw.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/**
 * The ages at which one customer, drawn from the model, buys again up to `age`, in order.
 *
 * The first purchase, at age 0, is not among them.
 */
export function simulateCustomer(
  model: PurchaseModel,
  age: number,
  stream: RandomStream,
): readonly number[] {
  if (model.kind === "pareto-nbd") {
    const { r, alpha, s, beta } = model.parameters;
    const rate = gammaDraw(stream, r) / alpha;
    const lifetime = exponentialDraw(stream) / (gammaDraw(stream, s) / beta);
    const gap = (): number => exponentialDraw(stream) / rate;
    return purchasesUntil(Math.min(age, lifetime), gap, () => false);
  }
  const { r, alpha, a, b } = model.parameters;
  const k = model.kind === "mbg-cnbd-k" ? model.k : 1;
  const rate = gammaDraw(stream, r) / alpha;
  const dropout = chanceDraw(stream, a, b);
  const leaves = (): boolean => uniform(stream) < dropout;
  if (model.kind !== "bg-nbd" && leaves()) return [];
  const gap = (): number => (k === 1 ? exponentialDraw(stream) : gammaDraw(stream, k)) / rate;
  return purchasesUntil(age, gap, leaves);
}

function purchasesUntil(end: number, gap: () => number, leaves: () => boolean): readonly number[] {
  const times: number[] = [];
  for (let time = gap(); time <= end; time += gap()) {
    times.push(time);
    if (leaves()) break;
  }
  return times;
}
