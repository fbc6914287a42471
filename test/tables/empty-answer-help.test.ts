import { buildSchema, parse, print, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { suggestAlternatives, alternativesQuery, needsHelp } from '../../src/saved-queries/empty-answer-help.js';
import type { InputChoice, LoadedInput } from '../../src/saved-queries/loaded-question.js';
import type { Column } from '../../src/tables/column.js';
import { formatsFor } from '../../src/i18n/column-labels.js';
import { messagesFor } from '../../src/i18n/messages-for.js';

const contract = buildSchema(readFileSync('schema.graphql', 'utf8'));
const messages = messagesFor(['en']);
const localisation = { messages: messages, format: formatsFor(messages) };
const choice = (value: string, title: string, hasFigures: boolean | null = null): InputChoice => ({
  value,
  title,
  group: null,
  fellBackTo: null,
  hasFigures,
});
const input = (name: string, form: LoadedInput['form'], more: Partial<LoadedInput> = {}): LoadedInput => ({
  name,
  title: name,
  description: null,
  form,
  isRequired: false,
  isList: false,
  indicatorSlug: null,
  choices: [],
  covers: null,
  ...more,
});
const AREAS = input('areas', 'AREA', {
  isList: true,
  indicatorSlug: 'arrivals',
  choices: [choice('IT', 'Italy'), choice('DE', 'Germany')],
});
const PERIOD = input('period', 'PERIOD', { indicatorSlug: 'arrivals' });
const INDICATOR = input('slug', 'ENTRY', { choices: [choice('arrivals', 'Arrivals by sea', true)] });
const TOPIC = input('topic', 'ENTRY', { choices: [choice('money', 'Money transfer')] });

describe('needsHelp', () => {
  const columns = [{ role: 'period' }, { role: 'value' }] as Column[];
  const texts = [{ role: null }] as Column[];
  it.each([
    ['no table', null, true],
    ['no row', { columns, rows: [] }, true],
    ['figures that are all missing', { columns, rows: [['2023', null]] }, true],
    ['a figure of zero', { columns, rows: [['2023', null], ['2022', 0]] }, false], // prettier-ignore
    ['rows that are no figures, though figures are measured', { columns: texts, rows: [['a']] }, true],
  ] as const)('needsHelp checks an answer with %s', (_, table, isDue) => {
    expect(needsHelp(table as never, [PERIOD])).toBe(isDue);
  });

  it('needsHelp is false for an answer about entries that has rows', () => {
    expect(needsHelp({ columns: texts, rows: [['a']] }, [TOPIC])).toBe(false);
  });
});

describe('alternativesQuery', () => {
  it('alternativesQuery returns a valid query for suggestions of areas, and for whether a period has figures', () => {
    const missingQuery = alternativesQuery([AREAS, PERIOD], { areas: ['Germny'], period: '2023' })!;
    expect(validate(contract, parse(missingQuery.query)).map(({ message }) => message)).toEqual([]);
    expect(missingQuery.variables).toEqual({ area0: 'Germny', indicator0: 'arrivals', period0: '2023', of0: 'Germny' });
    expect(alternativesQuery([AREAS, PERIOD], { areas: ['IT', 'DE'], period: '2023' })!.variables['of0']).toBeNull();
    expect(print(parse(missingQuery.query))).toContain('suggestions');
  });

  it('alternativesQuery returns null if all values are known, and covers at most four unknown ones', () => {
    expect(alternativesQuery([AREAS, TOPIC], { areas: ['IT'], topic: 'x' })).toBeNull();
    const many = alternativesQuery([AREAS], { areas: ['a1', 'a2', 'a3', 'a4', 'a5'] })!;
    expect(Object.keys(many.variables)).toHaveLength(4);
  });
});

describe('suggestAlternatives', () => {
  const help = (inputs: LoadedInput[], values: object, found: Parameters<typeof suggestAlternatives>[2] = {}) =>
    suggestAlternatives(inputs, values as Readonly<Record<string, unknown>>, found, localisation);

  it('suggestAlternatives suggests the most similar area for an unknown one, and preserves the others', () => {
    const found = { area0: { area: null, suggestions: ['DE'] } };
    expect(help([AREAS], { areas: ['IT', 'Germny'] }, found)).toEqual([
      {
        sentence: expect.stringContaining('Germny'),
        link: expect.objectContaining({ text: expect.stringContaining('DE'), values: { areas: ['IT', 'DE'] } }),
      },
    ]);
  });

  it('suggestAlternatives ignores an area that the server accepts, or for which the query failed', () => {
    expect(help([AREAS], { areas: ['Deutschland'] }, { area0: { area: { code: 'DE' } } })).toEqual([]);
    expect(help([AREAS], { areas: ['Germny'] })).toEqual([]);
  });

  it('suggestAlternatives suggests the indicator or entry with the most similar slug or title', () => {
    expect(help([INDICATOR], { slug: 'arivals' })[0]!.link!.values).toEqual({ slug: 'arrivals' });
    expect(help([TOPIC], { topic: 'transfer' })[0]!.link!.values).toEqual({ topic: 'money' });
    expect(help([TOPIC], { topic: 'zzzzzzzz' })[0]!.link).toBeNull();
  });

  it('suggestAlternatives marks the language of a suggested title in another language', () => {
    const foreign = { ...choice('arrivals', 'Arrivals by sea'), fellBackTo: 'en' };
    const french = messagesFor(['fr']);
    const [firstHelp] = suggestAlternatives(
      [input('slug', 'ENTRY', { choices: [foreign] })],
      { slug: 'arivals' },
      {},
      { messages: french, format: formatsFor(french) },
    );
    expect(firstHelp!.link!.parts).toEqual([
      { text: 'Vouliez-vous dire ', lang: null },
      { text: 'Arrivals by sea', lang: 'en' },
      { text: '\u202f?', lang: null },
    ]);
  });

  it('suggestAlternatives links a period without a figure to the latest one with a figure, for any given area', () => {
    const found = { period0: { availability: { hasFigures: false, latestPeriod: '2021' } } };
    expect(help([AREAS, PERIOD], { areas: ['IT'], period: '2023' }, found)).toEqual([
      {
        sentence: expect.stringMatching(/Italy.*2023.*2021/),
        link: expect.objectContaining({ text: 'Show it.', values: { areas: ['IT'], period: '2021' } }),
      },
    ]);
    expect(help([PERIOD], { period: '2023' }, found)[0]!.sentence).toBe('No figure for 2023. The latest is 2021.');
  });

  it('suggestAlternatives reports that an area has no figures at all, without a link', () => {
    const found = { period0: { availability: { hasFigures: false, latestPeriod: null } } };
    const [only] = help([AREAS, PERIOD], { areas: ['IT'], period: '2023' }, found);
    expect(only).toEqual({ sentence: expect.stringContaining('Italy'), link: null });
    expect(help([PERIOD], { period: '2023' }, found)).toEqual([]);
  });
});
