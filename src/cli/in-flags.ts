/** What the library calls an option, and what the command calls it. */
const FLAGS: Readonly<Record<string, string>> = {
  ...{ orders: "ORDERS", subscriptions: "--subscriptions", answers: "--answers" },
  ...{ columns: "--columns", layout: "--layout", guests: "--guests", rowsAre: "--rows-are" },
  ...{ period: "--period", compareTo: "--compare-to", asOf: "--as-of" },
  ...{ timeZone: "--time-zone", weekStartsOn: "--week-starts-on", confidence: "--confidence" },
  ...{ margin: "--margin", annualDiscountRate: "--discount" },
  ...{ dateOrder: "--date-order", decimalComma: "--decimal-comma" },
  ...{ csatScale: "--csat-scale", cesVersion: "--ces-version" },
  ...{ observedUntil: "--as-of", holdoutFrom: "--holdout-from", horizon: "--horizon" },
};

/**
 * A message of the library in the words of the command. What came, which stands in quotation marks,
 * stays as it came.
 *
 * @param option - The option at fault, where it is one: a currency may also be a column.
 * @example
 * inFlags('`cesVersion` must be "1.0" or "2.0"; received "`asOf`".'); // => '--ces-version must be "1.0" or "2.0"; received "`asOf`".'
 * inFlags("Row 3: `currency` is missing"); // => "Row 3: `currency` is missing"
 * inFlags("`currency` must be three letters", "currency"); // => "--currency must be three letters"
 */
export function inFlags(message: string, option?: string): string {
  const said = option === "currency" ? message.replace("`currency`", "--currency") : message;
  const short = said
    .replace(/\bguests: "keep"/g, "--guests keep")
    .replace(/, such as \{ currency: "EUR" \}/g, ", such as EUR");
  return quotedApart(short)
    .map((part) => (part.startsWith('"') ? part : named(part)))
    .join("");
}

/** A text in pieces: what stands in quotation marks, marks included, and what lies between. */
function quotedApart(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (isQuoted && text[at] === "\\") at += 1;
    else if (text[at] === '"') {
      const until = isQuoted ? at + 1 : at;
      pieces.push(text.slice(from, until));
      from = until;
      isQuoted = !isQuoted;
    }
  }
  return [...pieces, text.slice(from)];
}

function named(text: string): string {
  return text
    .replace(/(?<=option )`currency`|`currency`(?= that was asked for)/g, "--currency")
    .replace(/`([a-zA-Z]+)(?:\.([\w.]+))?`/g, (whole, option: string, member?: string) => {
      const flag = Object.hasOwn(FLAGS, option) ? FLAGS[option] : undefined;
      if (flag === undefined) return whole;
      return member === undefined ? flag : `${flag} ${member}`;
    });
}

/**
 * The same where a message speaks of naming columns, of which every kind of file has its own option.
 *
 * @example
 * inColumnFlag('Name it with the option columns: { date: "…" }.', "--columns"); // => "Name it with --columns date=…."
 */
export function inColumnFlag(message: string, flag: string): string {
  return message
    .replace(/the option columns: \{ (\w+): "…" \}/g, `${flag} $1=…`)
    .replace(/(?:the option )?`columns`/g, flag)
    .replace(/`columns\.(\w+)`/g, `${flag} $1`);
}
