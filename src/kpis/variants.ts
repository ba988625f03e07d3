import { Decimal } from "../base/decimal.ts";
import { deepFreeze } from "../base/deep-freeze.ts";
import { attachDisplay } from "../result/display.ts";
import { type Block, titleOf } from "../result/document.ts";
import { english } from "../result/english.ts";
import type { KpiResult, ResultCore, ResultPeriod } from "../result/kpi-result.ts";
import { type Language, type Writer, writerFor } from "../result/language.ts";

/** One definition of a KPI beside the others, on the same data. */
export interface KpiVariant {
  readonly variant: string;
  readonly isDefault: boolean;
  readonly value: number | null;
  readonly exact: string | null;
  readonly result: KpiResult;
  /** One sentence made from the numbers: why this differs from the default. */
  readonly difference: string;
  /** Well-known tools and trades that mean this when they say the KPI's name. */
  readonly usedBy: readonly string[];
}

/** A definition that these data cannot answer. */
export interface VariantNotComputed {
  readonly variant: string;
  /** One sentence that says what is missing. */
  readonly reason: string;
  /** The result without a value; `null` where the question could not even be put. */
  readonly result: KpiResult | null;
}

/** All definitions of one KPI side by side, the default first. Shows itself as a table. */
export interface KpiVariants {
  readonly kind: "variants";
  readonly kpi: string;
  readonly period: ResultPeriod | null;
  readonly variants: readonly KpiVariant[];
  readonly notComputed: readonly VariantNotComputed[];
}

/** What one language says of one variant. */
export interface VariantWords<Counts> {
  /** Why `core` differs from `usual`, the default on the same data. */
  readonly difference: (
    core: ResultCore<Counts>,
    usual: ResultCore<Counts>,
    write: Writer,
  ) => string;
  readonly usedBy: readonly string[];
  /** What the variant is called; without it, by the option that chooses it. */
  readonly name?: string;
  /** Why it could not even be asked, for a variant that needs more than the usual question. */
  readonly refused?: string;
}

/** The words of every variant of one KPI. */
export type VariantsWords<Counts> = Readonly<Record<string, VariantWords<Counts>>>;

/**
 * Puts results of one KPI side by side. The first is the default and always listed; of the others,
 * those without a value are named with the reason.
 *
 * @param refused - Variants that could not be asked; their words say why.
 */
export function sideBySide<Counts>(
  [usual, ...others]: readonly [KpiResult<Counts>, ...KpiResult<Counts>[]],
  words: VariantsWords<Counts>,
  refused: readonly string[] = [],
): KpiVariants {
  const listed = [usual, ...others.filter(({ status }) => status === "measured")];
  const without = others.filter(({ status }) => status === "no-value");
  const variants = tellVariants(
    { kpi: usual.kpi, period: usual.period, listed, without, refused },
    words,
    writerFor(english),
  );
  return deepFreeze(attachDisplay(variants, () => variantsBlocks(variants)));
}

/** Results of one KPI, told in some language. */
interface VariantsFound {
  readonly kpi: string;
  readonly period: ResultPeriod | null;
  /** The default first. */
  readonly listed: readonly KpiResult[];
  readonly without: readonly KpiResult[];
  readonly refused: readonly string[];
}

/** Says of each result why it differs from the first, and of those without a value why they have none. */
export function tellVariants<Counts>(
  { kpi, period, listed, without, refused }: VariantsFound,
  words: VariantsWords<Counts>,
  write: Writer,
): KpiVariants {
  const [usual] = listed;
  // All results of one KPI come from counts of one kind.
  const core = (result: KpiResult | undefined) => result as ResultCore<Counts>;
  return {
    ...{ kind: "variants", kpi, period },
    variants: listed.map((result) => ({
      variant: result.variant,
      isDefault: result === usual,
      ...{ value: result.value, exact: result.exact, result },
      difference: words[result.variant]?.difference(core(result), core(usual), write) ?? "",
      usedBy: words[result.variant]?.usedBy ?? [],
    })),
    notComputed: [
      ...without.map((result) => ({
        ...{ variant: result.variant, reason: result.explanation.sentence, result },
      })),
      ...refused.map((variant) => ({
        ...{ variant, reason: words[variant]?.refused ?? "", result: null },
      })),
    ],
  };
}

/** The labels around a table of variants, per language. */
export interface VariantsLabels {
  readonly head: readonly [variant: string, value: string, difference: string, usedBy: string];
  readonly noValue: string;
  readonly notComputed: string;
  /** A variant that was not computed, and why. */
  readonly without: (name: string, reason: string) => string;
  /** What a variant is called in the table. */
  readonly nameOf: (kpi: string, variant: string) => string;
}

/** Around a table of variants, in English: variants are named by the option that chooses them. */
export const ENGLISH_VARIANTS: VariantsLabels = {
  head: ["Variant", "Value", "Why it differs", "Used by"],
  noValue: "no value",
  notComputed: "Not computed",
  without: (name, reason) => `${name}: ${reason}`,
  nameOf: (_, variant) => variant,
};

/** A list of variants as a page: a table, then what could not be computed. */
export function variantsBlocks(
  { kpi, variants, notComputed }: KpiVariants,
  language: Language = english,
  labels: VariantsLabels = ENGLISH_VARIANTS,
  title: string = variants[0] ? titleOf(variants[0].result) : kpi,
): readonly Block[] {
  const rows = variants.map(({ variant, result, difference, usedBy }) => [
    labels.nameOf(kpi, variant),
    result.exact === null ? labels.noValue : fineValue(result, result.exact, language),
    difference,
    usedBy.join(", "),
  ]);
  const missing = notComputed.map(({ variant, reason }) =>
    labels.without(labels.nameOf(kpi, variant), reason),
  );
  return [
    { kind: "heading", level: 3, text: title },
    { kind: "table", head: labels.head, rows },
    ...(missing.length === 0
      ? []
      : [
          { kind: "notes" as const, label: labels.notComputed, mark: "·" as const, items: missing },
        ]),
  ];
}

/** A value with its interval; shares to two decimals, since variants may lie close together. */
function fineValue({ unit, interval }: KpiResult, exact: string, language: Language): string {
  const write = writerFor(language);
  const percent = new Decimal(exact).times(100).toFixed();
  const value =
    unit.kind === "share"
      ? `${write.number(percent, 2)}${language.style.percentGap}%`
      : write.inUnit(exact, unit);
  if (interval === null) return value;
  const [lower, upper] = [interval.lower, interval.upper].map((limit) => write.inUnit(limit, unit));
  return `${value} (${lower} – ${upper})`;
}
