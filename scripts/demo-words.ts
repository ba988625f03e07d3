/** What the demo asks the command: a report on the simulated shop of `examples/data`. */
export const DEMO_WORDS: readonly string[] = [
  ...["report", "examples/data/orders.csv"],
  ...["--subscriptions", "examples/data/subscriptions.csv"],
  ...["--answers", "examples/data/answers.csv"],
  ...["--currency", "USD", "--period", "1997-Q2"],
];
