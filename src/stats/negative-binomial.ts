/** Chances of counts: `chances[i]` is that of `first + i`; what is left out is below 1e-20. */
export interface CountChances {
  readonly first: number;
  readonly chances: Float64Array;
}

/** Smaller than this, next to the most likely count, a chance is left out. */
const NEGLIGIBLE = 1e-20;

/**
 * The negative binomial distribution: purchases in a time t at a rate λ ~ Gamma(r, alpha), with
 * z = t/(alpha + t). P(n) = Γ(r + n)/(Γ(r) n!) (1 − z)^r zⁿ.
 *
 * Worked out from the most likely count in both directions and divided by the sum, so every
 * chance has a relative error of some 1e-14. Takes 46/(−ln z) steps for z near 1.
 *
 * @param upTo - Counts up to this one are kept, however unlikely.
 * @see Ehrenberg (1959), The Pattern of Consumer Purchases, Applied Statistics 8(1), 26-41.
 * @example
 * negativeBinomial(1, 0.5).chances[2].toFixed(12); // => "0.125000000000"
 */
export function negativeBinomial(r: number, z: number, upTo: number = 0): CountChances {
  const mode = z === 0 ? 0 : Math.max(0, Math.floor(((r - 1) * z) / (1 - z)));
  const below: number[] = [];
  for (let n = mode, chance = 1; n > 0; n -= 1) {
    chance *= n / ((r + n - 1) * z);
    if (chance < NEGLIGIBLE && n - 1 > upTo) break;
    below.push(chance);
  }
  const above: number[] = [1];
  for (let n = mode, chance = 1; chance > NEGLIGIBLE || n < upTo; n += 1) {
    chance *= ((r + n) * z) / (n + 1);
    above.push(chance);
  }
  const first = mode - below.length;
  const chances = Float64Array.from([...below.reverse(), ...above]);
  let sum = 0;
  for (const chance of chances) sum += chance;
  return { first, chances: chances.map((chance) => chance / sum) };
}
