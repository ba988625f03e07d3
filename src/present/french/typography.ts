const THIN = "\u202f";
const HARD = "\u00a0";

/**
 * Sets a French text as printers do: a no-break space before `:` and within « », a narrow one before
 * `;`, `?`, `!` and `%`, and curved apostrophes.
 *
 * @example
 * typeset("l'an : « oui » ; non"); // => "l’an\u00a0: «\u00a0oui\u00a0»\u202f; non"
 */
/* @__NO_SIDE_EFFECTS__ */
export function typeset(text: string): string {
  return text
    .replace(/'/g, "’")
    .replace(/ (?=:)/g, HARD)
    .replace(/ (?=[;?!%])/g, THIN)
    .replace(/« /g, `«${HARD}`)
    .replace(/ »/g, `${HARD}»`);
}

/**
 * A currency as French texts write it after an amount: the euro by its sign, others by their code.
 *
 * @example
 * ["EUR", "CHF"].map(currencySign); // => ["€", "CHF"]
 */
export function currencySign(currency: string): string {
  return currency === "EUR" ? "€" : currency;
}

/** A template whose own text is typeset, and what is put into it left as it is: names may be anything. */
export function fr(texts: TemplateStringsArray, ...values: readonly string[]): string {
  return texts.map((text, at) => typeset(text) + (values[at] ?? "")).join("");
}
