import vm from "node:vm";

/** One input of the corpus, and what a first-class library answers. */
export interface BadInput {
  readonly id: string;
  readonly family: string;
  readonly base: string;
  readonly edit: Edit;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly env?: { readonly pollute?: object; readonly polluteArray?: object };
  readonly expect: Expected;
  /** `false`: one of the outcomes is to be chosen and written down. */
  readonly firm?: boolean;
  readonly slow?: boolean;
}

interface Expected {
  readonly outcome: readonly ("error" | "warning" | "accept" | "no-number")[];
  readonly codes: readonly string[];
  readonly where?: Readonly<Record<string, unknown>>;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly also?: readonly string[];
  readonly never?: readonly string[];
  readonly budgetMs?: number;
}

interface Edit {
  readonly op: string;
  readonly row?: number;
  readonly field?: string;
  readonly path?: string;
  readonly metric?: string;
  readonly value?: unknown;
  readonly rows?: readonly unknown[] | Readonly<Record<string, unknown>>;
}

export interface Corpus {
  readonly bases: Readonly<
    Record<string, { readonly kind: string; readonly rows?: unknown; readonly value?: unknown }>
  >;
  readonly cases: readonly BadInput[];
}

/** A stored object; a text member `$` says which value it stands for. */
type Stored = Readonly<Record<string, unknown>>;

/** The input that one case describes: the base with the edit applied. */
export function inputOf({ bases }: Corpus, { base, edit }: BadInput): unknown {
  if (edit.op === "replace") return decode(edit.value, []);
  const rows: unknown[] = [];
  const start = bases[base]?.rows;
  if (!Array.isArray(start)) return decode(bases[base]?.value);
  for (const row of start) rows.push(decode(row, rows));
  const row = rows[edit.row ?? 0] as object;
  if (edit.op === "set") define(row, edit.field ?? "", edit.value, rows);
  if (edit.op === "delete") Reflect.deleteProperty(row, edit.field ?? "");
  if (edit.op === "append")
    for (const added of list(edit.rows ?? [])) rows.push(decode(added, rows));
  return rows;
}

/** The value that a stored one stands for. */
export function decode(stored: unknown, rows: unknown[] = []): unknown {
  if (typeof stored !== "object" || stored === null) return stored;
  if (Array.isArray(stored)) {
    const decoded: unknown[] = new Array(stored.length);
    for (const [index, item] of stored.entries()) {
      if (item?.$ !== "hole") decoded[index] = decode(item, rows);
    }
    return decoded;
  }
  const members = stored as Stored;
  if (typeof members["$"] === "string") return tagged(members["$"], members, rows);
  const decoded = {};
  for (const name of Object.keys(members)) define(decoded, name, members[name], rows);
  return decoded;
}

/** Defines rather than assigns, so that `__proto__` becomes a member like any other. */
function define(target: object, name: string, stored: unknown, rows: unknown[]): void {
  const tag = (stored as Stored | null | undefined)?.["$"];
  const common = { enumerable: true, configurable: true };
  if (tag === "throwingGetter") {
    const { message } = stored as { message: string };
    const get = () => {
      throw new Error(message);
    };
    Object.defineProperty(target, name, { ...common, get });
  } else if (tag === "changingGetter") {
    const { values } = stored as { values: readonly unknown[] };
    let reads = 0;
    const get = () => decode(values[Math.min(reads++, values.length - 1)], rows);
    Object.defineProperty(target, name, { ...common, get });
  } else {
    Object.defineProperty(target, name, { ...common, value: decode(stored, rows), writable: true });
  }
}

