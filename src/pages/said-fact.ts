import type { Said } from '../words/said.js';

/** A text for programs, in the terms of JSON-LD: with its language where that is another than the page's. */
export function saidFact({ text, lang }: Said): string | object {
  return lang === null ? text : { '@language': lang, '@value': text };
}
