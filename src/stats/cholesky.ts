/** A square matrix by rows. */
export type Matrix = readonly Float64Array[];

/**
 * Lower triangular L with L Lᵀ = the given symmetric matrix, or null where it is not positive definite.
 *
 * @see Golub & Van Loan (2013), Matrix Computations, 4th edition, algorithm 4.2.1.
 * @example
 * cholesky([Float64Array.of(4, 2), Float64Array.of(2, 5)])?.[1]?.[1]; // => 2
 * cholesky([Float64Array.of(1, 2), Float64Array.of(2, 1)]); // => null
 */
export function cholesky(matrix: Matrix): Matrix | null {
  const lower: Float64Array[] = [];
  for (const [i, row] of matrix.entries()) {
    const line = new Float64Array(matrix.length);
    for (let j = 0; j <= i; j += 1) {
      const other = j === i ? line : (lower[j] ?? line);
      let rest = row[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (line[k] ?? 0) * (other[k] ?? 0);
      // A pivot that is only rounding is no pivot.
      if (j === i && !(rest > 1e-14 * Math.abs(row[i] ?? 0))) return null;
      line[j] = j === i ? Math.sqrt(rest) : rest / (other[j] ?? 1);
    }
    lower.push(line);
  }
  return lower;
}

/** The x with L Lᵀ x = the right side. */
export function solveCholesky(lower: Matrix, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (const [i, row] of lower.entries()) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - (row[k] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (row[i] ?? 1);
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) {
      x[i] = (x[i] ?? 0) - (lower[k]?.[i] ?? 0) * (x[k] ?? 0);
    }
    x[i] = (x[i] ?? 0) / (lower[i]?.[i] ?? 1);
  }
  return x;
}

/** The inverse of a symmetric positive definite matrix, or null where it is not one. */
export function inverse(matrix: Matrix): Matrix | null {
  const lower = cholesky(matrix);
  if (!lower) return null;
  return matrix.map((_, index) => {
    const unit = new Float64Array(matrix.length);
    unit[index] = 1;
    return solveCholesky(lower, unit);
  });
}
