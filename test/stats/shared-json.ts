export { sharedJson } from "../support/shared.ts";
