import { distance } from 'fastest-levenshtein';
import { memoise, memoiseByObject } from '../memoise.js';
import { foldWords, tokenise } from '../search/text-analysis.js';
import type { AreaIndex } from '../series/area-index.js';

/** A place or a people in a text. */
export interface AreaMention {
  code: string;
  /** Index of the first word. */
  from: number;
  length: number;
  /** Whether the words name the people of the country, as in "Syrians". */
  isPeople: boolean;
}

const MAX_NAME_WORDS = 6;
/** Minimum length of a word whose inflected forms are recognised. */
const MIN_INFLECTED_LENGTH = 4;
const MAX_ENDING_LENGTH = 7;
const ENDINGS =
  /^(?:[aeiosn]|as|[eo]s|is|ies|es|he|hi|ne|nes|te|tes|en|er|ern|ere|eren|em|in|inne|innen|isch|ische|ischen|ischer)?$/;

/** Minimum length of a word whose typing errors are corrected. */
const MIN_CORRECTED_LENGTH = 7;
/** Maximum number of memoised corrections. */
const MAX_CORRECTIONS = 5000;

interface AreaNames {
  /** Area codes by folded name of the area. */
  names: ReadonlyMap<string, string>;
  /** Area codes by stem of the name of its people. */
  peoples: ReadonlyMap<string, string>;
  /** Corrects a typing error in a word of a name. */
  correct: (word: string) => string;
}

/** Finds the places and peoples in a text. Longer names take precedence. Country codes count only in capitals. */
export function findAreaMentions(text: string, areas: AreaIndex): AreaMention[] {
  const { names, peoples, correct } = areaNamesOf(areas);
  const words = tokenise(text);
  const found: AreaMention[] = [];
  for (let from = 0; from < words.length;) {
    let next = from + 1;
    for (let length = Math.min(MAX_NAME_WORDS, words.length - from); length > 0; length -= 1) {
      const name = words.slice(from, from + length).map(({ word }) => word);
      const original = text.slice(words[from]!.start, words[from + length - 1]!.end);
      const folded = name.join(' ');
      const place = names.get(folded) ?? readCode(text, original, areas);
      // In French, "syriens" are people; in German, it is the genitive of a place.
      const people = place === undefined ? findPeople(folded, peoples) : undefined;
      const code = place ?? people ?? names.get(folded.replace(/s$/, '')) ?? names.get(name.map(correct).join(' '));
      if (code === undefined) continue;
      found.push({ code, from, length, isPeople: people !== undefined });
      next = from + length;
      break;
    }
    from = next;
  }
  return found;
}

/** Reads an area code in capitals. In a text that is entirely in capitals, reads it only if it is the whole text. */
function readCode(text: string, original: string, areas: AreaIndex): string | undefined {
  if (!/^[A-Z]{2}$/.test(original) || (text.trim() !== original && !/\p{Ll}/u.test(text))) return undefined;
  return areas.match(original)?.area.code;
}

function findPeople(name: string, peoples: AreaNames['peoples']): string | undefined {
  for (let end = name.length; end >= Math.max(MIN_INFLECTED_LENGTH, name.length - MAX_ENDING_LENGTH); end -= 1) {
    const code = peoples.get(name.slice(0, end));
    if (code !== undefined && ENDINGS.test(name.slice(end))) return code;
  }
  return undefined;
}

const areaNamesOf = memoiseByObject((index: AreaIndex): AreaNames => {
  const fold = (name: string) => foldWords(name).join(' ');
  // Titles come last in the map, so that they override other names.
  const others = index.areas.flatMap(({ code, otherNames = [] }) =>
    otherNames.map((name) => [fold(name), code] as const),
  );
  const titles = index.areas.flatMap(({ code, titles }) =>
    Object.values(titles).map((name) => [fold(name), code] as const),
  );
  const peoples = index.areas.flatMap(({ code, demonyms = [] }) =>
    demonyms.map(fold).flatMap((name) => [name, name.replace(/[aeio]$/, '')].map((root) => [root, code] as const)),
  );
  const names = new Map([...others, ...titles]);
  const nameWords = new Set([...names.keys()].flatMap((name) => name.split(' ')));
  return {
    names,
    correct: memoise((word) => correctWord(word, nameWords), MAX_CORRECTIONS),
    peoples: new Map(peoples.filter(([root]) => root.length >= MIN_INFLECTED_LENGTH).reverse()),
  };
});

/** Corrects one omitted or added letter in a long word, as in "Afganistan". Other edits often match other places. */
function correctWord(word: string, known: ReadonlySet<string>): string {
  if (word.length < MIN_CORRECTED_LENGTH || known.has(word)) return word;
  const hasSameEnds = (other: string) => other[0] === word[0] && other.at(-1) === word.at(-1);
  const isSimilar = (other: string) => other.length !== word.length && distance(other, word) === 1;
  return [...known].find((other) => hasSameEnds(other) && isSimilar(other)) ?? word;
}
