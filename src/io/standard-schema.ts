import { argumentError } from "../base/errors.ts";

/**
 * A schema of any library that follows the Standard Schema specification, version 1: zod, valibot,
 * arktype and others.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaAnswer<Output> | Promise<SchemaAnswer<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** What a schema says of a value. */
export type SchemaAnswer<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** What a schema finds wrong with a value. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Checks that something is a Standard Schema. */
export function requireSchema(schema: unknown): void {
  const expected = "a Standard Schema, such as one of zod or valibot";
  let validate: unknown;
  try {
    validate = Reflect.get(Object(Reflect.get(Object(schema), "~standard")), "validate");
  } catch {
    throw argumentError("schema", expected, schema, "option-unreadable");
  }
  if (typeof validate !== "function") {
    throw argumentError("schema", expected, schema, "option-wrong-type");
  }
}
