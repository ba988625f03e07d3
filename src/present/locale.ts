import { argumentError } from "../base/errors.ts";
import { oneOf, readOptions } from "../base/options.ts";
import type { Locale } from "../result/language.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french/french.ts";
import type { Tongue } from "./tongue.ts";

/** Which language is asked for. */
export interface LocaleOptions {
  readonly locale: Locale;
}

const TONGUES: Readonly<Record<Locale, Tongue>> = { en: ENGLISH, fr: FRENCH };

/** The language that the options ask for. */
export function readTongue(options: LocaleOptions): Tongue {
  const { locale } = readOptions<LocaleOptions>(options, { locale: oneOf(["en", "fr"]) });
  if (locale !== undefined) return TONGUES[locale];
  throw argumentError("locale", 'given: "en" or "fr"', undefined, "option-missing");
}
