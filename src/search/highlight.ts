import { isStopWord, stem, tokenise } from './text-analysis.js';
import type { EntryText } from './entry-texts.js';
import type { Lexicon } from './lexicon.js';
import { conceptTerm, LINK_WEIGHT } from './analysed-entry.js';
import type { MatchReason, QueryWord } from './parse-query.js';

/** A part of a text, which either matches the query or not. */
interface Piece {
  text: string;
  isMatch: boolean;
}

/** A text of a hit, split at its matches. */
export interface EntryHighlight {
  field: string;
  /** Null if unknown: names in a list can be in any language. */
  locale: string | null;
  pieces: readonly Piece[];
  /** Whether the entry has this field in the first requested locale, too. */
  isTranslation: boolean;
}

/** A matching term of a field, and the query word that it matches. */
export interface TermMatch {
  field: string;
  /** Null if unknown: names in a list can be in any language. */
  locale: string | null;
  /** Term as written in the text. */
  term: string;
  /** Matched word of the query. */
  word: string;
  likeness: MatchReason;
  /** Product of field weight and similarity. */
  boost: number;
}

interface LocatedMatch extends TermMatch {
  start: number;
  end: number;
}

/** Maximum length of an extract, in UTF-16 code units. */
const MAX_EXTRACT_LENGTH = 240;

/** Limits for one hit. */
const LIMITS = { highlights: 8, pieces: 32, matches: 32 };

/** Texts and links of a search hit, in which query words are highlighted. */
export interface HighlightInput {
  texts: readonly EntryText[];
  links: readonly { field: string; to: string }[];
  /** Requested locales, in order of preference. Texts in the first one precede others. */
  locales: readonly string[];
}

/**
 * Finds the query words in an entry. Returns displayed texts with highlighted matches, and the matches by descending
 * weight. If none of these texts match, highlights the names of matching link targets. Limited to `LIMITS`.
 */
export function highlightEntry(
  { texts, links, locales }: HighlightInput,
  words: readonly QueryWord[],
  lexicon: Lexicon,
): { highlights: EntryHighlight[]; matches: TermMatch[] } {
  const highlights: EntryHighlight[] = [];
  const matches = new Map<string, TermMatch>();
  const addMatch = ({ field, locale, term, word, likeness, boost }: TermMatch) => {
    const key = `${field} ${locale} ${term} ${word}`;
    if (!matches.has(key)) matches.set(key, { field, locale, term, word, likeness, boost });
  };
  let remainingPieces = LIMITS.pieces;
  const addHighlight = (field: string, locale: string | null, pieces: Piece[], isTranslation = false) => {
    if (highlights.length === LIMITS.highlights || remainingPieces < 2) return;
    // If the limit is reached within a text, its last pieces are omitted.
    highlights.push({ field, locale, pieces: pieces.slice(0, remainingPieces), isTranslation });
    remainingPieces -= Math.min(remainingPieces, pieces.length);
  };
  const isInFirstLocale = ({ locale }: EntryText) => Number(locale === locales[0]);
  const readableFields = new Set(texts.filter(isInFirstLocale).map(({ field }) => field));
  for (const text of texts.toSorted((a, b) => isInFirstLocale(b) - isInFirstLocale(a))) {
    const matches = findMatches(text, words, lexicon);
    const isTranslation = text.locale !== null && !isInFirstLocale(text) && readableFields.has(text.field);
    if (matches.length > 0 && text.isDisplayed)
      addHighlight(text.field, text.locale, cutPieces(text.text, matches), isTranslation);
    matches.forEach(addMatch);
  }
  const hasHighlights = highlights.length > 0;
  for (const match of linkedMatches(links, words, lexicon, locales)) {
    if (!hasHighlights) addHighlight(match.field, match.locale, [{ text: match.term, isMatch: true }]);
    addMatch(match);
  }
  return { highlights, matches: [...matches.values()].sort((a, b) => b.boost - a.boost).slice(0, LIMITS.matches) };
}

