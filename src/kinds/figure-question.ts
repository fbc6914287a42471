import { LOCALES } from '../i18n/locales.js';
import { foldWords, isStopWord, tokenise } from '../search/text-analysis.js';
import type { AreaIndex } from '../series/area-index.js';
import { monthNames } from '../series/period.js';
import { findAreaMentions } from './area-mentions.js';
import {
  BY_ORIGIN_PHRASES,
  COUNT_PHRASES,
  FROM_PLACE_PHRASES,
  isIgnoredWord,
  MEASURE_PHRASES,
  NUMBER_WORDS,
  OPTIONAL_PHRASES,
  DEFAULT_PEOPLE_SUBJECT,
  phraseLengthAt,
  SINCE_PHRASES,
  RANKING_PHRASES,
  VIEW_PHRASES,
  WORLDWIDE_PHRASES,
} from './figure-question-words.js';

/** A request for figures in words, before an indicator is known. */
export interface FigureQuestion {
  /** Words that name an indicator or a code. Optional ones need not match: they also mean a place, measure or so. */
  words: readonly { word: string; text: string; isOptional: boolean; isMeasure: boolean }[];
  /** Places, and places of origin, including the countries of peoples. */
  areas: readonly { code: string; isOrigin: boolean }[];
  /** First year or month. */
  from: string | null;
  /** Last year or month; null for all from the first one. */
  to: string | null;
  /** Year that an index sets to 100; null without an index or a year. */
  base: string | null;
  /** `index`, `per100k`, `share` or `change`; null for the figures as published. */
  measure: string | null;
  /** Whether a number is requested, such as "how many", not a rate. */
  isCount: boolean;
  /** `line`, `map` or `table`; null for the default view. */
  view: string | null;
  /** Number of areas to rank; null without a ranking. */
  top: number | null;
  /** Whether figures are requested for each citizenship or country of origin. */
  isByOrigin: boolean;
  /** What qualifies the name of an indicator. `plain`: nothing; `place`: only areas; `other`: a year, measure or so. */
  qualifiers: 'plain' | 'place' | 'other';
}

const YEAR = /^(?:19|20)\d\d$/;
/** German compounds that end with a word for a measure, such as "Ausländeranteil" or "Flüchtlingszahlen". */
const GERMAN_COMPOUND = /(\p{L}{4,}?)s?(anteil|zahl|zahlen|statistik)(?!\p{L})/gu;
const DEFAULT_TOP = 15;
const MAX_TOP = 100;
/** Two-digit numbers of months, by name in each language. */
const MONTHS = new Map(
  LOCALES.flatMap((locale) =>
    monthNames(locale).map((name, index) => [foldWords(name)[0]!, String(index + 1).padStart(2, '0')] as const),
  ),
);

