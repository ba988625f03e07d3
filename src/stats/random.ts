/** A stream of random bits; every draw takes from it and moves it on. */
export interface RandomStream {
  /** The next whole number from 0 to 2³² − 1. */
  readonly next32: () => number;
}

/**
 * A stream of random bits that is the same for the same seed, on every runtime.
 *
 * The generator is xoshiro128**, its state filled by SplitMix64. Fit for simulation and
 * resampling, not for secrets. The bits and `uniform` are exact everywhere; draws that go through
 * `Math.log` or `Math.exp` may differ in the last place between runtimes.
 *
 * @param seed - A whole number; of others the part after the point is dropped.
 * @see Blackman & Vigna (2021), Scrambled Linear Pseudorandom Number Generators, ACM Transactions
 *   on Mathematical Software 47(4), 36; Steele, Lea & Flood (2014), Fast Splittable Pseudorandom
 *   Number Generators, OOPSLA 2014.
 * @example
 * randomStream(42).next32(); // => 1776835114
 */
export function randomStream(seed: number): RandomStream {
  let [a, b, c, d] = splitMixWords(seed);
  return {
    next32() {
      const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotateLeft(d, 11);
      return result;
    },
  };
}

/**
 * A number from 0 (possible) to 1 (not reached), every multiple of 2⁻⁵³ equally likely.
 *
 * @example
 * uniform(randomStream(42)); // => 0.4137016681565887
 */
export function uniform(stream: RandomStream): number {
  const high = stream.next32() >>> 5;
  const low = stream.next32() >>> 6;
  return (high * 2 ** 26 + low) * 2 ** -53;
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Two 64-bit outputs of SplitMix64 as four words, the low half of each first. */
function splitMixWords(seed: number): [number, number, number, number] {
  let state = BigInt.asUintN(64, BigInt(Math.trunc(seed)));
  const next = (): [low: number, high: number] => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    mixed ^= mixed >> 31n;
    return [Number(mixed & 0xffffffffn), Number(mixed >> 32n)];
  };
  return [...next(), ...next()];
}
