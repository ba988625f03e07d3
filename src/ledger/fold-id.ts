/**
 * What a person sees of an id: without blanks at the ends, invisible characters, case and
 * differences of Unicode form.
 *
 * @example
 * foldId(" Ann\u200b") === foldId("ANN"); // => true
 */
export function foldId(id: string): string {
  return id.normalize("NFKC").replace(INVISIBLE, "").trim().toLowerCase();
}

/** Soft hyphen, zero-width characters and marks of direction. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** Whether an id has visible ASCII characters only, so that folding it changes at most its case. */
export function isPlainId(id: string): boolean {
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    if (code <= 0x20 || code >= 0x7f) return false;
  }
  return true;
}
