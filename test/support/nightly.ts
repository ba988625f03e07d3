/** Whether this is the long run of the night, `npm run nightly`. */
export const NIGHTLY: boolean = process.env["NIGHTLY"] !== undefined;

/** How often something is tried: at every change, and at night. */
export function tries(usually: number, atNight: number): number {
  return NIGHTLY ? atNight : usually;
}
