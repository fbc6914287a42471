import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { memoise } from '../memoise.js';
import { foldText } from '../model/fold-text.js';

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
  it: italian,
};

export const STEMMED_LOCALES: readonly string[] = Object.keys(STEMMERS);

/** Frequent words that are not indexed, without accents. */
const STOP_WORDS = new Set(
  (
    'a an and are as at be by for from has have in into is it its of on or that the their this to was were which who with ' +
    'au aux avec ce ces dans de des du elle en est et il ils la le les leur ou par pas pour qui sa se ses son sont sur un une ' +
    'als am auch auf aus bei das dem den der die ein eine einem einen einer es fur im ist mit nach nicht oder sich sie sind und ' +
    'vom von wird zu zum zur al con da del della di el i il las los per por y'
  ).split(' '),
);

/** A word of a text: its folded form, and its offsets in UTF-16 code units. */
export interface SearchToken {
  word: string;
  start: number;
  end: number;
}

const WORD_PATTERN = /[\p{L}\p{N}]+/gu;

function foldLetters(text: string): string {
  return foldText(text).replace(/[ßœæøł]/g, (letter) => LETTER_REPLACEMENTS[letter]!);
}

const LETTER_REPLACEMENTS: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l' };

/** Splits a text into words, in order. Includes stop words. */
export function tokenise(text: string): SearchToken[] {
  return [...text.matchAll(WORD_PATTERN)].map((match) => ({
    word: foldLetters(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Splits a text into words, folded for comparison. Includes stop words. */
export function foldWords(text: string): string[] {
  return tokenise(text).map(({ word }) => word);
}

/** Returns the words of a text without stop words. */
export function contentWords(text: string): string[] {
  return tokenise(text).flatMap(({ word }) => (isStopWord(word) ? [] : [word]));
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Returns the stems of a folded word in all languages. */
export function findStems(word: string): ReadonlySet<string> {
  return new Set([`~${word}`, ...STEMMED_LOCALES.map((locale) => stem(word, locale))]);
}

const MAX_CACHED_STEMS = 50_000;
const MEMOISED_STEMMERS = new Map(
  Object.entries(STEMMERS).map(([locale, stemmer]) => [locale, memoise(stemmer, MAX_CACHED_STEMS)]),
);

/** Returns the stem of a folded word with the prefix `~`, as in `~smuggl`. The locale null (unknown) means English. */
export function stem(word: string, locale: string | null): string {
  const stemmer = word.length < 4 ? undefined : MEMOISED_STEMMERS.get(locale ?? 'en');
  return `~${stemmer ? stemmer(word) : word}`;
}
