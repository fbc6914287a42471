import { isStopWord, tokens } from '../search/analyse.js';
import type { AreaIndex } from '../series/area-index.js';
import { findAreas } from './area-words.js';
import { BY_ORIGIN, FROM_PLACE, IGNORED_WORDS, MEASURES, phraseAt, SINCE, TOP } from './figure-words.js';

/** A request for figures in words, before an indicator is known. */
export interface FigureRequest {
  /** Words that name an indicator or a code. Optional ones were also read as a place, a measure or a comparison. */
  words: readonly { word: string; text: string; isOptional: boolean; isMeasure: boolean }[];
  /** Places, and peoples or places of origin. */
  areas: readonly { code: string; isOrigin: boolean }[];
  from: string | null;
  /** Last year; null for all years from the first one. */
  to: string | null;
  /** `per100k`, `share` or `change`; null for the figures as published. */
  measure: string | null;
  /** Number of areas to rank; null without a ranking. */
  top: number | null;
  /** Whether figures are requested for each citizenship or country of origin. */
  isByOrigin: boolean;
  /** Whether the text names only an indicator: no area, year, measure or question. */
  isPlain: boolean;
}

const YEAR = /^(?:19|20)\d\d$/;
const DEFAULT_TOP = 15;
const MAX_TOP = 100;

/** Parses a request: measures, places and peoples, years, then the remaining words. */
export function readFigureRequest(text: string, index: AreaIndex): FigureRequest {
  const textTokens = tokens(text);
  const words = textTokens.map(({ word }) => word);
  const [isRead, isOptional] = [words.map(() => false), words.map(() => false)];
  const mark = (phrases: Parameters<typeof phraseAt>[2], marks: boolean[]) => {
    for (const at of words.keys()) marks.fill(true, at, at + phraseAt(words, at, phrases));
    return words.some((_word, at) => phraseAt(words, at, phrases) > 0);
  };
  const isAfter = (at: number, phrases: Parameters<typeof phraseAt>[2]) =>
    [1, 2, 3].some((distance) => at >= distance && phraseAt(words, at - distance, phrases) === distance);
  const measure = MEASURES.find(([, phrases]) => mark(phrases, isOptional))?.[0] ?? null;
  const isMeasure = [...isOptional];
  const isByOrigin = mark(BY_ORIGIN, isOptional);
  const areas = new Map<string, boolean>();
  for (const { code, from, length, isPeople } of findAreas(text, index)) {
    if (isOptional[from]) continue;
    areas.set(code, isPeople || isAfter(from, FROM_PLACE));
    // Names of indicators can contain places.
    isOptional.fill(true, from, from + length);
  }
  const isOfLaw = (at: number) => text[textTokens[at]!.start - 1] === '/' || text[textTokens[at]!.end] === '/';
  const years = [...words.keys()].filter((at) => YEAR.test(words[at]!) && !isOfLaw(at));
  for (const at of years) isRead[at] = true;
  const sortedYears = years.map((at) => words[at]!).sort();
  const isTop = mark(TOP, isRead);
  const countIndex = words.findIndex((word, at) => isTop && isRead[at - 1] && /^\d{1,2}$/.test(word));
  if (countIndex >= 0) isRead[countIndex] = true;
  const isUsed = (at: number) => isRead[at] || isStopWord(words[at]!) || IGNORED_WORDS.has(words[at]!);
  const isQuestion = words.some((word) => IGNORED_WORDS.has(word) && !isStopWord(word));
  return {
    words: words.flatMap((word, at) => {
      const { start, end } = textTokens[at]!;
      if (isUsed(at) || word.length < 2) return [];
      return [{ word, text: text.slice(start, end), isOptional: isOptional[at]!, isMeasure: isMeasure[at]! }];
    }),
    areas: [...areas].map(([code, isOrigin]) => ({ code, isOrigin })),
    from: sortedYears[0] ?? null,
    to: years.length === 1 && isAfter(years[0]!, SINCE) ? null : (sortedYears.at(-1) ?? null),
    measure,
    top: isTop ? Math.min(MAX_TOP, Number(words[countIndex] ?? DEFAULT_TOP) || DEFAULT_TOP) : null,
    isByOrigin,
    isPlain: !isQuestion && !isByOrigin && !isTop && measure === null && areas.size + years.length === 0,
  };
}
