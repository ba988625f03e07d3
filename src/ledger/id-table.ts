import type { RowId } from "./rows.ts";

/** Finds the first entry that has an id. Text and number are different ids. */
export interface IdTable {
  /** Enters the id at an index; returns the earlier index that has it, or −1. */
  readonly put: (index: number) => number;
  /** The first index that was put in with this id, or −1. */
  readonly find: (id: RowId) => number;
}

/**
 * An empty table over a column of ids: open addressing over typed arrays, since a `Map` of a million
 * order ids takes three times as long and ends at sixteen million.
 */
export function newIdTable(ids: readonly (RowId | undefined)[]): IdTable {
  const slots = new Int32Array(slotsFor(ids.length)); // index + 1, 0 is empty
  const mask = slots.length - 1;
  const hashes = new Int32Array(ids.length);
  const crowded = new Map<RowId, number>();

  /** The slot of an id or the empty one it belongs into; −1 where too many others crowd it. */
  const slotOf = (id: RowId, hash: number): number => {
    for (let probe = 0; probe < MOST_PROBES; probe += 1) {
      const slot = (hash + probe) & mask;
      const index = (slots[slot] ?? 0) - 1;
      if (index < 0 || (hashes[index] === hash && ids[index] === id)) return slot;
    }
    return -1;
  };
  return {
    put(index) {
      const id = ids[index];
      if (id === undefined) return -1;
      const hash = hashOf(id);
      const slot = slotOf(id, hash);
      if (slot < 0) {
        const earlier = crowded.get(id);
        if (earlier === undefined) crowded.set(id, index);
        return earlier ?? -1;
      }
      const earlier = (slots[slot] ?? 0) - 1;
      if (earlier < 0) {
        slots[slot] = index + 1;
        hashes[index] = hash;
      }
      return earlier;
    },
    find(id) {
      const slot = slotOf(id, hashOf(id));
      return slot < 0 ? (crowded.get(id) ?? -1) : (slots[slot] ?? 0) - 1;
    },
  };
}

/** Ids that someone made to fall on one place must not make reading quadratic. */
const MOST_PROBES = 128;

/** A power of two that leaves at least half of the slots empty. */
export function slotsFor(entries: number): number {
  let slots = 16;
  while (slots < entries * 2) slots *= 2;
  return slots;
}

function hashOf(id: RowId): number {
  return typeof id === "number" ? hashOfNumber(id) : hashOfText(id);
}

/** Fowler, Noll and Vo's hash, mixed once more. */
export function hashOfText(text: string): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < text.length; at += 1) hash = withLetter(hash, text.charCodeAt(at));
  return mixed(hash);
}

/** The same without regard to the case of the letters A to Z. */
export function hashOfSmallText(text: string): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    hash = withLetter(hash, letter >= 0x41 && letter <= 0x5a ? letter + 0x20 : letter);
  }
  return mixed(hash);
}

const FIRST_HASH = 0x811c9dc5;

function withLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** Spreads a whole number over 32 bits. */
export function hashOfNumber(value: number): number {
  return mixed(value ^ Math.imul(Math.floor(value / 4_294_967_296), 0x9e3779b1));
}

/** The finishing steps of Appleby's MurmurHash3: every bit of the input moves every bit. */
export function mixed(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
