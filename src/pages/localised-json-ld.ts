import type { LocalisedText } from '../i18n/localised-text.js';

/** Returns a text for JSON-LD, with its language if it is not that of the page. */
export function localisedJsonLd({ text, lang }: LocalisedText): string | object {
  return lang === null ? text : { '@language': lang, '@value': text };
}
