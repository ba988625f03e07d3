import fc from "fast-check";

/** One seed for every property, so that a run is the same run everywhere. */
const SEED = 20261121;

/**
 * `FAST_CHECK_SEED=42 npx vitest run test/x.test.ts` tries other inputs. A failure names its seed
 * and path; `fc.assert(property, { seed, path })` replays it.
 */
const wanted = Number(process.env["FAST_CHECK_SEED"] ?? SEED);
if (!Number.isSafeInteger(wanted)) throw new Error("FAST_CHECK_SEED must be a whole number");
fc.configureGlobal({ seed: wanted });
