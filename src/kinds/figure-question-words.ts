import { distance } from 'fastest-levenshtein';
import { foldWords, isStopWord, stem, STEMMED_LOCALES } from '../search/text-analysis.js';
import { WORD_GROUPS } from '../search/word-groups.js';
import lists from './figure-words.json' with { type: 'json' };

type Phrases = readonly (readonly string[])[];
/** Comparison keys of a word: its stems in all languages, and its groups of synonyms. */
export type ComparisonKeys = readonly string[];

/** Assumed number of entries that contain an unknown word. Determines its weight. */
const ASSUMED_FREQUENCY = 10;
/** Minimum length of a word whose typing errors are corrected. */
const MIN_CORRECTED_LENGTH = 5;
/** Minimum length of a stem, with its locale prefix, to look up synonyms. Shorter stems match unrelated words. */
const MIN_STEM_LENGTH = 8;

/** Words that are part of a question, not of a name. */
const IGNORED_WORDS = new Set(lists.ignored.flatMap((list) => parsePhrases(list).flat()));
const ignoredAnagrams = new Set(
  [...IGNORED_WORDS].filter(({ length }) => length > MIN_CORRECTED_LENGTH).map(anagramKey),
);
export const RANKING_PHRASES = parsePhrases(lists.top);
export const BY_ORIGIN_PHRASES = parsePhrases(lists.byOrigin);
/** Words that can be part of a name or a code, but need not match. */
export const OPTIONAL_PHRASES = parsePhrases(lists.optional);
/** Phrases for a number of people or cases, which a rate is not. */
export const COUNT_PHRASES = parsePhrases(lists.counts);
/** Phrases for the whole world. They are ignored if the text also names a place of origin. */
export const WORLDWIDE_PHRASES = parsePhrases(lists.worldwide);
/** Phrases before a place that make it a place of origin, such as "from". */
export const FROM_PLACE_PHRASES = parsePhrases(lists.fromPlace);
/** Phrases before a period that make it the first one, such as "since". */
export const SINCE_PHRASES = parsePhrases(lists.since);
/** Phrases in the name of an indicator which show that its areas are places of origin. */
export const OF_ORIGIN_PHRASES = parsePhrases(lists.ofOrigin);
/** Numbers of items in a ranking, by number word. */
export const NUMBER_WORDS = new Map(
  Object.entries(lists.numbers).flatMap(([number, list]) =>
    parsePhrases(list).map(([word]) => [word!, Number(number)]),
  ),
);
/** Default subject of a request that names only a people and a place, such as "Syrians in Germany". */
export const DEFAULT_PEOPLE_SUBJECT = foldWords(lists.people);
export const MEASURE_PHRASES = parseNamedPhrases(lists.measures);
/** Phrases that request a chart, a map or a table, by view. */
export const VIEW_PHRASES = parseNamedPhrases(lists.views);

const synonymKeys = new Map<string, string[]>();
for (const [index, words] of WORD_GROUPS.entries()) {
  for (const key of words.flatMap(groupKeys)) synonymKeys.set(key, [...(synonymKeys.get(key) ?? []), `#${index}`]);
}

function parseNamedPhrases(named: Readonly<Record<string, string>>) {
  return Object.entries(named).map(([name, list]) => [name, parsePhrases(list)] as const);
}

/** Whether a folded word is part of a question, not of a name, even with transposed letters as in "poeple". */
export function isIgnoredWord(word: string): boolean {
  return IGNORED_WORDS.has(word) || ignoredAnagrams.has(anagramKey(word));
}

function anagramKey(word: string): string {
  return word.charAt(0) + [...word].sort().join('');
}

/** Parses a comma-separated list of phrases. Sorts them, longest first. */
function parsePhrases(list: string): Phrases {
  return list
    .split(',')
    .map(foldWords)
    .sort((a, b) => b.length - a.length);
}

/** Returns the number of words of the longest phrase at a position; 0 if there is none. */
export function phraseLengthAt(words: readonly string[], from: number, phrases: Phrases): number {
  return phrases.find((phrase) => phrase.every((word, offset) => words[from + offset] === word))?.length ?? 0;
}

