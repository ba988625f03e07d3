import { counted, plural } from "../result/plural.ts";

/** Something a reader of a fitted model should know before trusting it, as data. */
export type ModelWarningFact =
  /** The best fit lies where the model degenerates; some parameters have no finite best value. */
  | { readonly code: "boundary"; readonly boundary: Boundary }
  /** The search ended before its slope was flat. */
  | { readonly code: "not-converged"; readonly slope: number }
  /** Some parameters cannot be told from the data: no standard errors. */
  | { readonly code: "not-identified"; readonly parameters: readonly string[] }
  /** Customers that a spend model cannot use. */
  | {
      readonly code: "left-out";
      readonly because: "no-repeat-purchases" | "no-spend";
      readonly customers: number;
    }
  /** Heavy tail: the mean over all customers does not exist. */
  | { readonly code: "mean-undefined"; readonly q: number }
  /** The spend model assumes that who buys often spends neither more nor less each time. */
  | {
      readonly code: "spend-depends-on-frequency";
      readonly correlation: number;
      readonly pValue: number;
    }
  /** Few customers. */
  | { readonly code: "few-customers"; readonly customers: number; readonly advised: number };

/** Where a model degenerates to a simpler one. */
export type Boundary =
  /** Nobody ever leaves. */
  | "no-dropout"
  /** Everybody leaves at once. */
  | "all-drop-out"
  /** All customers buy at the same rate. */
  | "homogeneous"
  /** All customers leave at the same rate. */
  | "homogeneous-dropout"
  /** Each customer either stays for ever or leaves at once. */
  | "polarised-dropout"
  /** Nobody bought again, so nothing can be told about leaving. */
  | "no-repeat-purchases"
  /** Each customer always spends the same. */
  | "constant-spend"
  /** Each customer uses every opportunity while here. */
  | "always-buys"
  /** A few customers make all the purchases. */
  | "extreme-heterogeneity";

/** A warning of a fitted model: its facts and an English sentence made from them. */
export type ModelWarning = ModelWarningFact & { readonly message: string };

/** Puts a warning into words. */
export function modelWarning(fact: ModelWarningFact): ModelWarning {
  return Object.freeze({ ...fact, message: sentenceOf(fact) });
}

function sentenceOf(fact: ModelWarningFact): string {
  switch (fact.code) {
    case "boundary":
      return BOUNDARIES[fact.boundary];
    case "not-converged":
      return `The search for the best fit ended early, at a slope of ${fact.slope.toExponential(1)}.`;
    case "not-identified":
      return `The data do not tell ${fact.parameters.join(", ")}: no standard errors for them.`;
    case "left-out":
      return fact.because === "no-spend"
        ? `${counted(String(fact.customers), "customer")} with repeat purchases worth nothing ${plural(fact.customers, "was", "were")} left out of the spend model.`
        : `${counted(String(fact.customers), "customer")} without repeat purchases ${plural(fact.customers, "says nothing about spend and was", "say nothing about spend and were")} left out.`;
    case "mean-undefined":
      return `With q = ${fact.q.toPrecision(4)} the mean spend over all customers is infinite; use the median, or a prior that keeps q above 1.`;
    case "spend-depends-on-frequency":
      return `Spend and frequency go together (correlation ${fact.correlation.toFixed(3)}, p = ${fact.pValue.toPrecision(2)}), though the spend model assumes they do not.`;
    case "few-customers":
      return `Only ${counted(String(fact.customers), "customer")}; ${fact.advised} or more are advised.`;
  }
}

const BOUNDARIES: Readonly<Record<Boundary, string>> = {
  "no-dropout": "The best fit has no dropout: nobody in these data seems to leave for good.",
  "all-drop-out": "The best fit has everybody leave at once.",
  homogeneous: "The best fit has all customers buy at the same rate.",
  "homogeneous-dropout": "The best fit has all customers leave at the same rate.",
  "polarised-dropout": "The best fit has each customer either leave at once or stay for ever.",
  "no-repeat-purchases": "Nobody bought again, so the data cannot tell how customers buy or leave.",
  "constant-spend": "The best fit has each customer always spend the same.",
  "always-buys": "The best fit has each customer use every opportunity while here.",
  "extreme-heterogeneity": "The best fit has a vanishing share of customers make all purchases.",
};
