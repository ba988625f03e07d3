import { logRising, reciprocalRising } from "../stats/log-rising.ts";
import { distinct } from "./rising-table.ts";

/** Chances to survive n coin tosses whose coin is Beta(a, b), for the n that occur in the data. */
export interface SurvivalTable {
  /** Where to look for each row. */
  readonly slot: Int32Array;
  /** ln B(a, b + n) / B(a, b) = Σ_{j<n} ln (b + j)/(a + b + j). */
  readonly log: Float64Array;
  readonly byA: Float64Array;
  readonly byB: Float64Array;
  /** ln a/(b + n − 1): the odds that the last of n tosses was the one not survived. */
  readonly logOdds: Float64Array;
  /** Works the table out for new parameters. */
  readonly fill: (a: number, b: number) => void;
}

/** Up to this many tosses are multiplied one by one. */
const FEW = 24;

/** A table for these numbers of tosses, each worked out from the next smaller one. */
export function survivalTable(tosses: Float64Array): SurvivalTable {
  const { values, slot } = distinct(tosses);
  const log = new Float64Array(values.length);
  const byA = new Float64Array(values.length);
  const byB = new Float64Array(values.length);
  const logOdds = new Float64Array(values.length);
  return {
    slot,
    log,
    byA,
    byB,
    logOdds,
    fill(a, b) {
      let [sum, sumByA, sumByB, from] = [0, 0, 0, 0];
      for (let index = 0; index < values.length; index += 1) {
        const upTo = values[index] ?? 0;
        if (upTo - from > FEW) {
          sum += logRising(b + from, upTo - from) - logRising(a + b + from, upTo - from);
          const both = reciprocalRising(a + b + from, upTo - from);
          sumByA -= both;
          sumByB += reciprocalRising(b + from, upTo - from) - both;
        } else {
          for (let j = from; j < upTo; j += 1) {
            sum -= Math.log1p(a / (b + j));
            sumByA -= 1 / (a + b + j);
            sumByB += a / ((b + j) * (a + b + j));
          }
        }
        from = upTo;
        log[index] = sum;
        byA[index] = sumByA;
        byB[index] = sumByB;
        logOdds[index] = Math.log(a / (b + (upTo - 1)));
      }
    },
  };
}
