import type { Said } from '../words/said.js';

/** A text in JSON-LD, with its language if that is foreign. */
export function saidFact({ text, lang }: Said): string | object {
  return lang === null ? text : { '@language': lang, '@value': text };
}
