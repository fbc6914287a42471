import { greatest } from 'd3-array';
import { conceptTerm } from './analysed-entry.js';
import type { CountryNames } from './country-names.js';
import { findStems, isStopWord, type SearchToken, stem, STEMMED_LOCALES, tokenise } from './text-analysis.js';
import type { Lexicon } from './lexicon.js';
import type { TextIndex } from './text-index.js';
import { type QueryScope, readScope } from './query-scope.js';
import { QUESTION_WORDS, relatedStems } from './word-groups.js';

/** Reason why a term matches a query word. */
export type MatchReason = 'WORD' | 'STEM' | 'PREFIX' | 'TYPO' | 'SYNONYM' | 'LINK';

/** Quoted text, with quotation marks of any language. */
const QUOTED_TEXT = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/** A term that matches a query word. */
interface Variant {
  term: string;
  likeness: MatchReason;
  /** Similarity of the term to the word, from 0 to 1. */
  factor: number;
}

/** A word of a query, and the terms that it matches. */
export interface QueryWord {
  word: string;
  variants: readonly Variant[];
  /** Whether the word names a kind, so that entries match without it. */
  isOptional?: boolean;
}

export interface ParsedQuery {
  words: readonly QueryWord[];
  /** Quoted phrases, as positions of their words. */
  phrases: readonly (readonly number[])[];
  /** Keys of concepts with a label that occurs in full in the query. */
  namedConcepts: ReadonlySet<string>;
  /** Keys of countries with a name that occurs in full in the query. */
  namedCountries: ReadonlySet<string>;
  /** The kind and language that the query names; null if none. */
  scope: QueryScope | null;
  /** Query with corrected words; null if no word has a correction. */
  didYouMean: string | null;
}

const FACTORS = { word: 1, joined: 0.9, stem: 0.85, synonym: 0.7, related: 0.5, prefix: 0.55, typo: [0, 0.6, 0.4] };
const MAX_PREFIXES = 40;
const MAX_TYPOS = 12;
/** Maximum number of entries that match a rare word, which may be a typing error. */
const MAX_RARE_ENTRIES = 2;
/** Synonyms are added only for words that match at most `maxEntries` entries and have at least `minLength` letters. */
const EXPANSION_LIMITS = { maxEntries: 12, minLength: 4 };
const MAX_WORDS = 16;

/**
 * Expands query words to matching terms: the word, compounds with adjacent words ("whats app"), stems of all languages,
 * and concepts by label. The last word also matches as a prefix. Rare words match similar ones. Quoted words match only
 * literally or by stem.
 */