function tagged(tag: string, stored: Stored, rows: unknown[]): unknown {
  const read = (name: string): unknown => decode(stored[name], rows);
  const value = stored["value"];
  const text = String(value);
  switch (tag) {
    case "NaN":
    case "Infinity":
    case "-Infinity":
    case "-0":
      return Number(tag);
    case "undefined":
      return undefined;
    case "bigint":
      return BigInt(text);
    case "number":
      return Number(stored["text"]);
    case "symbol":
      return Symbol(String(stored["description"]));
    case "string":
      return String(stored["repeat"]).repeat(Number(stored["count"]));
    case "concat":
      return list(stored["parts"])
        .map((part) => decode(part, rows))
        .join("");
    case "utf16":
      return String.fromCharCode(
        ...list(stored["units"]).map((unit) => parseInt(String(unit), 16)),
      );
    case "date":
      return new Date(value === "invalid" ? Number.NaN : text);
    case "fakeDate": {
      const time = Date.parse(text);
      return { getTime: () => time, valueOf: () => time, toISOString: () => text };
    }
    case "mutatingDate":
      return mutatingDate(list(stored["values"]).map(Number));
    case "boxed":
      return Object(value);
    case "valueOf":
      return { valueOf: () => value, toString: () => text };
    case "function":
      return () => undefined;
    case "arrayLike":
      return { ...list(read("rows")), length: list(stored["rows"]).length };
    case "map":
      return new Map(list(read("entries")) as [unknown, unknown][]);
    case "set":
      return new Set(list(read("values")));
    case "generator":
      return repeated(list(read("rows")), stored["endless"] === true);
    case "promise":
      return Promise.resolve(read("value"));
    case "asyncIterable":
      return Object.assign(Object.create({ async *[Symbol.asyncIterator]() {} }), {});
    case "float64Array":
      return Float64Array.from(list(stored["values"]).map(Number));
    case "deepFrozen":
      return deepFrozen(read("value"));
    case "proxy":
      return new Proxy(read("target") as object, {});
    case "revokedProxy": {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    }
    case "hostileProxy":
      return new Proxy(read("target") as object, {
        [String(stored["trap"])]: () => {
          throw new Error("trap");
        },
      });
    case "lyingLength":
      return new Proxy(read("rows") as object, {
        get: (target, name, self) =>
          name === "length" ? stored["length"] : Reflect.get(target, name, self),
      });
    case "nested": {
      let nest: object = {};
      for (let depth = 0; depth < Number(stored["depth"]); depth += 1) nest = { o: nest };
      return nest;
    }
    case "nullProto":
      return list(read("rows")).map((row) => Object.assign(Object.create(null), row));
    case "inherits":
      return Object.assign(Object.create(read("proto") as object), read("own"));
    case "classRows":
      return list(read("rows")).map((row) => behindGetters(row as object));
    case "otherRealm":
      return vm.runInNewContext("JSON.parse(text)", { text: JSON.stringify(stored["rows"]) });
    case "entries": {
      const target = {};
      for (const entry of list(stored["entries"])) {
        define(target, String(list(entry)[0]), list(entry)[1], rows);
      }
      return target;
    }
    case "rows":
      return copies(stored);
    case "text":
      return stored["text"];
    case "bytes":
      return bytesOf(stored);
    case "ref":
      return list(stored["path"]).reduce((target, name) => (target as Stored)[String(name)], {
        rows,
      } as unknown);
    default:
      throw new Error(`The corpus has an unknown tag: ${tag}`);
  }
}

/** A file: bytes in hex, or a text as UTF-16 with its mark. */
function bytesOf({ hex, text }: Stored): Uint8Array {
  return typeof hex === "string"
    ? Uint8Array.from(Buffer.from(hex, "hex"))
    : Uint8Array.from([0xff, 0xfe, ...Buffer.from(String(text), "utf16le")]);
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error("The corpus has no list where one was expected.");
  return value;
}

function mutatingDate(times: readonly number[]): Date {
  const date = new Date(times[0] ?? 0);
  let reads = 0;
  const next = () => times[Math.min(reads++, times.length - 1)] ?? 0;
  return Object.assign(date, { getTime: next, valueOf: next });
}

function* repeated(items: readonly unknown[], isEndless: boolean): Generator<unknown> {
  do yield* items;
  while (isEndless);
}

function deepFrozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}

/** An instance whose members are getters of its prototype. */
function behindGetters(row: object): object {
  const members = Object.entries(row).map(([name, value]) => [
    name,
    { get: () => value, configurable: true },
  ]);
  return Object.create(Object.create({}, Object.fromEntries(members)));
}

function copies(stored: Stored): readonly unknown[] {
  const { count, row, last } = stored as { count: number; row: Stored; last?: object };
  const made: object[] = [];
  for (let index = 0; index < count; index += 1) {
    const filled = Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "string" ? numbered(value, index) : decode(value),
    ]);
    made.push(Object.fromEntries(filled));
  }
  if (last !== undefined) Object.assign(made[count - 1] ?? {}, decode(last));
  return made;
}

function numbered(text: string, index: number): string {
  return text.replace(/\{i(?:%(\d+))?\}/g, (_, modulus: string | undefined) =>
    String(modulus === undefined ? index : index % Number(modulus)),
  );
}