/** Returns the matches in names of link targets. */
function linkedMatches(
  links: HighlightInput['links'],
  words: readonly QueryWord[],
  lexicon: Lexicon,
  locales: readonly string[],
): TermMatch[] {
  return links.flatMap(({ field, to }) => {
    const term = conceptTerm(to);
    return words.flatMap(({ word, variants }): TermMatch[] => {
      const variant = variants.find((candidate) => candidate.term === term);
      const name = variant ? lexicon.findTitle(to, locales) : null;
      if (!variant || !name) return [];
      const boost = LINK_WEIGHT * variant.factor;
      return [{ field, locale: name.locale, term: name.text, word, likeness: 'LINK', boost }];
    });
  });
}

function findMatches(text: EntryText, words: readonly QueryWord[], lexicon: Lexicon): LocatedMatch[] {
  const tokens = tokenise(text.text).filter(({ word }) => !isStopWord(word));
  const stems = tokens.map(({ word }) => stem(word, text.locale));
  const concepts = tokens.map(() => '');
  for (const { concept, from, length } of lexicon.mentions(stems))
    concepts.fill(conceptTerm(concept), from, from + length);
  return tokens.flatMap(({ word, start, end }, index) => {
    let bestMatch: LocatedMatch | null = null;
    for (const queryWord of words) {
      for (const { term, likeness, factor } of queryWord.variants) {
        if (term !== word && term !== stems[index] && term !== concepts[index]) continue;
        const boost = text.weight * factor;
        if (bestMatch && bestMatch.boost >= boost) continue;
        const { field, locale } = text;
        const matchedText = text.text.slice(start, end);
        bestMatch = { field, locale, term: matchedText, word: queryWord.word, likeness, boost, start, end };
      }
    }
    return bestMatch ? [bestMatch] : [];
  });
}

function cutPieces(text: string, matches: readonly LocatedMatch[]): Piece[] {
  const [rangeStart, rangeEnd] = extractRange(text, matches);
  const pieces: Piece[] = [];
  let position = rangeStart;
  const addPiece = (end: number, isMatch: boolean) => {
    if (end > position) pieces.push({ text: text.slice(position, end), isMatch });
    position = Math.max(position, end);
  };
  for (const { start, end } of matches) {
    if (start < rangeStart || end > rangeEnd) continue;
    addPiece(start, false);
    addPiece(end, true);
  }
  addPiece(rangeEnd, false);
  if (rangeStart > 0 && pieces[0]) pieces[0] = { ...pieces[0], text: `…${pieces[0].text}` };
  const lastPiece = pieces[pieces.length - 1];
  if (rangeEnd < text.length && lastPiece) pieces[pieces.length - 1] = { ...lastPiece, text: `${lastPiece.text}…` };
  return pieces;
}

/** Returns the range of a long text with the most matches, cut at spaces; the whole range of a short text. */
function extractRange(text: string, matches: readonly LocatedMatch[]): [number, number] {
  if (text.length <= MAX_EXTRACT_LENGTH) return [0, text.length];
  let bestStart = 0;
  let maxMatches = 0;
  for (const { start } of matches) {
    const matchCount = matches.filter(
      (candidate) => candidate.start >= start && candidate.end <= start + MAX_EXTRACT_LENGTH,
    ).length;
    if (matchCount > maxMatches) [bestStart, maxMatches] = [start, matchCount];
  }
  const earliest = Math.max(0, bestStart - 40);
  const rangeStart = earliest === 0 ? 0 : text.indexOf(' ', earliest) + 1;
  const end = Math.min(text.length, rangeStart + MAX_EXTRACT_LENGTH);
  const lastSpace = text.lastIndexOf(' ', end);
  return [rangeStart, end === text.length || lastSpace <= bestStart ? end : lastSpace];
}
