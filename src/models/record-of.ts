/** One value a name, frozen. */
export function recordOf<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name, index: number) => Value,
): Readonly<Record<Name, Value>> {
  const entries = names.map((name, index) => [name, value(name, index)] as const);
  // The entries have exactly these names.
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<Name, Value>>;
}
