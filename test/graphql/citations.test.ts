import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type SeededApp, seededApp } from './seeded-app.js';

interface LawFile {
  citations?: { readIn?: string }[];
}

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

test('a filter on readIn finds the laws that cite a source of which the editors read a copy', async () => {
  const { data } = await server.execute(
    '{ laws(filter: { citations: { some: { readIn: { eq: COPY } } } }, first: 100) ' + '{ nodes { slug } } }',
  );
  const copied = readdirSync('seed/laws').filter((file) => {
    const { citations = [] } = parse(readFileSync(`seed/laws/${file}`, 'utf8')) as LawFile;
    return citations.some(({ readIn }) => readIn === 'COPY');
  });
  expect(copied.length).toBeGreaterThan(15);
  const { nodes } = data.laws as { nodes: { slug: string }[] };
  expect(nodes.map(({ slug }) => `${slug}.yaml`).toSorted()).toEqual(copied.toSorted());
});

test('a citation returns its quotation, the language of the quotation, and the copy in which the editors read it', async () => {
  const { data } = await server.execute(
    '{ law(slug: "mt-cc-337a") { citations { quote quoteLanguage readIn copy } } ' +
      'czech: law(slug: "cz-tz-340") { citations { quoteLanguage readIn copy } } }',
  );
  expect(data.law.citations[0]).toMatchObject({ quoteLanguage: 'en', readIn: 'ORIGINAL', copy: null });
  expect(data.law.citations[0].quote).toMatch(/^Any person who with the intent to make any gain/);
  expect(data.czech.citations[0]).toEqual({
    quoteLanguage: 'cs',
    readIn: 'COPY',
    copy: 'github.com/legalize-dev/legalize-cz, cz/SB-2009-40.md, commit 94f4b837',
  });
});
