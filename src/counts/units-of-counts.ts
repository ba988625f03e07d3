/** The member of each kind of counts that says how many units stand behind the figure. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  retention: ["customersAtStart"],
  "repeat-customers": ["customers"],
  "purchase-frequency": ["customers"],
  "purchase-gaps": ["gaps"],
  "order-value": ["orders"],
  "customer-value": ["customers"],
  "formula-clv": ["customers"],
  nps: ["promoters", "passives", "detractors"],
  csat: ["answered"],
  ces: ["answered"],
};

/**
 * How many units stand behind a figure: customers at the start, orders, answers. `null` where the
 * counts do not say.
 *
 * @example
 * unitsOfCounts(nps([10, 9, 7, null]).counts); // => 3
 */
export function unitsOfCounts(counts: unknown): number | null {
  if (typeof counts !== "object" || counts === null || !("kind" in counts)) return null;
  const members = Object.hasOwn(UNITS, String(counts.kind)) ? UNITS[String(counts.kind)] : [];
  const values = (members ?? []).map((name) => Reflect.get(counts, name) as unknown);
  if (values.length === 0 || !values.every((value) => typeof value === "number")) return null;
  return values.reduce((sum, value) => sum + value, 0);
}
