import { readFileSync } from 'node:fs';
import { buildSchema, parse, print, validate } from 'graphql';
import { frozenQuery } from '../../src/bench/frozen.js';
import { vintageMoment } from '../../src/bench/vintage-moment.js';
import { firstTable, planned } from './as-table.js';

const contract = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** A query as it is asked as of a moment; null where that means nothing to it. */
function frozen(query: string): string | null {
  const made = frozenQuery(contract, parse(query));
  if (made) expect(validate(contract, made).map(({ message }) => message)).toEqual([]);
  return made && print(made).replaceAll(/\s+/g, ' ');
}

describe('a query as of a moment', () => {
  it('reads each of its figures at that moment, however deep', () => {
    expect(frozen('query Q($slug: Slug!) { indicator(slug: $slug) { title series { points { value } } } }')).toBe(
      'query Q($slug: Slug!, $asOf: DateTime) { indicator(slug: $slug) { title series(asOf: $asOf) { points { value } } } }',
    );
    expect(frozen('{ countries { nodes { series(from: "2020") { unit } } } }')).toBe(
      'query ($asOf: DateTime) { countries { nodes { series(from: "2020", asOf: $asOf) { unit } } } }',
    );
  });

  it('leaves entries as they are now, and a field that says which vintage it takes', () => {
    expect(frozen('{ indicator(slug: "a") { title } }')).toBeNull();
    expect(frozen('{ leaflets { nodes { title issuer { title } } } }')).toBeNull();
    expect(
      frozen('{ indicator(slug: "a") { now: series(asOf: "2024-01-01T00:00:00Z") { unit } series { unit } } }'),
    ).toBe(
      'query ($asOf: DateTime) { indicator(slug: "a") { now: series(asOf: "2024-01-01T00:00:00Z") { unit } series(asOf: $asOf) { unit } } }',
    );
  });

  it('keeps the variable of a query that has one already', () => {
    const query = 'query ($asOf: DateTime) { indicator(slug: "a") { series(asOf: $asOf) { unit } } }';
    expect(frozen(query)).toBe(query);
  });
});

describe('the moment as of which an answer stays what it is', () => {
  const TODAY = '2026-11-26';
  const MIDNIGHT = `${TODAY}T00:00:00.000Z`;
  const OLD = '2025-01-01T00:00:00Z';
  const NEW = '2025-03-03T00:00:00Z';
  const points = (transform: string | null, ...vintages: string[]) => ({
    indicator: {
      series: vintages.map((at) => ({ transform, vintage: { at }, points: [{ period: '2024', value: 1 }] })),
    },
  });
  const moment = (query: string, data: object) => vintageMoment([firstTable(planned(contract, query), data)!], TODAY);
  const SERIES = '{ indicator(slug: "a") { series { points { value } } } }';

  it('is that of the newest vintage, so that no correction of today is shown by yesterday’s address', () => {
    expect(moment(SERIES, points(null, OLD, NEW))).toBe(NEW);
    const corrected = '2025-01-01T00:00:00.001Z';
    expect(moment(SERIES, points(null, corrected, OLD))).toBe(corrected);
  });

  it('is the day where a vintage is not told: of the population, or of a ranking', () => {
    expect(moment(SERIES, points('PER_100K', OLD))).toBe(MIDNIGHT);
    const ranking = { indicator: { ranking: [{ rank: 1, value: 2, observation: { period: '2024' } }] } };
    expect(moment('{ indicator(slug: "a") { ranking { value } } }', ranking)).toBe(MIDNIGHT);
    expect(moment(SERIES, points('PER_100K', '2026-11-26T12:00:00Z'))).toBe('2026-11-26T12:00:00Z');
  });
});
