import { argumentError } from "../base/errors.ts";
import { copyOfList, type OptionCheck, oneOf, ownMembers, readOptions } from "../base/options.ts";
import { countsDiffer, type MemberRule } from "./merge-members.ts";
import {
  type CountsKind,
  type CustomerCountsByKind,
  MERGE_RULES,
  type RecordCountsByKind,
} from "./mergeable-counts.ts";

/** Counts of single rows, which merge over any split of the rows. */
export type RecordCounts = RecordCountsByKind[keyof RecordCountsByKind];

/** Counts of distinct customers, which merge only where no customer is in two parts. */
export type CustomerCounts = CustomerCountsByKind[keyof CustomerCountsByKind];

/** The caller's word that all rows of a customer are in one part. */
export interface PartitionedByCustomer {
  readonly partitionedBy: "customer";
}

/**
 * Joins counts that were made from parts of the rows: on many machines, or file by file.
 *
 * Counts of answers merge over any split. Counts of distinct customers merge only if no customer is
 * in two parts, which nobody but the caller can know: without `{ partitionedBy: "customer" }` the
 * call does not compile. What one part does not know (`null`) the whole does not know either,
 * unless the part is empty. The order of the parts does not matter.
 *
 * @throws {@link KpiError} `incompatible-counts` naming the member where the parts answer different
 * questions, `invalid-argument` for what are no counts or where the word is missing.
 * @example
 * const paris = npsCounts([10, 9, 7]);
 * const lyon = npsCounts([3]);
 * npsFromCounts(mergeCounts([paris, lyon])).value; // => 25
 * @example
 * const first = repeatCustomerCounts([{ customerId: "ann", date: "2025-01-09", amount: 30 }]);
 * const second = repeatCustomerCounts([{ customerId: "bob", date: "2025-01-12", amount: 20 }]);
 * mergeCounts([first, second], { partitionedBy: "customer" }).customers; // => 2
 */
export function mergeCounts<Counts extends RecordCounts>(parts: readonly Counts[]): Counts;
export function mergeCounts<Counts extends RecordCounts | CustomerCounts>(
  parts: readonly Counts[],
  word: PartitionedByCustomer,
): Counts;
export function mergeCounts(parts: readonly unknown[], word?: unknown): unknown {
  const list = copyOfList(parts, MOST_PARTS) ?? [];
  if (list.length === 0) {
    throw argumentError("parts", "a list of counts, at least one", parts, "option-wrong-type");
  }
  const given = readOptions<PartitionedByCustomer>(word, { partitionedBy: oneOf(["customer"]) });
  const [kind, ...kinds] = list.map(kindOf);
  const other = kinds.find((name) => name !== kind);
  if (kind === undefined || other !== undefined) throw countsDiffer("kind", kind, other);
  const { split, members } = MERGE_RULES[kind];
  if (split === "customers" && given.partitionedBy === undefined) {
    throw argumentError(
      "partitionedBy",
      '"customer", to say that no customer is in two parts: these are counts of distinct customers',
      undefined,
      "option-missing",
    );
  }
  const rules = Object.entries(members) as readonly NamedRule[]; // every rule reads its own member
  return list
    .map((part) => readPart(part, rules))
    .reduce((left, right) => mergeTwo(left, right, rules));
}

type NamedRule = readonly [name: string, rule: MemberRule<unknown>];
type Part = Readonly<Record<string, unknown>>;

const MOST_PARTS = 1_000_000;

/** A kind that can be merged. */
function kindOf(part: unknown): CountsKind {
  const own = Object.keys(MERGE_RULES) as readonly CountsKind[];
  const kind: OptionCheck<CountsKind> = oneOf(own);
  if (typeof part !== "object" || part === null) return kind(part, "kind");
  return kind(new Map(ownMembers(part)).get("kind"), "kind");
}

/** Every member, read by its rule; `null` where it is not known. */
function readPart(part: unknown, rules: readonly NamedRule[]): Part {
  const checks = Object.fromEntries(
    rules.map(([name, rule]): [string, OptionCheck<unknown>] => [
      name,
      (value, member) => (value === null ? null : rule.read(value, member)),
    ]),
  );
  const read = readOptions<Record<string, unknown>>(part, checks);
  const missing = rules.find(([name]) => read[name] === undefined);
  if (missing !== undefined) {
    throw argumentError(missing[0], "given", undefined, "option-missing");
  }
  return Object.fromEntries(rules.map(([name]) => [name, read[name]]));
}

function mergeTwo(left: Part, right: Part, rules: readonly NamedRule[]): Part {
  const [leftIsEmpty, rightIsEmpty] = [isEmpty(left, rules), isEmpty(right, rules)];
  const merged = rules.map(([name, { add, unknown }]): [string, unknown] => {
    const [one = null, other = null] = [left[name], right[name]];
    if (one !== null && other !== null) return [name, add(one, other, name)];
    // An empty part that does not know takes nothing from what the other one knows.
    if (one === null ? leftIsEmpty : rightIsEmpty) return [name, one ?? other];
    if (one === other) return [name, null];
    if (unknown === "differs") throw countsDiffer(name, one, other);
    return [name, null];
  });
  return Object.fromEntries(merged);
}

/**
 * Whether a part counted nothing, and knows it. A part that is not empty stays so whatever is
 * added, which is what makes merging associative.
 */
function isEmpty(part: Part, rules: readonly NamedRule[]): boolean {
  return rules.every(([name, { isNothing }]) => {
    const value = part[name] ?? null;
    return isNothing === null || (value !== null && isNothing(value));
  });
}
