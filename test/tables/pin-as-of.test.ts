import { readFileSync } from 'node:fs';
import { buildSchema, parse, print, validate } from 'graphql';
import { pinAsOf } from '../../src/saved-queries/pin-as-of.js';

const contract = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** Returns the query pinned to a time; null if it cannot be pinned. */
function frozen(query: string): string | null {
  const created = pinAsOf(contract, parse(query));
  if (created) expect(validate(contract, created).map(({ message }) => message)).toEqual([]);
  return created && print(created).replaceAll(/\s+/g, ' ');
}

describe('pinAsOf', () => {
  it('pinAsOf adds an asOf argument to each field with figures, at any depth', () => {
    expect(frozen('query Q($slug: Slug!) { indicator(slug: $slug) { title series { points { value } } } }')).toBe(
      'query Q($slug: Slug!, $asOf: DateTime) { indicator(slug: $slug) { title series(asOf: $asOf) { points { value } } } }',
    );
    expect(frozen('{ countries { nodes { series(from: "2020") { unit } } } }')).toBe(
      'query ($asOf: DateTime) { countries { nodes { series(from: "2020", asOf: $asOf) { unit } } } }',
    );
  });

  it('pinAsOf does not change entries, or fields that have an asOf argument', () => {
    expect(frozen('{ indicator(slug: "a") { title } }')).toBeNull();
    expect(frozen('{ leaflets { nodes { title issuer { title } } } }')).toBeNull();
    expect(
      frozen('{ indicator(slug: "a") { now: series(asOf: "2024-01-01T00:00:00Z") { unit } series { unit } } }'),
    ).toBe(
      'query ($asOf: DateTime) { indicator(slug: "a") { now: series(asOf: "2024-01-01T00:00:00Z") { unit } series(asOf: $asOf) { unit } } }',
    );
  });

  it('pinAsOf returns null if each field has an asOf argument', () => {
    expect(frozen('{ indicator(slug: "a") { series(asOf: "2024-01-01T00:00:00Z") { unit } } }')).toBeNull();
  });

  it('pinAsOf reuses the variable asOf of a query that has one', () => {
    const query = 'query ($asOf: DateTime) { indicator(slug: "a") { series(asOf: $asOf) { unit } } }';
    expect(frozen(query)).toBe(query);
  });
});
