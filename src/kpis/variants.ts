import { Decimal } from "../base/decimal.ts";
import { deepFreeze } from "../base/deep-freeze.ts";
import { attachDisplay } from "../result/display.ts";
import { type Block, capitalise } from "../result/document.ts";
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
}

/**
 * Puts results of one KPI side by side. The first is the default and always listed; of the others,
 * those without a value are named with the reason.
 */
export function sideBySide<Counts>(
  [usual, ...others]: readonly [KpiResult<Counts>, ...KpiResult<Counts>[]],
  words: Readonly<Record<string, VariantWords<Counts>>>,
  refused: readonly VariantNotComputed[] = [],
): KpiVariants {
  const write = writerFor(english);
  const listed = [usual, ...others.filter(({ status }) => status === "measured")];
  const without = others.filter(({ status }) => status === "no-value");
  const variants: KpiVariants = {
    kind: "variants",
    kpi: usual.kpi,
    period: usual.period,
    variants: listed.map((result) => ({
      variant: result.variant,
      isDefault: result === usual,
      ...{ value: result.value, exact: result.exact, result },
      difference: words[result.variant]?.difference(result, usual, write) ?? "",
      usedBy: words[result.variant]?.usedBy ?? [],
    })),
    notComputed: [
      ...without.map(({ variant, explanation }) => ({ variant, reason: explanation.sentence })),
      ...refused,
    ],
  };
  return deepFreeze(attachDisplay(variants, () => variantsBlocks(variants)));
}

/** The labels around a table of variants, per language. */
export interface VariantsLabels {
  readonly head: readonly [variant: string, value: string, difference: string, usedBy: string];
  readonly noValue: string;
  readonly notComputed: string;
}

const ENGLISH_LABELS: VariantsLabels = {
  head: ["Variant", "Value", "Why it differs", "Used by"],
  noValue: "no value",
  notComputed: "Not computed",
};

/** A list of variants as a page: a table, then what could not be computed. */
export function variantsBlocks(
  { kpi, variants, notComputed }: KpiVariants,
  language: Language = english,
  labels: VariantsLabels = ENGLISH_LABELS,
): readonly Block[] {
  const formula = variants[0]?.result.explanation.formula ?? kpi;
  const rows = variants.map(({ variant, result, difference, usedBy }) => [
    variant,
    result.exact === null ? labels.noValue : fineValue(result, result.exact, language),
    difference,
    usedBy.join(", "),
  ]);
  const missing = notComputed.map(({ variant, reason }) => `${variant}: ${reason}`);
  return [
    { kind: "heading", level: 3, text: capitalise(formula.split(" = ")[0] ?? kpi) },
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
