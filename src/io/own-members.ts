/** A row's own members by name, or why there are none. */
export type OwnMembers =
  | { readonly members: ReadonlyMap<string, unknown>; readonly fault: null }
  | { readonly members: null; readonly fault: MembersFault };

/** What is wrong with a row as a whole. `field` is the member whose reading threw. */
export type MembersFault =
  | { readonly kind: "not-an-object" }
  | { readonly kind: "unreadable"; readonly field: string | null };

/**
 * Reads the own members of a row, each once. What is inherited does not count, so that a polluted
 * `Object.prototype` fills no gap.
 */
export function readOwnMembers(row: unknown): OwnMembers {
  let field: string | null = null;
  try {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      return { members: null, fault: { kind: "not-an-object" } };
    }
    const members = new Map<string, unknown>();
    for (const name of Object.keys(row)) {
      field = name;
      members.set(name, (row as Readonly<Record<string, unknown>>)[name]); // an own key of `row`
    }
    return { members, fault: null };
  } catch {
    return { members: null, fault: { kind: "unreadable", field } };
  }
}
