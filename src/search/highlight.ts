import { isStopWord, stem, tokens } from './analyse.js';
import type { EntryText } from './entry-texts.js';
import type { Lexicon } from './lexicon.js';
import { conceptTerm } from './analysed-entry.js';
import type { Likeness, QueryWord } from './understand.js';

/** A piece of a text that does or does not answer the query. */
interface Piece {
  text: string;
  isMatch: boolean;
}

/** A text of an entry in which words of the query were found. */
export interface Highlight {
  field: string;
  locale: string;
  pieces: readonly Piece[];
}

/** A term that was found in a field, and for which word of the query it stands. */
export interface Match {
  field: string;
  locale: string;
  /** As it is written in the text. */
  term: string;
  /** The word of the query that it answers. */
  word: string;
  likeness: Likeness;
  /** What the field's weight and the likeness make of it together. */
  boost: number;
}

interface Found extends Match {
  start: number;
  end: number;
}

/** How long a piece of text around the matches is at most, in UTF-16 units. */
const EXTRACT = 240;

/** What is told of one hit at most; a topic has a hundred texts, with all its other words in all languages. */
const MOST = { highlights: 8, pieces: 32, matches: 32 };

/**
 * Where the words of a query were found in the texts of an entry: the texts with the matches marked, and the reasons, the
 * weightiest first. Of very many texts the first are told, of very many reasons the weightiest.
 */
export function explain(
  texts: readonly EntryText[],
  words: readonly QueryWord[],
  lexicon: Lexicon,
): { highlights: Highlight[]; matches: Match[] } {
  const highlights: Highlight[] = [];
  const matches = new Map<string, Match>();
  let told = 0;
  for (const text of texts) {
    const found = matchesIn(text, words, lexicon);
    if (found.length === 0) continue;
    const pieces = piecesOf(text.text, found);
    if (highlights.length < MOST.highlights && told + pieces.length <= MOST.pieces) {
      highlights.push({ field: text.field, locale: text.locale, pieces });
      told += pieces.length;
    }
    for (const { start: _start, end: _end, ...match } of found) {
      const key = `${match.field} ${match.locale} ${match.term} ${match.word}`;
      if (!matches.has(key)) matches.set(key, match);
    }
  }
  return { highlights, matches: [...matches.values()].sort((a, b) => b.boost - a.boost).slice(0, MOST.matches) };
}

function matchesIn(text: EntryText, words: readonly QueryWord[], lexicon: Lexicon): Found[] {
  const telling = tokens(text.text).filter(({ word }) => !isStopWord(word));
  const stems = telling.map(({ word }) => stem(word, text.locale));
  const concepts = telling.map(() => '');
  for (const { concept, from, length } of lexicon.mentions(stems))
    concepts.fill(conceptTerm(concept), from, from + length);
  return telling.flatMap(({ word, start, end }, at) => {
    let best: Found | null = null;
    for (const asked of words) {
      for (const { term, likeness, factor } of asked.variants) {
        if (term !== word && term !== stems[at] && term !== concepts[at]) continue;
        const boost = text.weight * factor;
        if (best && best.boost >= boost) continue;
        const written = text.text.slice(start, end);
        best = { field: text.field, locale: text.locale, term: written, word: asked.word, likeness, boost, start, end };
      }
    }
    return best ? [best] : [];
  });
}

function piecesOf(text: string, found: readonly Found[]): Piece[] {
  const [from, to] = extract(text, found);
  const pieces: Piece[] = [];
  let at = from;
  const push = (end: number, isMatch: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMatch });
    at = Math.max(at, end);
  };
  for (const { start, end } of found) {
    if (start < from || end > to) continue;
    push(start, false);
    push(end, true);
  }
  push(to, false);
  if (from > 0 && pieces[0]) pieces[0] = { ...pieces[0], text: `…${pieces[0].text}` };
  const last = pieces[pieces.length - 1];
  if (to < text.length && last) pieces[pieces.length - 1] = { ...last, text: `${last.text}…` };
  return pieces;
}

/** The stretch of a long text that holds most matches, cut at spaces. */
function extract(text: string, found: readonly Found[]): [number, number] {
  if (text.length <= EXTRACT) return [0, text.length];
  let best = 0;
  let most = 0;
  for (const { start } of found) {
    const inside = found.filter((other) => other.start >= start && other.end <= start + EXTRACT).length;
    if (inside > most) [best, most] = [start, inside];
  }
  const wanted = Math.max(0, best - 40);
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const end = Math.min(text.length, from + EXTRACT);
  return [from, end === text.length ? end : text.lastIndexOf(' ', end)];
}
