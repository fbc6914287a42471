import type { LocalisedText } from '../i18n/localised-text.js';

/** A text in JSON-LD, with its language if that is foreign. */
export function localisedFact({ text, lang }: LocalisedText): string | object {
  return lang === null ? text : { '@language': lang, '@value': text };
}
