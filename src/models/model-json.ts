import { KpiError } from "../base/errors.ts";
import { show } from "../base/show.ts";
import type { AnyModel } from "./any-model.ts";
import { type ModelWarning, modelWarning } from "./model-warning.ts";
import { ALL_KINDS, MODEL_PARAMETERS, requireModel } from "./require-model.ts";

/** Raised when the members of a saved model change their meaning. */
const VERSION = 1;

/**
 * A model as JSON text of a few hundred characters: parameters, covariance and how the fit went, no data.
 *
 * @example
 * const model = { kind: "sbg", parameters: { alpha: 0.7, beta: 1.2 } };
 * modelToJson(model); // => "{\"format\":\"loyalty-kpis/model\",\"version\":1,\"kind\":\"sbg\",\"parameters\":{\"alpha\":0.7,\"beta\":1.2}}"
 */
export function modelToJson(model: AnyModel): string {
  requireModel(model, ALL_KINDS);
  return JSON.stringify(
    { format: "loyalty-kpis/model", version: VERSION, ...model },
    (key, value) => (key === "message" ? undefined : value),
  );
}

/**
 * The model that was saved: every number as it was.
 *
 * @throws KpiError `invalid-data` for text that is no saved model, or one of a later version.
 * @example
 * const model = { kind: "sbg", parameters: { alpha: 0.7, beta: 1.2 } };
 * modelFromJson(modelToJson(model)); // => model
 */
export function modelFromJson<Model extends AnyModel = AnyModel>(text: string): Model {
  const { format, version, ...model } = parse(text);
  if (format !== "loyalty-kpis/model") throw refusal("format", '"loyalty-kpis/model"', format);
  if (version !== VERSION) throw refusal("version", String(VERSION), version);
  const kind = model["kind"];
  if (!isKind(kind))
    throw refusal("kind", `one of ${Object.keys(MODEL_PARAMETERS).join(", ")}`, kind);
  for (const name of MODEL_PARAMETERS[kind]) {
    const value = asRecord(model["parameters"])[name];
    const isPositive = typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY;
    if (!isPositive) throw refusal(`parameters.${name}`, "a number above 0", value);
  }
  const k = model["k"];
  const isOrder = typeof k === "number" && Number.isInteger(k) && k >= 1;
  if (kind === "mbg-cnbd-k" && !isOrder) throw refusal("k", "a whole number, 1 or more", k);
  const warnings = model["warnings"];
  // What a fit saved beside the parameters is given back as it was; only its kind is checked.
  if (!Array.isArray(warnings)) return Object.freeze(model) as unknown as Model;
  const worded = (warnings as readonly ModelWarning[]).map(modelWarning);
  return Object.freeze({ ...model, warnings: worded }) as unknown as Model;
}

function isKind(kind: unknown): kind is AnyModel["kind"] {
  return typeof kind === "string" && Object.hasOwn(MODEL_PARAMETERS, kind);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    throw refusal("text", "JSON text of a saved model", text);
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : {};
}

function refusal(field: string, expected: string, received: unknown): KpiError {
  const message = `A saved model must have ${expected} as \`${field}\`; received ${show(received)}.`;
  return new KpiError("invalid-data", message, [
    { code: "json-format", message, field, expected, received: show(received) },
  ]);
}
