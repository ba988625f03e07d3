import { dayToText } from "../base/day.ts";
import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { ModelReport } from "./model-report-shape.ts";
import { modelIdea } from "./model-words.ts";
import type { TrackedWeek } from "./track-purchases.ts";

/** At most so many lines of the tracking table. */
const TRACKED_LINES = 13;

const write = /* @__PURE__ */ writerFor(english);

/** The report on a model as a page. */
export function modelReportBlocks(report: ModelReport): readonly Block[] {
  return [
    { kind: "heading", level: 3, text: `Model report: ${report.name}` },
    { kind: "paragraph", text: modelIdea(report.fit) },
    { kind: "notes", label: "What the checks say", mark: "·", items: report.findings },
    { kind: "notes", label: "What the fit says", mark: "·", items: report.meaning },
    ...fitBlocks(report),
    ...calibrationBlocks(report),
    ...trackingBlocks(report),
    ...holdoutBlocks(report),
  ];
}

function fitBlocks({ fit, parameters, confidence }: ModelReport): readonly Block[] {
  const range = `${write.confidence(confidence)} interval`;
  return [
    { kind: "heading", level: 3, text: "The fit" },
    {
      kind: "paragraph",
      text: `${counted(write.count(fit.customers), "customer")}; log-likelihood ${write.number(fit.logLikelihood, 3)}, AIC ${write.number(fit.aic, 1)}, BIC ${write.number(fit.bic, 1)}; ${fit.convergence.converged ? `converged in ${counted(String(fit.convergence.iterations), "step")}` : "not converged"}.`,
    },
    {
      kind: "table",
      head: ["parameter", "value", "s.e.", range, "what it is"],
      rows: parameters.map(({ name, value, standardError, interval, meaning }) => [
        name,
        digits(value),
        standardError === null ? "not told" : digits(standardError),
        interval === null ? "" : `${digits(interval[0])} to ${digits(interval[1])}`,
        meaning,
      ]),
      numeric: [1, 2, 3],
    },
  ];
}

function calibrationBlocks({ calibration }: ModelReport): readonly Block[] {
  return [
    { kind: "heading", level: 3, text: "The past: customers by repeat purchases" },
    {
      kind: "table",
      head: ["repeat purchases", "counted", "expected", "difference"],
      rows: calibration.map(({ repeatPurchases, orMore, actual, expected }) => [
        className(repeatPurchases, orMore),
        write.count(actual),
        write.number(expected, 1),
        write.number(expected - actual, 1),
      ]),
      numeric: [1, 2, 3],
    },
  ];
}

function trackingBlocks({ tracking }: ModelReport): readonly Block[] {
  if (tracking === null || tracking.length === 0) return [];
  const every = Math.ceil(tracking.length / TRACKED_LINES);
  const shown = tracking.filter((_, week) => (tracking.length - 1 - week) % every === 0);
  const title = every === 1 ? "Week by week" : `Every ${every} weeks`;
  return [
    { kind: "heading", level: 3, text: `${title}: repeat purchases made and expected` },
    {
      kind: "table",
      head: ["up to", "made", "expected", "made so far", "expected so far", "off", ""],
      rows: shown.map((week, at) => trackedLine(week, shown[at - 1])),
      numeric: [1, 2, 3, 4, 5],
    },
  ];
}

function trackedLine(week: TrackedWeek, before: TrackedWeek | undefined): readonly string[] {
  const { end, inHoldout, actualSoFar, expectedSoFar } = week;
  return [
    dayToText(end - 1),
    write.count(actualSoFar - (before?.actualSoFar ?? 0)),
    write.number(expectedSoFar - (before?.expectedSoFar ?? 0), 1),
    write.count(actualSoFar),
    write.number(expectedSoFar, 1),
    actualSoFar === 0 ? "" : write.share(expectedSoFar / actualSoFar - 1),
    inHoldout ? "held out" : "",
  ];
}

function holdoutBlocks({ holdout, unit }: ModelReport): readonly Block[] {
  if (holdout === null) return [];
  return [
    {
      kind: "heading",
      level: 3,
      text: `The hold-out of ${counted(write.number(holdout.horizon, 1), unit)}: purchases a customer, by repeat purchases before it`,
    },
    {
      kind: "table",
      head: ["repeat purchases", "customers", "made", "expected"],
      rows: holdout.byFrequency
        .filter(({ customers }) => customers > 0)
        .map(({ repeatPurchases, orMore, customers, actual, expected }) => [
          className(repeatPurchases, orMore),
          write.count(customers),
          actual === null ? "" : write.number(actual, 2),
          expected === null ? "" : write.number(expected, 2),
        ]),
      numeric: [1, 2, 3],
    },
  ];
}

function className(repeatPurchases: number, orMore: boolean): string {
  return `${repeatPurchases}${orMore ? " or more" : ""}`;
}

/** Four digits that matter. */
function digits(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const places = 3 - Math.floor(Math.log10(Math.abs(value)));
  return write.number(value, Math.min(20, Math.max(0, places)));
}
