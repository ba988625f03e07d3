import { argumentError } from "../base/errors.ts";
import { oneOf, readOptions } from "../base/options.ts";
import { periodDays, readPeriod } from "../base/period.ts";
import { type Scale, scaleOption } from "../ledger/scale.ts";
import { CES_SCALES, type CesVersion, cesVersion } from "./ces-counts.ts";
import type { MemberRule } from "./merge-members.ts";
import { type CountsByKind, type CountsKind, MERGE_RULES } from "./mergeable-counts.ts";
import { currencyCode } from "./money-counts.ts";
import { shareOption } from "./question.ts";
import { askedCheck } from "./read-counts.ts";

/** What counts of nothing still say, where the question does not say it. */
export interface EmptyCountsOptions {
  readonly currency?: string;
  readonly margin?: number;
  readonly annualDiscountRate?: number;
  readonly scale?: Scale;
  readonly version?: CesVersion;
}

/**
 * Counts of no rows at all: merged with any counts of the same question they change nothing.
 *
 * @param question - The question of the counts they are to be merged with; `null` for counts typed
 * by hand.
 * @throws {@link KpiError} `invalid-argument` where the kind cannot do without an option, such as
 * the `version` of CES.
 * @example
 * const none = emptyCounts("repeat-customers", null);
 * repeatCustomerRateFromCounts(none).status; // => "no-value"
 */
export function emptyCounts<Kind extends CountsKind>(
  kind: Kind,
  question: CountsByKind[Kind]["question"],
  options: EmptyCountsOptions = {},
): CountsByKind[Kind] {
  const kinds = Object.keys(MERGE_RULES) as readonly CountsKind[];
  const { members } = MERGE_RULES[oneOf(kinds)(kind, "kind")];
  const known = knownOf(kind, askedCheck(question ?? null, "question"), options);
  const rules = Object.entries(members) as readonly (readonly [string, MemberRule<unknown>])[];
  const counts = rules.map(([name, { zero }]): [string, unknown] => [name, known[name] ?? zero]);
  const missing = (NEEDED[kind] ?? []).find((name) => known[name] === undefined);
  if (missing !== undefined) {
    throw argumentError(missing, `given for counts of "${kind}"`, undefined, "option-missing");
  }
  return Object.fromEntries(counts) as unknown as CountsByKind[Kind]; // a member for every rule
}

const CHECKS = {
  currency: currencyCode,
  margin: shareOption,
  annualDiscountRate: shareOption,
  scale: scaleOption,
  version: cesVersion,
};

/** What a kind cannot be without. */
const NEEDED: { readonly [Kind in CountsKind]?: readonly string[] } = {
  ces: ["version"],
  "formula-clv": ["annualDiscountRate", "days"],
};

type Known = Readonly<Record<string, unknown>>;

/** The members that are not numbers of anything: given, or part of the question. */
function knownOf(kind: CountsKind, question: unknown, options: EmptyCountsOptions): Known {
  const asked: Known = typeof question === "object" ? { ...question } : {};
  const { scale, version }: Known = asked;
  const given: Known = { scale, version, ...readOptions<EmptyCountsOptions>(options, CHECKS) };
  const { period = null } = asked;
  const days = period === null ? null : periodDays(readPeriod(period));
  return {
    ...(days === null ? {} : { days, periodDays: days }),
    ...given,
    from: "orders",
    ...noAnswers(given),
    kind,
    question,
  };
}

/** No answer of any score, where the scale is known. */
function noAnswers({ scale, version }: Known): Known {
  const known = version === undefined ? scale : CES_SCALES[cesVersion(version, "version")];
  if (known === undefined || known === null) return {};
  const { min, max } = scaleOption(known, "scale");
  return { countsByScore: new Array<number>(max - min + 1).fill(0) };
}
