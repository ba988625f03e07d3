/** Successes in a number of trials: customers kept of customers at the start, say. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}
