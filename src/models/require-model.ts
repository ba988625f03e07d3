import { argumentError, requireArgument } from "../base/errors.ts";
import { type OptionCheck, wholeNumber } from "../base/options.ts";

/** Every kind of model of this library. */
export type ModelKind = (typeof PURCHASE_KINDS)[number] | "bg-bb" | "gamma-gamma" | "sbg";

/** The parameters of each model. */
export const MODEL_PARAMETERS: Readonly<Record<ModelKind, readonly string[]>> = {
  "bg-nbd": ["r", "alpha", "a", "b"],
  "mbg-nbd": ["r", "alpha", "a", "b"],
  "mbg-cnbd-k": ["r", "alpha", "a", "b"],
  "pareto-nbd": ["r", "alpha", "s", "beta"],
  "gamma-gamma": ["p", "q", "v"],
  "bg-bb": ["alpha", "beta", "gamma", "delta"],
  sbg: ["alpha", "beta"],
};

/** The kinds of models of purchases in time. */
export const PURCHASE_KINDS = ["bg-nbd", "mbg-nbd", "mbg-cnbd-k", "pareto-nbd"] as const;

/** The kinds of models of one customer's purchases. */
export const CUSTOMER_KINDS: readonly ModelKind[] = [...PURCHASE_KINDS, "bg-bb"];

/** The kinds of all models. */
export const ALL_KINDS: readonly ModelKind[] = [
  ...PURCHASE_KINDS,
  ...(["bg-bb", "gamma-gamma", "sbg"] as const),
];

/**
 * Refuses what is no model of these kinds, fitted or made by hand.
 *
 * @throws KpiError `invalid-argument` naming the parameter that is wrong.
 */
export function requireModel(
  model: unknown,
  kinds: readonly ModelKind[],
  argument = "model",
): void {
  const kind = kinds.find((known) => known === memberOf(model, "kind", argument));
  if (kind === undefined) {
    const expected = `a model of kind ${kinds.map((known) => `"${known}"`).join(" or ")}`;
    throw argumentError(argument, expected, model, "option-wrong-type");
  }
  const parameters = memberOf(model, "parameters", argument);
  for (const name of MODEL_PARAMETERS[kind]) {
    const value = memberOf(parameters, name, `${argument}.parameters`);
    const isPositive = typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY;
    requireArgument(isPositive, `${argument}.parameters.${name}`, "a number above 0", value);
  }
  if (kind !== "mbg-cnbd-k") return;
  const k = memberOf(model, "k", argument);
  regularity(k, `${argument}.k`);
}

const MOST_REGULAR = 1000;

/** A check for the regularity of MBG/CNBD-k; purchases more regular than so are not told apart. */
export const regularity: OptionCheck<number> = /* @__PURE__ */ wholeNumber(
  1,
  `a whole number from 1 to ${MOST_REGULAR}`,
  MOST_REGULAR,
);

/** Refuses what is no fit: a model made by hand has no errors to tell of. */
export function requireFit(fit: unknown, kinds: readonly ModelKind[], argument = "fit"): void {
  requireModel(fit, kinds, argument);
  requireErrors(fit, argument);
}

/** Refuses what has no parameters with their standard errors. */
export function requireErrors(fit: unknown, argument = "fit"): void {
  const expected = "a fitted model: one made by hand has no standard errors";
  for (const name of ["parameters", "standardErrors"]) {
    const member = memberOf(fit, name, argument);
    const isThere = typeof member === "object" && member !== null;
    requireArgument(isThere, argument, expected, fit, "option-wrong-type");
  }
}

/** One member of what may be anything; `undefined` where there is none. */
export function memberOf(value: unknown, name: string, argument: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return Reflect.get(value, name);
  } catch {
    const expected = "an object that can be read";
    throw argumentError(argument, expected, undefined, "option-unreadable");
  }
}
