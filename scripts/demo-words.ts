/** What the demo asks the command: a report on the simulated shop of `examples/data`. */
export const DEMO_WORDS: readonly string[] = [
  ...["report", "examples/data/orders.csv"],
  ...["--subscriptions", "examples/data/subscriptions.csv"],
  ...["--answers", "examples/data/answers.csv"],
  ...["--period", "2025-Q2", "--compare-to", "previous", "--as-of", "2025-07-01"],
  ...["--currency", "EUR", "--ces-version", "2.0"],
];

/** What the demo asks of the models: an analyst's five questions about the same shop. */
export const DEMO_FIT_WORDS: readonly string[] = [
  ...["fit", "examples/data/orders.csv", "--as-of", "2025-07-01"],
  ...["--horizon", "52w", "--discount", "0.1", "--parts", "answers,model,risk"],
];
