/** To be filled from ISO 4217. */
export const ACTIVE_CURRENCIES: readonly (readonly [decimals: number, codes: string])[] = [
  [0, "CLP ISK JPY KRW VND"],
  [2, "CHF EUR GBP USD"],
  [3, "BHD KWD TND"],
];