/** Parses a request: measures, places and peoples, periods, then the remaining words. */
export function parseFigureQuestion(request: string, index: AreaIndex): FigureQuestion {
  const text = request.replace(GERMAN_COMPOUND, '$1 $2');
  const textTokens = tokenise(text);
  const words = textTokens.map(({ word }) => word);
  const [isParsed, isOptional] = [words.map(() => false), words.map(() => false)];
  const hasPhrase = (phrases: Parameters<typeof phraseLengthAt>[2]) =>
    words.some((_word, at) => phraseLengthAt(words, at, phrases) > 0);
  const mark = (phrases: Parameters<typeof phraseLengthAt>[2], marks: boolean[]) => {
    for (const at of words.keys()) marks.fill(true, at, at + phraseLengthAt(words, at, phrases));
    return hasPhrase(phrases);
  };
  const isAfter = (at: number, phrases: Parameters<typeof phraseLengthAt>[2]) =>
    [1, 2, 3].some((distance) => at >= distance && phraseLengthAt(words, at - distance, phrases) === distance);
  const measure = MEASURE_PHRASES.find(([, phrases]) => mark(phrases, isOptional))?.[0] ?? null;
  const isMeasure = [...isOptional];
  const view = VIEW_PHRASES.find(([, phrases]) => mark(phrases, isOptional))?.[0] ?? null;
  const isByOrigin = mark(BY_ORIGIN_PHRASES, isOptional);
  const isWorldwide = words.map(() => false);
  mark(WORLDWIDE_PHRASES, isWorldwide);
  const mentions = findAreaMentions(text, index)
    .filter(({ from }) => !isOptional[from])
    .map(({ isPeople, ...mention }) => ({
      ...mention,
      isOrigin: isPeople || isAfter(mention.from, FROM_PLACE_PHRASES),
    }));
  const areas = new Map<string, boolean>();
  for (const { code, from, length, isOrigin } of mentions) {
    // A word for a place can also be part of the name of an indicator, so it is optional.
    isOptional.fill(true, from, from + length);
    if (!isWorldwide[from] || mentions.every((each) => !each.isOrigin)) areas.set(code, isOrigin);
  }
  mark(OPTIONAL_PHRASES, isOptional);
  const isLawNumber = (at: number) => text[textTokens[at]!.start - 1] === '/' || text[textTokens[at]!.end] === '/';
  const yearIndexes = [...words.keys()].filter((at) => YEAR.test(words[at]!) && !isLawNumber(at));
  const foundPeriods = yearIndexes.map((at) => {
    const monthAt = isStopWord(words[at - 1] ?? '') ? at - 2 : at - 1;
    const month = MONTHS.get(words[monthAt] ?? '');
    isParsed[at] = true;
    if (month === undefined) return { at, period: words[at]! };
    isParsed[monthAt] = true;
    return { at: monthAt, period: `${words[at]}-${month}` };
  });
  const periods = foundPeriods.map(({ period }) => period).sort();
  const isOpenEnded = foundPeriods.length === 1 && isAfter(foundPeriods[0]!.at, SINCE_PHRASES);
  const isRankingWord = words.map(() => false);
  const isRanking = mark(RANKING_PHRASES, isRankingWord);
  const toNumber = (word: string) => NUMBER_WORDS.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
  const countIndex = words.findIndex(
    (word, at) =>
      (isRankingWord[at - 1] || isRankingWord[at + 1]) && toNumber(word) !== undefined && !isRankingWord[at],
  );
  if (countIndex >= 0) isParsed[countIndex] = true;
  const isIndex = measure === 'index';
  // In "index 2015 = 100", the 100 is part of the measure.
  if (isIndex) for (const at of words.keys()) isParsed[at] ||= words[at] === '100';
  const isUsed = (at: number) =>
    isParsed[at] || isRankingWord[at] || isStopWord(words[at]!) || isIgnoredWord(words[at]!);
  const isQuestion = words.some((word) => isIgnoredWord(word) && !isStopWord(word));
  const isSpecific = isQuestion || isByOrigin || isRanking || (measure ?? view) !== null || yearIndexes.length > 0;
  const requestedAreas = [...areas].map(([code, isOrigin]) => ({ code, isOrigin }));
  const remaining = words.flatMap((word, at) => {
    const { start, end } = textTokens[at]!;
    if (isUsed(at) || word.length < 2) return [];
    return [{ word, text: text.slice(start, end), isOptional: isOptional[at]!, isMeasure: isMeasure[at]! }];
  });
  const hasSubject = remaining.some((word) => !word.isOptional);
  const isOfPeople = isByOrigin || requestedAreas.some(({ isOrigin }) => isOrigin);
  const hasPlace = requestedAreas.some(({ isOrigin }) => !isOrigin);
  const subject = !hasSubject && isOfPeople && hasPlace ? DEFAULT_PEOPLE_SUBJECT : [];
  return {
    words: [...remaining, ...subject.map((word) => ({ word, text: word, isOptional: false, isMeasure: false }))],
    areas: requestedAreas,
    base: isIndex ? (periods[0] ?? null) : null,
    from: isIndex ? null : (periods[0] ?? null),
    to: isIndex || isOpenEnded ? null : (periods.at(-1) ?? null),
    measure,
    isCount: hasPhrase(COUNT_PHRASES),
    view,
    top: isRanking ? Math.min(MAX_TOP, toNumber(words[countIndex] ?? '') || DEFAULT_TOP) : null,
    isByOrigin,
    qualifiers: isSpecific ? 'other' : areas.size > 0 ? 'place' : 'plain',
  };
}
