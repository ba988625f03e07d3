/**
 * `npm run lock`, after adding or updating a dependency.
 *
 * Where a registry mirror does not serve the optional packages of other platforms, npm leaves them
 * out of the lock file, and `npm ci` then refuses that file. This writes them in by name and version.
 */
import { readFileSync, writeFileSync } from "node:fs";

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  packages: Record<string, LockedPackage>;
}

/** `@rollup/rollup-linux-arm64-musl`: the system, the processor, the C library. */
const PLATFORM =
  /[-/](android|darwin|freebsd|linux|openbsd|openharmony|win32|windows)-([a-z0-9]+)-?(\w*)$/;

for (const path of ["package-lock.json", "test/runtimes/package-lock.json"]) complete(path);

function complete(path: string): void {
  const lock: Lock = JSON.parse(readFileSync(path, "utf8"));
  const missing = Object.entries(lock.packages).flatMap(
    ([at, { dev, optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .map(([name, version]) => [`node_modules/${name}`, version] as const)
        .filter(([key]) => !lock.packages[key] && !lock.packages[`${at}/${key}`])
        .map(([key, version]) => [key, locked(key, version, dev === true)] as const),
  );
  const all = [...Object.entries(lock.packages), ...missing];
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${path}: ${missing.length} packages of other platforms written in`);
}

function locked(key: string, version: string, dev: boolean): LockedPackage {
  const [, os = "", cpu = "", library = ""] = PLATFORM.exec(key) ?? [];
  if (os === "" || !/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`cannot place ${key}@${version}`);
  const libc = library.startsWith("musl") ? "musl" : "glibc";
  return {
    version,
    cpu: [cpu === "aarch64" ? "arm64" : cpu],
    ...(dev ? { dev } : {}),
    ...(os === "linux" && library !== "" ? { libc: [libc] } : {}),
    optional: true,
    os: [os === "windows" ? "win32" : os],
  };
}
