/** A function to be made as large as possible: gives its value and fills in its gradient. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** A place on the way up. */
export interface Place {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly evaluations: number;
  readonly iterations: number;
}