export function parseSearchQuery(query: string, index: TextIndex, lexicon: Lexicon, names: CountryNames): ParsedQuery {
  const allTokens = tokenise(query).slice(0, MAX_WORDS);
  const unquotedQuery = query.replace(QUOTED_TEXT, (text) => ' '.repeat(text.length));
  // Quoted words and codes in capitals, such as SI for Slovenia, are not words of a question.
  const isQuestionWord = ({ word, start, end }: SearchToken) =>
    QUESTION_WORDS.has(word) && /\p{Ll}/u.test(unquotedQuery.slice(start, end));
  const contentWords = allTokens.filter((token) => !isStopWord(token.word) && !isQuestionWord(token));
  const searchedTokens = contentWords.length > 0 ? contentWords : allTokens;
  const concepts = conceptsByWord(searchedTokens, lexicon);
  // Quoted words and words of a concept, such as "case" in "case law", do not name a kind.
  const canBeScope = (token: SearchToken) =>
    unquotedQuery[token.start] !== ' ' && !concepts[searchedTokens.indexOf(token)]?.length;
  const { scope, label, ignored } = readScope(query, allTokens, canBeScope);
  const wordTokens = searchedTokens.filter((token) => !ignored.includes(token));
  const plainWords = wordTokens.map(({ word }) => word);
  const synonyms = wordTokens.map((token) => concepts[searchedTokens.indexOf(token)]!);
  const phrases = [...query.matchAll(QUOTED_TEXT)]
    .map(({ 0: { length }, index }) => positionsWithin(wordTokens, index, index + length))
    .filter((positions) => positions.length > 0);
  const quotedPositions = new Set(phrases.flat());
  const corrections = new Map<string, string>();
  const words = wordTokens.map((token, position): QueryWord => {
    const { word } = token;
    const variants = new Map<string, Variant>();
    const addVariant = (term: string, likeness: MatchReason, factor: number) => {
      const existingVariant = variants.get(term);
      if (index.term(term) && (!existingVariant || existingVariant.factor < factor))
        variants.set(term, { term, likeness, factor });
    };
    addVariant(word, 'WORD', FACTORS.word);
    for (const stemmed of findStems(word)) addVariant(stemmed, 'STEM', FACTORS.stem);
    const isUnquoted = !quotedPositions.has(position);
    const ownCount = variants.size;
    for (const compound of isUnquoted ? compoundsAt(wordTokens, position, allTokens) : []) {
      addVariant(compound, 'WORD', FACTORS.joined);
      for (const stemmed of findStems(compound)) addVariant(stemmed, 'STEM', FACTORS.joined * FACTORS.stem);
    }
    const relatedTerms = relatedStems(word);
    const isKnown = variants.size > 0 || relatedTerms.size > 0;
    const isRare = maxEntryCount(variants.values(), index) <= MAX_RARE_ENTRIES;
    const isJoined = variants.size > ownCount;
    for (const concept of isUnquoted ? synonyms[position]! : [])
      addVariant(conceptTerm(concept), 'SYNONYM', FACTORS.synonym);
    const isExpanded =
      isUnquoted &&
      word.length >= EXPANSION_LIMITS.minLength &&
      maxEntryCount(variants.values(), index) <= EXPANSION_LIMITS.maxEntries;
    for (const stemmed of isExpanded ? relatedTerms : []) addVariant(stemmed, 'SYNONYM', FACTORS.related);
    if (isUnquoted && !isJoined && position === wordTokens.length - 1 && word.length >= 2) {
      for (const longerWord of index.dictionary.startingWith(word, MAX_PREFIXES)) {
        addVariant(longerWord, 'PREFIX', FACTORS.prefix * Math.sqrt(word.length / longerWord.length));
      }
    }
    if (isRare) {
      const similarWords = index.dictionary.findSimilar(
        word,
        isKnown ? Math.min(1, allowedTypos(word)) : allowedTypos(word),
        MAX_TYPOS,
      );
      for (const similarWord of isUnquoted ? similarWords : [])
        addVariant(similarWord.word, 'TYPO', FACTORS.typo[similarWord.typos]!);
      const correction = isKnown ? null : mostFrequent(similarWords, index);
      if (correction) {
        corrections.set(word, correction);
        for (const stemmed of isUnquoted ? findStems(correction) : [])
          addVariant(stemmed, 'STEM', FACTORS.typo[1]! * FACTORS.stem);
      }
    }
    return { word, variants: [...variants.values()], isOptional: label.includes(token) };
  });
  const namedConcepts = new Set(synonyms.flat());
  const namedCountries = names.namedIn(plainWords);
  return {
    words,
    phrases,
    namedConcepts,
    namedCountries,
    scope,
    didYouMean: corrections.size > 0 ? correctQuery(query, corrections) : null,
  };
}

function positionsWithin(words: readonly SearchToken[], start: number, end: number): number[] {
  return words.flatMap((word, index) => (word.start >= start && word.end <= end ? [index] : []));
}

/** Returns the compounds of a word with adjacent words. */
function compoundsAt(words: readonly SearchToken[], index: number, allTokens: readonly SearchToken[]): string[] {
  const pairs = [words.slice(Math.max(index - 1, 0), index + 1), words.slice(index, index + 2)];
  const isPair = ([a, b]: SearchToken[]) => b !== undefined && allTokens.indexOf(b) === allTokens.indexOf(a!) + 1;
  return pairs.filter(isPair).map((pair) => pair.map(({ word }) => word).join(''));
}

/** Returns the number of entries that contain the most frequent variant. */
function maxEntryCount(variants: Iterable<Variant>, index: TextIndex): number {
  return Math.max(0, ...Array.from(variants, ({ term }) => index.term(term)!.length));
}

function allowedTypos(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

function mostFrequent(similarWords: readonly { word: string; typos: number }[], index: TextIndex): string | null {
  const minTypos = similarWords[0]?.typos;
  const closestWords = similarWords.filter(({ typos }) => typos === minTypos);
  return greatest(closestWords, ({ word }) => index.term(word)!.length)?.word ?? null;
}

function correctQuery(query: string, corrections: ReadonlyMap<string, string>): string {
  let text = '';
  let copiedUntil = 0;
  for (const { word, start, end } of tokenise(query)) {
    text += query.slice(copiedUntil, start) + (corrections.get(word) ?? query.slice(start, end));
    copiedUntil = end;
  }
  return text + query.slice(copiedUntil);
}

/** Returns, for each word of the query, the concepts with a label that contains the word and occurs in the query. */
function conceptsByWord(words: readonly SearchToken[], lexicon: Lexicon): string[][] {
  const concepts = words.map(() => new Set<string>());
  for (const locale of STEMMED_LOCALES) {
    for (const mention of lexicon.mentions(words.map(({ word }) => stem(word, locale)))) {
      for (let position = mention.from; position < mention.from + mention.length; position += 1)
        concepts[position]!.add(mention.concept);
    }
  }
  return concepts.map((conceptSet) => [...conceptSet]);
}
