export { KpiError } from "./base/errors.ts";
