import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { printWithSharedFragments } from '../../src/http/files/print-with-shared-fragments.js';
import { type PreparedQuery, QueryPreparer } from '../../src/http/files/prepared-query.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const queries = new QueryPreparer(schema);

/** Prepares a query of an indicator. */
function prepare(fields: string, variables: Record<string, unknown>): PreparedQuery {
  const query = `query Figures($slug: Slug!, $areas: [AreaCode!], $first: Int, $isNeeded: Boolean = true,
    $breakdown: [BreakdownInput!]) { ${fields} }`;
  return queries.prepare({ query, variables, operationName: undefined, withLanguages: true })!;
}

describe('a prepared query', () => {
  const SERIES = 'indicator(slug: $slug) { series(areas: $areas, breakdown: $breakdown) { points { value } } }';
  const ALL_USED = 'countries(first: $first) { nodes { code capital @include(if: $isNeeded) } }';

  it('a prepared query is shared by requests for different areas', () => {
    const fields = `${SERIES} ${ALL_USED}`;
    const germany = prepare(fields, { slug: 'a', areas: ['DE'] });
    expect(prepare(fields, { slug: 'b', areas: ['FR', 'IT'] })).toBe(germany);
  });

  it('a prepared query of a ranking depends on the requested codes', () => {
    const ranking = `indicator(slug: $slug) { ranking(breakdown: $breakdown) { value } series(areas: $areas) { unit } }
      ${ALL_USED}`;
    const codesOf = (code: string) =>
      prepare(ranking, { slug: 'a', breakdown: [{ dimension: 'sex', code }] })
        .plans.find(({ levels }) => levels.at(-1)!.type.name === 'RankedArea')!
        .levels.at(-1)!.breakdowns!.requested;
    expect([codesOf('F'), codesOf('M')]).toEqual([
      [{ dimension: 'sex', code: 'F' }],
      [{ dimension: 'sex', code: 'M' }],
    ]);
  });

  it('a prepared query depends on directives and on the page size', () => {
    const fields = `${SERIES} ${ALL_USED}`;
    const columns = ({ selection }: PreparedQuery) =>
      selection[1]!.subfields[0]!.subfields.map(({ name }) => name).includes('capital');
    expect(columns(prepare(fields, { slug: 'a' }))).toBe(true);
    expect(columns(prepare(fields, { slug: 'a', isNeeded: false }))).toBe(false);
    expect([...prepare(fields, { slug: 'a', first: 3 }).paged.limited]).toEqual(['countries']);
    expect([...prepare(fields, { slug: 'a', first: null }).paged.limited]).toEqual([]);
  });

  it('prepared queries that differ only in requested codes have the same text', () => {
    const text = ({ paged }: PreparedQuery) => paged.document;
    const query =
      'query ($slug: Slug!, $breakdown: [BreakdownInput!]) { indicator(slug: $slug) { ranking(breakdown: $breakdown) { value } } }';
    const [women, men] = ['F', 'M'].map((code) =>
      queries.prepare({
        query,
        variables: { slug: 'a', breakdown: [{ dimension: 'sex', code }] },
        operationName: undefined,
        withLanguages: false,
      }),
    );
    expect(women).not.toBe(men);
    expect(text(women!)).toBe(text(men!));
    expect(printWithSharedFragments(schema, text(women!))).toContain('ranking(breakdown: $breakdown)');
  });

  it('a query that is invalid or lacks the requested operation has no prepared query', () => {
    const request = { variables: {}, withLanguages: false };
    expect(queries.prepare({ ...request, query: 'no query', operationName: undefined })).toBeNull();
    expect(queries.prepare({ ...request, query: 'query A { __typename }', operationName: 'B' })).toBeNull();
  });
});
