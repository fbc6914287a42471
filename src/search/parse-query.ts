import { conceptTerm } from './analysed-entry.js';
import type { SearchToken } from './analyse.js';
import type { CountryNames } from './country-names.js';
import { isStopWord, stem, STEMMED_LOCALES, findStems, tokens } from './analyse.js';
import type { Lexicon } from './lexicon.js';
import type { TextIndex } from './text-index.js';

/** Reason why a term matches a query word. */
export type Likeness = 'WORD' | 'STEM' | 'PREFIX' | 'TYPO' | 'SYNONYM' | 'LINK';

/** Quoted text, with quotation marks of any language. */
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/** A term that matches a query word. */
interface Variant {
  term: string;
  likeness: Likeness;
  /** Similarity, from 0 to 1. */
  factor: number;
}

export interface QueryWord {
  word: string;
  variants: readonly Variant[];
}

export interface ParsedQuery {
  words: readonly QueryWord[];
  /** Quoted phrases, as positions of their words. */
  phrases: readonly (readonly number[])[];
  /** Keys of concepts with a whole label in the query. */
  named: ReadonlySet<string>;
  /** Keys of countries with a whole name in the query. */
  places: ReadonlySet<string>;
  /** Query with corrected words; null if no word has a correction. */
  didYouMean: string | null;
}

const FACTORS = { word: 1, joined: 0.9, stem: 0.85, synonym: 0.7, prefix: 0.55, typo: [0, 0.6, 0.4] };
const MAX_PREFIXES = 40;
const MAX_TYPOS = 12;
/** Maximum number of entries of a word that may be a typing error. */
const RARE = 2;
const MAX_WORDS = 16;

/**
 * Expands query words to matching terms: the word, compounds with adjacent words ("whats app"), stems of all languages,
 * and concepts by label. The last word also matches as a prefix. Rare words match similar ones. Quoted words match only
 * literally or by stem.
 */
export function parseSearchQuery(
  query: string,
  index: TextIndex,
  lexicon: Lexicon,
  countries: CountryNames,
): ParsedQuery {
  const all = tokens(query).slice(0, MAX_WORDS);
  const telling = all.filter(({ word }) => !isStopWord(word));
  const used = telling.length > 0 ? telling : all;
  const plain = used.map(({ word }) => word);
  const synonyms = synonymsIn(plain, lexicon);
  const phrases = [...query.matchAll(QUOTED)]
    .map(({ 0: { length }, index }) => placesWithin(used, index, index + length))
    .filter((places) => places.length > 0);
  const quoted = new Set(phrases.flat());
  const corrections = new Map<string, string>();
  const words = used.map(({ word }, at): QueryWord => {
    const variants = new Map<string, Variant>();
    const offer = (term: string, likeness: Likeness, factor: number) => {
      const known = variants.get(term);
      if (index.term(term) && (!known || known.factor < factor)) variants.set(term, { term, likeness, factor });
    };
    offer(word, 'WORD', FACTORS.word);
    for (const each of findStems(word)) offer(each, 'STEM', FACTORS.stem);
    const isFree = !quoted.has(at);
    const alone = variants.size;
    for (const joined of isFree ? joinedAt(used, at, all) : []) {
      offer(joined, 'WORD', FACTORS.joined);
      for (const each of findStems(joined)) offer(each, 'STEM', FACTORS.joined * FACTORS.stem);
    }
    const isKnown = variants.size > 0;
    const isJoined = variants.size > alone;
    for (const concept of isFree ? synonyms[at]! : []) offer(conceptTerm(concept), 'SYNONYM', FACTORS.synonym);
    if (isFree && !isJoined && at === used.length - 1 && word.length >= 2) {
      for (const longer of index.dictionary.startingWith(word, MAX_PREFIXES)) {
        offer(longer, 'PREFIX', FACTORS.prefix * Math.sqrt(word.length / longer.length));
      }
    }
    if (!isKnown || isRare(variants.values(), index)) {
      const near = index.dictionary.near(
        word,
        isKnown ? Math.min(1, allowedTypos(word)) : allowedTypos(word),
        MAX_TYPOS,
      );
      for (const each of isFree ? near : []) offer(each.word, 'TYPO', FACTORS.typo[each.typos]!);
      const best = isKnown ? null : mostFrequent(near, index);
      if (best) corrections.set(word, best);
    }
    return { word, variants: [...variants.values()] };
  });
  const named = new Set(synonyms.flat());
  const places = countries.namedIn(plain);
  return { words, phrases, named, places, didYouMean: corrections.size > 0 ? corrected(query, corrections) : null };
}

function placesWithin(words: readonly SearchToken[], start: number, end: number): number[] {
  return words.flatMap((word, at) => (word.start >= start && word.end <= end ? [at] : []));
}

/** Returns the compounds of a word with adjacent words. */
function joinedAt(words: readonly SearchToken[], at: number, all: readonly SearchToken[]): string[] {
  const pairs = [words.slice(Math.max(at - 1, 0), at + 1), words.slice(at, at + 2)];
  const isPair = ([one, other]: SearchToken[]) => other !== undefined && all.indexOf(other) === all.indexOf(one!) + 1;
  return pairs.filter(isPair).map((pair) => pair.map(({ word }) => word).join(''));
}

/** Whether the matches are so rare that the word may be a typing error. */
function isRare(variants: Iterable<Variant>, index: TextIndex): boolean {
  let entries = 0;
  for (const { term } of variants) entries = Math.max(entries, index.term(term)!.length);
  return entries <= RARE;
}

function allowedTypos(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

function mostFrequent(near: readonly { word: string; typos: number }[], index: TextIndex): string | null {
  const least = near[0]?.typos;
  const [best] = near
    .filter(({ typos }) => typos === least)
    .sort((a, b) => index.term(b.word)!.length - index.term(a.word)!.length);
  return best?.word ?? null;
}

function corrected(query: string, corrections: ReadonlyMap<string, string>): string {
  let text = '';
  let from = 0;
  for (const { word, start, end } of tokens(query)) {
    text += query.slice(from, start) + (corrections.get(word) ?? query.slice(start, end));
    from = end;
  }
  return text + query.slice(from);
}

/** Returns the concepts with a label that contains each word, by word. */
function synonymsIn(words: readonly string[], lexicon: Lexicon): string[][] {
  const concepts = words.map(() => new Set<string>());
  for (const locale of STEMMED_LOCALES) {
    for (const mention of lexicon.mentions(words.map((word) => stem(word, locale)))) {
      for (let at = mention.from; at < mention.from + mention.length; at += 1) concepts[at]!.add(mention.concept);
    }
  }
  return concepts.map((each) => [...each]);
}
