import type { Collection, Document } from 'mongodb';

/** A query of entries, as the store sends it to the database. */
export interface EntryQuery {
  name: string;
  rounds: number;
  run: (c: Collection<Document & { _id: number }>, i: number) => Promise<unknown>;
}

const COUNT = 20_000;
const GROUPS = 200;
const BASICS = ['kind', 'revision', 'status', 'originalLocale', 'createdAt', 'updatedAt', 'publishedAt', 'movedTo'];
const projected = (...names: string[]) => Object.fromEntries([...BASICS, ...names].map((name) => [name, 1]));
const FEW_FIELDS = projected('record.title', 'record.provider', 'record.topics');
const READ = { maxTimeMS: 5000, batchSize: 100_000 };
const STATUSES = { $in: ['PUBLISHED', 'DRAFT', 'RETIRED'] };
const LISTED = { status: 'PUBLISHED' };
const SORT = { 'find.title.en': 1, _id: 1 } as const;

const slugs = (i: number) => Array.from({ length: 20 }, (_, j) => (i * 31 + j * 997) % COUNT);
const parents = (i: number) => Array.from({ length: 10 }, (_, j) => `t${(i + j * 7) % GROUPS}`);
const pageOf = (parent: string): Document[] => [
  { $match: { ...LISTED, 'links.topics': parent } },
  { $sort: SORT },
  { $limit: 6 },
];
const facet = (match: Document): Document[] => [
  { $match: match },
  { $unwind: '$facets.topics' },
  { $group: { _id: { value: '$facets.topics' }, count: { $sum: 1 } } },
  { $project: { _id: 0, facet: { $literal: 'topics' }, count: 1, value: '$_id.value' } },
];

/** The queries to measure over the documents of `fillEntries`. */
export const ENTRY_QUERIES: EntryQuery[] = [
  {
    name: '$in of 20, whole',
    rounds: 600,
    run: (c, i) => c.find({ _id: { $in: slugs(i) }, status: STATUSES }, READ).toArray(),
  },
  {
    name: '$in of 20, three fields of the record',
    rounds: 600,
    run: (c, i) => c.find({ _id: { $in: slugs(i) }, status: STATUSES }, { ...READ, projection: FEW_FIELDS }).toArray(),
  },
  {
    name: 'page of 20 by title, whole',
    rounds: 600,
    run: (c) => c.find(LISTED, { ...READ, sort: SORT, limit: 21 }).toArray(),
  },
  {
    name: 'page of 20 by title, three fields',
    rounds: 600,
    run: (c) =>
      c
        .find(LISTED, { ...READ, sort: SORT, limit: 21, projection: projected('record.title', 'find.title.en') })
        .toArray(),
  },
  {
    name: 'page of 20 with the count of all',
    rounds: 300,
    run: (c, i) => {
      const match = { $match: { ...LISTED, 'links.topics': `t${i % GROUPS}` } };
      const count = { $unionWith: { coll: 'entries', pipeline: [match, { $count: 'total' }] } };
      return c
        .aggregate(
          [match, { $sort: SORT }, { $limit: 21 }, { $project: { ...FEW_FIELDS, 'find.title.en': 1 } }, count],
          READ,
        )
        .toArray();
    },
  },
  {
    name: 'all of a filter that no index helps',
    rounds: 10,
    run: (c) => c.find({ ...LISTED, 'find.text': { $regex: 'needle' } }, { ...READ, projection: FEW_FIELDS }).toArray(),
  },
  {
    name: 'facet over all',
    rounds: 10,
    run: (c) => c.aggregate(facet(LISTED), READ).toArray(),
  },
  {
    name: 'facet over a hundred',
    rounds: 100,
    run: (c, i) => c.aggregate(facet({ ...LISTED, 'links.topics': `t${i % GROUPS}` }), READ).toArray(),
  },
  {
    name: 'count of what is listed',
    rounds: 300,
    run: (c) => c.aggregate([{ $match: LISTED }, { $count: 'total' }], READ).toArray(),
  },
  {
    name: 'first 5 of each of 10 parents, with counts',
    rounds: 20,
    run: (c, i) =>
      c
        .aggregate(
          [
            { $match: { 'links.topics': { $in: parents(i) }, ...LISTED } },
            { $project: { ...FEW_FIELDS, 'find.title.en': 1, parent: '$links.topics' } },
            { $unwind: '$parent' },
            { $match: { parent: { $in: parents(i) } } },
            {
              $group: {
                _id: '$parent',
                rows: { $topN: { n: 6, sortBy: SORT, output: '$$ROOT' } },
                total: { $sum: 1 },
              },
            },
          ],
          READ,
        )
        .toArray(),
  },
  {
    name: 'first 5 of each of 10 parents, a page of each',
    rounds: 20,
    run: (c, i) => {
      const [first, ...rest] = parents(i).flatMap((parent) => [
        [...pageOf(parent), { $project: { ...FEW_FIELDS, 'find.title.en': 1, parent: { $literal: parent } } }],
        [pageOf(parent)[0]!, { $count: 'total' }, { $set: { parent: { $literal: parent } } }],
      ]);
      const others = rest.map((pipeline) => ({ $unionWith: { coll: 'entries', pipeline } }));
      return c.aggregate([...first!, ...others], READ).toArray();
    },
  },
  {
    name: 'page of 20 that contain a text',
    rounds: 20,
    run: (c, i) =>
      c
        .find(
          { ...LISTED, 'find.title.en': { $regex: `${i % 9}7` } },
          { ...READ, sort: SORT, limit: 21, projection: FEW_FIELDS },
        )
        .toArray(),
  },
];

/** Creates entries as the store writes them: the record, and the fields for filters, totals and orders. */
export async function fillEntries(c: Collection<Document & { _id: number }>): Promise<void> {
  await c.createIndexes([
    { key: { status: 1 } },
    { key: { 'links.topics': 1 }, sparse: true },
    { key: { 'facets.topics': 1 }, sparse: true },
    { key: SORT },
  ]);
  for (let first = 0; first < COUNT; first += 1000)
    await c.insertMany(Array.from({ length: 1000 }, (_, j) => entry(first + j)));
}

function entry(i: number): Document & { _id: number } {
  const time = new Date(1.7e12 + i * 1000);
  const title = `The title of entry ${(i * 48271) % 65537}`;
  const topics = [`t${i % GROUPS}`, `t${(i * 7 + 3) % GROUPS}`];
  const text = 'lorem ipsum dolor sit amet '.repeat(12);
  return {
    _id: i,
    kind: 'Item',
    revision: 1,
    status: 'PUBLISHED',
    originalLocale: 'en',
    createdAt: time,
    updatedAt: time,
    publishedAt: time,
    movedTo: null,
    textRevisions: { title: { en: 1, es: 1 }, summary: { en: 1, es: 1 } },
    record: {
      title,
      summary: text,
      provider: `p${i % 50}`,
      topics,
      url: `https://example.org/items/${i}`,
      formats: ['PDF', 'HTML'],
      steps: Array.from({ length: 4 }, (_, n) => ({ title: `Step ${n}`, text: text.slice(0, 80), minutes: n })),
      translations: { es: { title, summary: text } },
    },
    find: { title: { en: title, es: title }, text: text.slice(0, 200), minutes: i % 90, formats: ['PDF', 'HTML'] },
    links: { provider: [`p${i % 50}`], topics },
    facets: { topics, formats: ['PDF', 'HTML'], provider: [`p${i % 50}`] },
    sort: { minutes: { up: i % 90, down: i % 90 } },
    forms: [1],
  };
}
