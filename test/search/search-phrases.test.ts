import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { sampleCases } from '../support/sample-cases.js';

interface Phrase {
  set: string;
  phrase: string;
  language: string;
  /** Expected entries, as `folder/slug`. Any of them is correct. */
  entries: readonly string[];
  area: string;
  code: string;
  period: string;
}

interface Answer {
  indicator: { slug: string };
  path: string;
  areas: readonly { code: string }[];
  breakdown: readonly { code: string }[];
  answer: { value: number } | null;
  unresolved: readonly { omission: string }[];
}

const LISTED = 3;
/** Minimum shares of phrases with their entry among the first three hits, and of completely correct figures. */
const LIMITS: Readonly<Record<string, { listed: number; figures: number }>> = {
  rules: { listed: 0.96, figures: 1 },
  kept: { listed: 0.98, figures: 1 },
  unseen: { listed: 0.96, figures: 0.93 },
  second: { listed: 0.98, figures: 1 },
  third: { listed: 0.92, figures: 1 },
  fourth: { listed: 1, figures: 0.96 },
  fifth: { listed: 1, figures: 1 },
  sixth: { listed: 0.94, figures: 1 },
  seventh: { listed: 0.94, figures: 0.92 },
};

const QUERY = `query Phrase($words: String!) {
  figureAnswers(words: $words) {
    indicator { slug } path areas { code } breakdown { code } answer { value } unresolved { omission }
  }
  search(query: $words, first: 3) { nodes { entryKind slug path } }
}` as string;

const rows = parse(readFileSync('test/search/phrases.csv', 'utf8'), { columns: true, comment: '#' }) as Record<
  string,
  string
>[];
const phrases = rows.map(({ entry, ...row }) => ({ ...row, entries: entry!.split('|') }) as unknown as Phrase);

/** Returns the entries that the search page lists first: those of figures, then the results of the search. */
function listed(answers: readonly Answer[], nodes: readonly { path: string; entryKind: string; slug: string }[]) {
  const found = nodes.map(({ path, entryKind, slug }) =>
    entryKind === 'INDICATOR' ? `indicators/${slug}` : folderOf(path, slug),
  );
  const all = [...answers.map(({ indicator }) => `indicators/${indicator.slug}`), ...found];
  return [...new Set(all)].slice(0, LISTED);
}

const FOLDERS: Readonly<Record<string, string>> = { q: 'questions', group: 'groups', country: 'countries' };

function folderOf(path: string, slug: string): string {
  const [, place = ''] = path.split('/');
  return `${FOLDERS[place] ?? (place.endsWith('y') ? `${place.slice(0, -1)}ies` : `${place}s`)}/${slug}`;
}

/** Whether a figure in the response has the indicator, area, code and period of a phrase. */
function answersPhrase(answer: Answer, { entries, area, code, period }: Phrase): boolean {
  const search = new URLSearchParams(answer.path.split('?')[1] ?? '');
  const isSingle = !area.includes(' ') && search.get('from') === search.get('to');
  const isNamed =
    !isSingle || answer.answer !== null || answer.unresolved.some(({ omission }) => omission !== 'UNKNOWN');
  return (
    entries.includes(`indicators/${answer.indicator.slug}`) &&
    (area === '' || (answer.areas.map((each) => each.code).join(' ') === area && isNamed)) &&
    (code === '' || answer.breakdown.map((each) => each.code).join(' ') === code) &&
    (period === '' || (search.get('from') ?? search.get('at')) === period)
  );
}

test('each set of search phrases has 50 phrases in five languages', () => {
  for (const set of Object.keys(LIMITS)) {
    const own = phrases.filter((phrase) => phrase.set === set);
    expect(own).toHaveLength(50);
    expect(new Set(own.map(({ language }) => language)).size).toBe(5);
  }
});

describe('search phrases that readers type', () => {
  let server: SeededApp;
  beforeAll(async () => {
    server = await seededApp({ withSearch: true });
    await server.services.search!.whenIdle();
  });
  afterAll(() => server.close());

  test.each(sampleCases('sets of search phrases', Object.keys(LIMITS).reverse(), 4))(
    'the share of phrases of "%s" that find their result is large enough',
    async (set) => {
      const missed: string[] = [];
      const wrong: string[] = [];
      const own = phrases.filter((phrase) => phrase.set === set);
      for (const phrase of own) {
        const { data, errors } = await server.execute(QUERY, { words: phrase.phrase });
        expect(errors).toBeUndefined();
        const { figureAnswers, search } = data as {
          figureAnswers: Answer[];
          search: { nodes: { path: string; entryKind: string; slug: string }[] };
        };
        const found = listed(figureAnswers, search.nodes);
        if (!found.some((key) => phrase.entries.includes(key))) missed.push(`${phrase.phrase}: ${found.join(' ')}`);
        if (!phrase.entries[0]!.startsWith('indicators/')) continue;
        if (!figureAnswers.some((answer) => answersPhrase(answer, phrase)))
          wrong.push(`${phrase.phrase}: ${figureAnswers.map(({ path }) => path).join(' ')}`);
      }
      const figures = own.filter(({ entries }) => entries[0]!.startsWith('indicators/')).length;
      const limits = LIMITS[set]!;
      const reached = { listed: 1 - missed.length / own.length, figures: 1 - wrong.length / figures };
      // On failure, the lists show the phrases without their entry or figure.
      const isReached = reached.listed >= limits.listed && reached.figures >= limits.figures;
      expect(isReached ? [] : [reached, missed, wrong]).toEqual([]);
    },
  );
});
