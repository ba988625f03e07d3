import { argumentError } from "../base/errors.ts";
import { readEach } from "../base/gather.ts";
import { copyOfList, type OptionCheck, type OptionChecks, oneOf } from "../base/options.ts";
import { type Period, readPeriod } from "../base/period.ts";
import type { CohortAsked, CohortCounts, CohortRowCounts, CohortValue } from "./cohort-counts.ts";
import { COHORT_CHECKS } from "./cohort-question.ts";
import { currencyCode } from "./money-counts.ts";
import { exactAmount, readCounts, readRecord, wholeCount } from "./read-counts.ts";

/** Reads counts of cohorts that were made elsewhere, and refuses those that contradict themselves. */
export function readCohortCounts(input: CohortCounts): CohortCounts {
  const given = readCounts<CohortCounts>(
    input,
    "cohort-retention",
    { currency: currencyCode, cohorts: readCohortRows },
    ["question", "cohorts"],
  );
  const question = readAsked(given.question);
  const { currency = null, cohorts } = given;
  readEach(cohorts, (row) => requireConsistent(row, question));
  return { kind: "cohort-retention", question, currency, cohorts };
}

const text: OptionCheck<string> = (value, member) => {
  if (typeof value === "string") return value;
  throw argumentError(member, "text", value, "option-wrong-type");
};

function orNull<Value>(read: OptionCheck<Value>): OptionCheck<Value | null> {
  return (value, member) => (value === null ? null : read(value, member));
}

const period: OptionCheck<Period | null> = (value, option) =>
  value === null ? null : readPeriod(value, { option });

function readAsked(question: unknown): CohortAsked {
  const { every, cohortBy, return: rule, clock, measure, includeIncomplete } = COHORT_CHECKS;
  const checks: OptionChecks<CohortAsked> = {
    ...{ every, cohortBy, return: rule, clock, measure, includeIncomplete },
    attribute: orNull(text),
    brackets: orNull(COHORT_CHECKS.brackets),
    source: oneOf(["orders", "cohorts"]),
    period,
    timeZone: text,
    complete: orNull(text) as OptionCheck<CohortAsked["complete"]>, // shown, never computed with
  };
  // Each was checked by the field of its name.
  return readRecord(question, checks, Object.keys(checks), "question") as unknown as CohortAsked;
}

/** A check for the rows of cohorts. */
export const readCohortRows: OptionCheck<readonly CohortRowCounts[]> = (value, member) =>
  readEach(listOf(value, member), (row, at) => readRow(row, `${member}.${at}`));

function readRow(value: unknown, member: string): CohortRowCounts {
  // Each was checked by the field of its name.
  return readRecord(
    value,
    ROW_CHECKS,
    Object.keys(ROW_CHECKS),
    member,
  ) as unknown as CohortRowCounts;
}

const ROW_CHECKS: OptionChecks<CohortRowCounts> = {
  ...{ cohort: text, period: period as OptionCheck<CohortRowCounts["period"]>, size: wholeCount },
  ...{ values: readValues, bases: readValues, settled: wholeCount },
};

function readValues(value: unknown, member: string): readonly (CohortValue | null)[] {
  return readEach(listOf(value, member), (item) => {
    if (item === null) return null;
    return typeof item === "number" ? wholeCount(item, member) : exactAmount(item, member);
  });
}

/** More cohorts, or more ages of one, than are ever made. */
const LONGEST = 150_000;

function listOf(value: unknown, member: string): readonly unknown[] {
  const list = copyOfList(value, LONGEST);
  if (list !== null) return list;
  throw argumentError(member, "a list", value, "option-wrong-type");
}

function requireConsistent(row: CohortRowCounts, { measure }: CohortAsked): void {
  const { cohort, values, bases, settled } = row;
  const refuse = (member: string, expected: string, received: unknown): never => {
    throw argumentError(`${cohort}.${member}`, expected, received, "counts-inconsistent");
  };
  if (bases.length !== values.length) refuse("bases", "as many as `values`", bases.length);
  if (settled > values.length) refuse("settled", "at most the number of values", settled);
  for (const [at, value] of values.entries()) {
    const base = bases[at] ?? null;
    if ((value === null) !== (base === null)) refuse("bases", "known where `values` are", base);
    const isMore = value !== null && base !== null && Number(value) > Number(base);
    if (measure === "customers" && isMore) refuse("values", `at most ${base}`, value);
  }
}
