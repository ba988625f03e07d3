/**
 * How much smaller a standard error is when the sample is a good part of everyone there is.
 *
 * 1 for an endless population, 0 when everyone was asked.
 *
 * @see Cochran (1977), Sampling Techniques, 3rd edition, section 2.6; the form with N − 1 as in Bonett's statpsych.
 * @example
 * finitePopulationFactor(100, 400).toFixed(6); // => "0.867110"
 * finitePopulationFactor(400, 400); // => 0
 * finitePopulationFactor(400, Number.POSITIVE_INFINITY); // => 1
 */
export function finitePopulationFactor(sample: number, population: number): number {
  if (population === Number.POSITIVE_INFINITY) return 1;
  return population === sample ? 0 : Math.sqrt((population - sample) / (population - 1));
}
