import { ANALYSIS_VERSION, weightTerms } from '../../src/search/analysed-entry.js';
import { CountryNames } from '../../src/search/country-names.js';
import { Lexicon } from '../../src/search/lexicon.js';
import { rankEntries } from '../../src/search/rank.js';
import { TextIndex } from '../../src/search/text-index.js';
import { parseSearchQuery } from '../../src/search/parse-query.js';

const ENTRIES = 100_000;
const VOCABULARY = 20_000;
const QUERIES = 300;

/** Prints the CPU time of searches over 100 000 invented entries of three texts each. */
export function run(): Promise<void> {
  const random = seeded(1);
  const vocabulary = Array.from({ length: VOCABULARY }, (_, index) => generateData(index));
  const word = () => vocabulary[Math.floor(random() ** 3 * VOCABULARY)]!;
  const text = (words: number) => Array.from({ length: words }, word).join(' ');
  const lexicon = new Lexicon([]);
  const index = new TextIndex();

  const started = performance.now();
  for (let at = 0; at < ENTRIES; at += 1) {
    const texts: Parameters<typeof weightTerms>[0] = [
      { field: 'title', weight: 8, locale: 'en', text: text(6), isDisplayed: true },
      { field: 'summary', weight: 4, locale: 'en', text: text(25), isDisplayed: true },
      { field: 'body', weight: 1, locale: 'en', text: text(60), isDisplayed: true },
    ];
    index.put({
      key: `entries/${at}`,
      kind: 'Entry',
      revision: 1,
      writtenAt: 0,
      lexicon: '',
      form: ANALYSIS_VERSION,
      year: null,
      languages: [],
      ...weightTerms(texts, [], lexicon),
      links: [],
    });
  }
  const built = performance.now() - started;

  const queries: [string, () => string][] = [
    ['one word', word],
    ['three words', () => text(3)],
    ['one word misspelt', () => misspelt(word(), random)],
    ['a word begun', () => word().slice(0, 3)],
  ];
  console.log(`search over ${ENTRIES} entries (analysed and put in ${Math.round(built)} ms)`);
  for (const [name, query] of queries) {
    parseSearchQuery('warm', index, lexicon, new CountryNames());
    const times = Array.from({ length: QUERIES }, () => {
      const before = process.cpuUsage();
      const understanding = parseSearchQuery(query(), index, lexicon, new CountryNames());
      rankEntries(index, { ...understanding, accepts: () => true, after: null, first: 20, withFacets: true });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }).sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * QUERIES)]!.toFixed(1);
    console.log(`  ${name.padEnd(18)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  max ${at(0.999)} ms of processor time`);
  }
  return Promise.resolve();
}

function generateData(at: number): string {
  let remainder = at + 17;
  let text = '';
  for (let syllable = 0; syllable < 3 + (at % 5); syllable += 1) {
    text += 'bcdfghklmnprstv'[remainder % 15]! + 'aeiou'[(remainder >> 2) % 5]!;
    remainder = (remainder * 7919 + 13) >>> 0;
  }
  return text;
}

function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  return `${word.slice(0, at)}x${word.slice(at)}`;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
