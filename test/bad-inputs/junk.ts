/** Forty-six values that turn up where something else was meant, each with its name. */
export const JUNK: readonly (readonly [name: string, value: unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["empty text", ""],
  ["blank text", " "],
  ["text x", "x"],
  ["text NaN", "NaN"],
  ["text 1,5", "1,5"],
  ["text +1", "+1"],
  ["text 0x1", "0x1"],
  ["text NUL", "\u0000"],
  ["text ١", "١"],
  ["text -1", "-1"],
  ["text 1e3", "1e3"],
  ["text 2025-02-30", "2025-02-30"],
  ["text without zone", "2025-01-09T10:00:00"],
  ["text __proto__", "__proto__"],
  ["long text", "x".repeat(100_000)],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["-0", -0],
  ["-1", -1],
  ["1.5", 1.5],
  ["1e21", 1e21],
  ["2 ** 53", 2 ** 53],
  ["5e-324", 5e-324],
  ["true", true],
  ["false", false],
  ["a bigint", 1n],
  ["a symbol", Symbol("s")],
  ["a function", () => 1],
  ["{}", {}],
  ["[]", []],
  ["[1]", [1]],
  ["[null]", [null]],
  ["no prototype", Object.create(null)],
  ["an invalid Date", new Date(Number.NaN)],
  ["1970", new Date(0)],
  ["a Map", new Map()],
  ["a Set", new Set([1])],
  ["a boxed number", Object(1)],
  ["a valueOf", { valueOf: () => 1 }],
  ["a promise", Promise.resolve(1)],
  ["a throwing getter", throwing({})],
  ["a throwing list", throwing([])],
  ["a revoked proxy", revoked()],
];

/** An object or a list any read of which throws. */
function throwing(target: object): unknown {
  const fail = (): never => {
    throw new Error("secret");
  };
  return new Proxy(target, {
    get: fail,
    has: fail,
    ownKeys: fail,
    getPrototypeOf: fail,
    getOwnPropertyDescriptor: fail,
  });
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
