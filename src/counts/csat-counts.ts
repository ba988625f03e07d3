import { argumentError, KpiError } from "../base/errors.ts";
import { gather } from "../base/gather.ts";
import { type Scale, scaleOption } from "../ledger/scale.ts";
import type { AnswersAsked } from "./asked.ts";
import { listOfCounts } from "./counts-by-score.ts";
import { type CountsOf, readCounts, wholeCount } from "./read-counts.ts";

/** Satisfaction answers. Any split of the rows merges. */
export interface CsatCounts {
  readonly kind: "csat";
  readonly question: (AnswersAsked & { readonly scale: Scale }) | null;
  /** The scale of the answers; `null` when only the satisfied were counted. */
  readonly scale: Scale | null;
  /** Answers from `satisfiedFrom` on. */
  readonly satisfied: number;
  readonly answered: number;
  /** Answers by score, the lowest score first; `null` when only the satisfied were counted. */
  readonly countsByScore: readonly number[] | null;
  /** Asked but not answered; in no number of the score. */
  readonly unanswered: number;
}

/** Counts of CSAT as a person types them: `satisfied` and `answered`, or `scale` and `countsByScore`. */
export interface CsatCountsInput extends Partial<Omit<CsatCounts, "countsByScore">> {
  readonly countsByScore?: readonly number[] | null;
}

const FIELDS: CountsOf<Omit<CsatCountsInput, "kind" | "question">> = {
  scale: scaleOption,
  satisfied: wholeCount,
  answered: wholeCount,
  countsByScore: listOfCounts,
  unanswered: wholeCount,
};

/** Completes CSAT counts typed by hand, and refuses those that contradict each other. */
export function readCsatCounts(input: CsatCountsInput): CsatCounts {
  const given = readCounts<CsatCountsInput>(input, "csat", FIELDS, []);
  const { question = null, countsByScore = null } = given;
  const unanswered = given.unanswered ?? 0; // not known is none
  const scale =
    given.scale ?? (countsByScore === null ? null : { min: 1, max: countsByScore.length });
  const base = { kind: "csat", question, scale, countsByScore, unanswered } as const;
  if (countsByScore !== null && scale !== null) {
    requireLength(countsByScore, scale);
    const answered = countsByScore.reduce((sum, count) => sum + count, 0);
    const from = satisfiedFrom(scale);
    const satisfied = countsByScore.reduce(
      (sum, count, at) => (scale.min + at >= from ? sum + count : sum),
      0,
    );
    const { attempt, close } = gather();
    attempt(() => requireEqual("satisfied", given.satisfied, satisfied));
    attempt(() => requireEqual("answered", given.answered, answered));
    close();
    return { ...base, satisfied, answered };
  }
  const { satisfied, answered } = given;
  if (satisfied === undefined || answered === undefined) {
    const member = satisfied === undefined ? "satisfied" : "answered";
    throw argumentError(member, "given, or `countsByScore`", undefined, "option-missing");
  }
  if (satisfied > answered) {
    throw argumentError("satisfied", "at most `answered`", satisfied, "counts-inconsistent");
  }
  return { ...base, satisfied, answered };
}

/** A given total must agree with the table it is a total of. */
function requireEqual(member: string, given: number | undefined, counted: number): void {
  if (given === undefined || given === counted) return;
  throw argumentError(
    member,
    `${counted}, as \`countsByScore\` says`,
    given,
    "counts-inconsistent",
  );
}

function requireLength(countsByScore: readonly number[], { min, max }: Scale): void {
  if (countsByScore.length === max - min + 1) return;
  const expected = `one number for each score from ${min} to ${max}`;
  throw argumentError("countsByScore", expected, countsByScore.length, "counts-inconsistent");
}

/** Where the top box starts, by scale. */
const TOP_BOX: readonly (readonly [min: number, max: number, from: number])[] = [
  [1, 5, 4],
  [1, 7, 6],
  [0, 10, 9],
  [1, 10, 9],
  [1, 3, 3],
  [1, 2, 2],
];

/**
 * The lowest score that counts as satisfied: 4 of 1–5, 6 of 1–7, 9 of 0–10 and 1–10, 3 of 1–3, 2 of 1–2.
 *
 * @throws {@link KpiError} `invalid-argument` for another scale.
 * @example
 * satisfiedFrom({ min: 1, max: 5 }); // => 4
 */
export function satisfiedFrom(scale: Scale): number {
  const known = TOP_BOX.find(([min, max]) => min === scale.min && max === scale.max);
  if (known) return known[2];
  const scales = TOP_BOX.map(([min, max]) => `${min} to ${max}`).join(", ");
  const message = `A scale from ${scale.min} to ${scale.max} has no agreed top box; use one of ${scales}.`;
  throw new KpiError("invalid-argument", message, [
    { code: "scale-invalid", message, option: "scale", expected: scales },
  ]);
}

/**
 * The highest score that counts as dissatisfied, so many from the lowest as the top box has from the
 * highest: 2 of 1–5 and 1–7, 1 of 0–10.
 *
 * @throws {@link KpiError} `invalid-argument` for a scale without an agreed top box.
 * @example
 * dissatisfiedTo({ min: 1, max: 5 }); // => 2
 */
export function dissatisfiedTo(scale: Scale): number {
  return scale.min + scale.max - satisfiedFrom(scale);
}
