/** The kinds of fault of the corpus, where they are not our own code in capitals. */
const NEUTRAL: Readonly<Record<string, readonly string[]>> = {
  "duplicate-transaction": ["ID_DUPLICATE"],
  "duplicate-respondent": ["ID_DUPLICATE"],
  "date-ambiguous": ["DATE_AMBIGUOUS", "DATE_NONEXISTENT"],
  "small-sample": ["TOO_FEW"],
  "no-orders": ["NO_DATA"],
  "no-customers": ["NO_DATA"],
  "no-responses": ["NO_DATA"],
  "no-repeat-purchases": ["NO_DATA", "MODEL_NOT_IDENTIFIED"],
  "no-customers-at-start": ["ZERO_DENOMINATOR", "NO_DATA"],
};

/** What the corpus calls one of our codes. */
export function neutralCodes(code: string, field?: string): readonly string[] {
  const own = code.toUpperCase().replaceAll("-", "_");
  if (code === "field-missing" && field === "score") return [own, "SCORE_MISSING"];
  return NEUTRAL[code] ?? [own];
}

/** Our names of the options. */
const OPTIONS: Readonly<Record<string, string>> = {
  granularity: "every",
  horizonMonths: "periods",
};

export function ourOption(name: string): string {
  return OPTIONS[name] ?? name;
}
