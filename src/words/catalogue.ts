import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { ITALIAN } from './italian.js';
import { readableName } from './readable-name.js';
import { SPANISH } from './spanish.js';
import type { Words } from './words.js';
import { Writing } from './writing.js';

const CATALOGUE: readonly Words[] = [ENGLISH, FRENCH, GERMAN, SPANISH, ITALIAN];

/** The languages that Signpost's own words are in, the first of them the one that is always there. */
export const LANGUAGES: readonly string[] = CATALOGUE.map(({ locale }) => locale);

/** Signpost's own words in the first of some languages that there are words in; in English where there are in none. */
export function wordsIn(locales: readonly string[]): Words {
  for (const locale of locales) {
    const found = CATALOGUE.find((words) => words.locale === locale);
    if (found) return found;
  }
  return ENGLISH;
}

const WRITINGS = new WeakMap<Words, Writing>();

/** How numbers and dates are written beside such words; made once, which takes long. */
export function chooseWriting(words: Words): Writing {
  const known = WRITINGS.get(words);
  if (known) return known;
  const writing = new Writing(words.locale, words.quarter);
  WRITINGS.set(words, writing);
  return writing;
}

/** A value of an enum as people read it. @param type the name of the enum, where it is known */
export function valueWord({ values }: Words, name: string, type: string | null = null): string {
  return (type === null ? undefined : values[`${type}.${name}`]) ?? values[name] ?? readableName(name);
}

/**
 * A column of a table as people read it: by what it says of a figure, or by its name, part by part, as in
 * "Country · Capital" for `country_capital`.
 */
export function columnWord({ columns, kinds }: Words, { name, role }: { name: string; role: string | null }): string {
  const whole = (role === null || role === 'dimension' ? undefined : columns[role]) ?? columns[name] ?? kinds[name];
  if (whole !== undefined) return whole;
  const parts = name.split('_').filter((part) => part !== '');
  return parts.map((part) => columns[part] ?? kinds[part] ?? readableName(part)).join(' · ');
}
