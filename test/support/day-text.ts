/** The day so many days after 2025-01-01. */
export function dayText(after: number): string {
  return new Date(Date.UTC(2025, 0, 1) + after * 86_400_000).toISOString().slice(0, 10);
}
