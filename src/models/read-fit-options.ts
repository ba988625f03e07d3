import { argumentError } from "../base/errors.ts";
import { type OptionCheck, type OptionChecks, readOptions } from "../base/options.ts";
import type { FitOptions, LogNormalPrior } from "./fit.ts";
import { aboveZero, required } from "./require-question.ts";

/** Reads the options that every fit takes: priors of some parameters, and a start of all of them. */
export function readFitOptions<Name extends string>(
  options: unknown,
  names: readonly Name[],
): Partial<FitOptions<Name>> {
  return readOptions<FitOptions<Name>>(options, fitChecks(names));
}

/** The checks of {@link FitOptions}. */
export function fitChecks<Name extends string>(
  names: readonly Name[],
): OptionChecks<FitOptions<Name>> {
  return {
    prior: (value, option) => readOptions(value, eachOf(names, priorOption), option),
    start: (value, option) => {
      const start = readOptions(value, eachOf(names, aboveZero), option);
      const missing = names.find((name) => start[name] === undefined);
      if (missing === undefined) return start as Readonly<Record<Name, number>>; // all are there
      throw argumentError(`${option}.${missing}`, "given", undefined, "option-missing");
    },
  };
}

function eachOf<Name extends string, Value>(
  names: readonly Name[],
  check: OptionCheck<Value>,
): OptionChecks<Readonly<Record<Name, Value>>> {
  // One entry a name.
  return Object.fromEntries(names.map((name) => [name, check])) as unknown as OptionChecks<
    Readonly<Record<Name, Value>>
  >;
}

const priorOption: OptionCheck<LogNormalPrior> = (value, option) => {
  const checks = { median: aboveZero, sigma: aboveZero };
  const { median, sigma } = readOptions<LogNormalPrior>(value, checks, option);
  return {
    median: required(median, `${option}.median`, "a number above 0"),
    sigma: required(sigma, `${option}.sigma`, "a number above 0"),
  };
};
