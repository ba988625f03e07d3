import { KpiError, requireArgument } from "../base/errors.ts";
import { readEach } from "../base/gather.ts";
import { ownMembers } from "../base/options.ts";
import { show } from "../base/show.ts";
import { copyOfNumbers } from "./doubles.ts";

/** What else is known of each customer, by name: one number for each place of the summary. */
export type Covariates = Readonly<Record<string, ArrayLike<number>>>;

/** One covariate as the search sees it: around its mean, in units of its standard deviation. */
export interface Covariate {
  readonly name: string;
  readonly values: Float64Array;
  readonly mean: number;
  readonly deviation: number;
}

/** Checks covariates: as long as the summary, numbers, and not the same for everybody. */
export function readCovariates(covariates: Covariates, rows: number): readonly Covariate[] {
  const given = ownMembers(covariates, "covariates");
  requireArgument(given.length > 0, "covariates", "one covariate or more", "none");
  return readEach(given, ([name, numbers]) => {
    const option = `covariates.${name}`;
    const list = copyOfNumbers(numbers);
    requireArgument(list !== null, option, "a list of numbers", numbers, "option-wrong-type");
    // What is no number becomes NaN, and is refused by its place.
    const values = Float64Array.from(list, (one) => (typeof one === "number" ? one : Number.NaN));
    requireArgument(values.length === rows, option, `${rows} numbers, one a row`, values.length);
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong !== -1) throw notANumber(name, wrong, values[wrong]);
    const mean = values.reduce((sum, value) => sum + value, 0) / rows;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / rows);
    requireArgument(
      deviation > 1e-12 * Math.abs(mean),
      option,
      "different between customers",
      mean,
    );
    return { name, values, mean, deviation };
  });
}

function notANumber(field: string, row: number, value: unknown): KpiError {
  const message = `\`${field}\` must be a number; received ${show(value)}.`;
  return new KpiError("invalid-data", message, [
    { code: "number-not-finite", message, row, field, received: show(value) },
  ]);
}