/** Returns the comparison keys of a folded word. */
export function comparisonKeys(word: string): ComparisonKeys {
  return [...stemsOf(word), ...groupKeys(word).flatMap((key) => synonymKeys.get(key) ?? [])];
}

function groupKeys(word: string): string[] {
  return [word, ...stemsOf(word).filter(({ length }) => length >= MIN_STEM_LENGTH)];
}

/** Returns the stems of a word, each with its locale: words match only if they have the same stem in one language. */
function stemsOf(word: string): string[] {
  return STEMMED_LOCALES.map((locale) => locale + stem(word, locale));
}

/** Names of entries, for comparison with the words of a text. */
export class NameIndex {
  /** Words of the names of each entry, with their weights. */
  private readonly labels: readonly (readonly (readonly { keys: ReadonlySet<string>; weight: number }[])[])[];
  /** Number of entries whose names contain a key. */
  private readonly counts = new Map<string, number>();
  private readonly words = new Set<string>();
  private readonly entries: number;

  constructor(names: readonly (readonly string[])[]) {
    this.entries = names.length;
    const labels = names.map((entryLabels) => entryLabels.map((label) => this.readLabel(label)));
    for (const key of labels.flatMap((entryLabels) => [...new Set(entryLabels.flat(2))])) {
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
    this.labels = labels.map((entryLabels) =>
      entryLabels.map((label) => label.map((keys) => ({ keys: new Set(keys), weight: this.weigh(keys) }))),
    );
  }

  /** Returns the comparison keys of a word of a text. Corrects a typing error. */
  correctedKeys(word: string): ComparisonKeys {
    const keys = comparisonKeys(word);
    if (word.length < MIN_CORRECTED_LENGTH || keys.some((key) => this.counts.has(key))) return keys;
    const similar = [...this.words].filter(
      (known) => known.length >= MIN_CORRECTED_LENGTH && distance(known, word) === 1,
    );
    return similar.length > 0 ? similar.flatMap(comparisonKeys) : keys;
  }

  /** Returns the weight of a word. Rare words have a high weight, unknown ones a moderate weight. */
  weigh(keys: ComparisonKeys): number {
    const count = Math.max(0, ...keys.map((key) => this.counts.get(key) ?? 0));
    return Math.log(1 + this.entries / (count || ASSUMED_FREQUENCY));
  }

  /**
   * Compares words with the names of an entry. `matched`: indexes of the words in any name. `coverage`: largest share
   * of a name that they cover, weighted by rarity. `fit`: largest product of such a share and its number of words.
   */
  match(entry: number, words: readonly ComparisonKeys[]): { matched: Set<number>; coverage: number; fit: number } {
    const matched = new Set<number>();
    let [coverage, fit] = [0, 0];
    for (const label of this.labels[entry]!) {
      let [covered, total, count] = [0, 0, 0];
      for (const { keys, weight } of label) {
        const found = words.flatMap((word, index) => (word.some((key) => keys.has(key)) ? [index] : []));
        found.forEach((index) => matched.add(index));
        total += weight;
        if (found.length > 0) [covered, count] = [covered + weight, count + found.length];
      }
      if (total > 0) [coverage, fit] = [Math.max(coverage, covered / total), Math.max(fit, (count * covered) / total)];
    }
    return { matched, coverage, fit };
  }

  /** Returns the keys of the distinctive words of a name. */
  private readLabel(label: string): ComparisonKeys[] {
    const words = foldWords(label);
    const isIgnored = words.map(() => false);
    for (const index of words.keys())
      isIgnored.fill(true, index, index + phraseLengthAt(words, index, BY_ORIGIN_PHRASES));
    const distinctive = words.filter(
      (word, index) => !isIgnored[index] && !isStopWord(word) && !IGNORED_WORDS.has(word),
    );
    distinctive.forEach((word) => this.words.add(word));
    return distinctive.map(comparisonKeys);
  }
}
