/**
 * The known word nearest to a misspelt or shortened one, or `null` when none is near.
 *
 * @example
 * closest("timezone", ["timeZone", "period"]); // => "timeZone"
 * closest("discountRate", ["discount", "annualDiscountRate"]); // => "annualDiscountRate"
 */
export function closest(word: string, known: readonly string[]): string | null {
  const short = word.slice(0, 40).toLowerCase();
  let best: string | null = null;
  let least = Math.floor(short.length / 3) + 1;
  for (const candidate of known) {
    const distance = distanceBetween(short, candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** A word that is a part of a longer one is nearer to it than with two letters wrong, and farther than with one. */
function distanceBetween(word: string, candidate: string): number {
  const distance = editDistance(word, candidate);
  const isPart = word.length >= SHORTEST_PART && candidate.includes(word);
  return isPart ? Math.min(distance, 1.5) : distance;
}

const SHORTEST_PART = 4;

/** Levenshtein's distance, row by row. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = (row[j - 1] ?? 0) + Number(left[i - 1] !== right[j - 1]);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
