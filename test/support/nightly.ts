/** Whether this is the long run of the night, `npm run nightly`. */
export const NIGHTLY: boolean = process.env["NIGHTLY"] !== undefined;
