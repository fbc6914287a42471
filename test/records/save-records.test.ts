import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { seedIfEmpty } from '../../src/content/seed-database.js';
import { type RecordToSave, saveRecords } from '../../src/records/save-records.js';
import type { SaveResult } from '../../src/records/commit-batch.js';

const folder = mkdtempSync(join(tmpdir(), 'signpost-save-'));
let database: DatabaseHandle;

beforeAll(async () => {
  database = await openDatabase(readConfig({ DATA_DIR: join(folder, 'data') }));
  await seedIfEmpty(database, 'test/fixtures/valid');
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function toSave(kind: string, slug: string, raw: unknown, more: Partial<RecordToSave> = {}): RecordToSave {
  return {
    kind: database.model.kind(kind),
    slug,
    raw,
    originalLocale: null,
    publish: true,
    expectedRevision: 0,
    ...more,
  };
}

function save(records: RecordToSave[], dryRun = false): Promise<SaveResult> {
  return saveRecords(database, records, { author: 'tests', message: 'a test', dryRun });
}

async function problemsOf(...records: RecordToSave[]) {
  const result = await save(records, true);
  if (result.outcome !== 'INVALID') return [];
  return result.problems.map(({ code, path, tip }) => `${code} ${path} ${tip}`);
}

const topic = { title: 'New', scheme: 'SUBJECT' };

test('saveRecords writes a valid record as revision 1', async () => {
  const first = await save([toSave('Topic', 'first', { ...topic, broader: 'adverts' })]);
  expect(first).toMatchObject({ outcome: 'WRITTEN', entries: [{ revision: 1 }] });
  const [entry] = await database.store.entries.currentStates([{ kind: 'Topic', slug: 'first' }]);
  expect(entry).toMatchObject({
    revision: 1,
    status: 'PUBLISHED',
    record: { title: { en: 'New' }, broader: 'adverts' },
  });
});

test('saveRecords with dryRun validates and writes nothing', async () => {
  const head = await database.store.log.head();
  expect(await save([toSave('Topic', 'dry', topic)], true)).toEqual({ outcome: 'CHECKED' });
  expect([
    await database.store.log.head(),
    await database.store.entries.currentStates([{ kind: 'Topic', slug: 'dry' }]),
  ]).toEqual([head, [null]]);
});

test('saveRecords creates no revision for an unchanged record, alone or in a batch', async () => {
  await save([toSave('Topic', 'same', { ...topic, altLabels: ['a'] })]);
  const sameTopic = { ...topic, title: { en: 'New', fr: null }, altLabels: ['a'], citations: [] };
  const unchanged = toSave('Topic', 'same', sameTopic, { expectedRevision: 1 });
  const head = await database.store.log.head();
  expect(await save([unchanged])).toMatchObject({ outcome: 'UNCHANGED', entries: [{ slug: 'same', revision: 1 }] });
  expect(await save([{ ...unchanged, publish: false }])).toMatchObject({ outcome: 'UNCHANGED' });
  expect(await save([{ ...unchanged, expectedRevision: 2 }])).toMatchObject({ outcome: 'CONFLICT' });
  expect(await database.store.log.head()).toBe(head);
  const otherResult = await save([unchanged, toSave('Topic', 'beside', topic)]);
  expect(otherResult).toMatchObject({
    outcome: 'WRITTEN',
    entries: [{ slug: 'beside' }, { slug: 'same', revision: 1 }],
  });

  const draft = { ...unchanged, raw: { ...sameTopic, altLabels: ['b'] }, publish: false };
  expect(await save([draft])).toMatchObject({ outcome: 'WRITTEN', entries: [{ revision: 2 }] });
  expect(await save([{ ...draft, expectedRevision: 2 }])).toMatchObject({ outcome: 'UNCHANGED' });
  expect(await save([{ ...draft, expectedRevision: 2, publish: true }])).toMatchObject({ outcome: 'WRITTEN' });
  const inFrench = { ...draft, raw: { ...topic, title: { en: 'New', fr: 'Nouveau' } }, expectedRevision: 3 };
  expect(await save([inFrench])).toMatchObject({ entries: [{ revision: 4 }] });
  expect(await save([{ ...inFrench, expectedRevision: 4, originalLocale: 'fr' }])).toMatchObject({
    entries: [{ revision: 5, originalLocale: 'fr' }],
  });
});

test('an entry can occur only once in a batch', async () => {
  expect(await problemsOf(toSave('Topic', 'twice', topic), toSave('Topic', 'twice', topic))).toEqual([
    'ITEM_TWICE null send it once',
  ]);
});

test('saveRecords with a stale expected revision returns a conflict with the current revision', async () => {
  const result = await save([toSave('Topic', 'smuggling', topic, { expectedRevision: 0 })]);
  expect(result).toEqual({
    outcome: 'CONFLICT',
    conflicts: [{ kind: 'Topic', slug: 'smuggling', expectedRevision: 0, revision: 1 }],
  });
});

test('of two parallel saves of a new record, one succeeds and the other conflicts', async () => {
  const results = await Promise.all(
    ['one', 'two'].map((title) => save([toSave('Topic', 'raced', { ...topic, title })])),
  );
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['CONFLICT', 'WRITTEN']);
});

test('several records are written together and can link to each other', async () => {
  const records = [toSave('Topic', 'pair-a', topic), toSave('Topic', 'pair-b', { ...topic, broader: 'pair-a' })];
  expect(await save(records)).toMatchObject({ outcome: 'WRITTEN', entries: [{ revision: 1 }, { revision: 1 }] });
});

test('a link to an unknown entry is reported with a suggestion', async () => {
  expect(await problemsOf(toSave('Topic', 'new', { ...topic, broader: 'smugling' }))).toEqual([
    'LINK_UNKNOWN broader did you mean smuggling?',
  ]);
  expect(await problemsOf(toSave('Topic', 'new', { ...topic, broader: 'agency' }))).toEqual([
    'LINK_WRONG_KIND broader link to a topic',
  ]);
});

test('a link that closes a cycle of stored entries is reported as LINK_CYCLE', async () => {
  const closing = toSave('Topic', 'smuggling', { ...topic, broader: 'adverts' }, { expectedRevision: 1 });
  expect(await problemsOf(closing)).toEqual(['LINK_CYCLE broader remove one of these links']);
});

test('a code that an entry of another kind has is reported as CODE_TAKEN', async () => {
  const route = { title: 'Route', code: 'EU', routeType: 'SEA' };
  expect(await problemsOf(toSave('Route', 'new', route))).toEqual(['CODE_TAKEN code choose another']);
});

test('a claim that differs from the stored figure is reported as CLAIM_DIFFERS', async () => {
  const claim = { statement: 'Cases.', indicator: 'cases', area: 'groups/eu', period: '2023', value: 425 };
  const trend = { title: 'Trend', direction: 'RISING' };
  expect(await problemsOf(toSave('Trend', 'new', { ...trend, claims: [claim] }))).toEqual([]);
  expect(await problemsOf(toSave('Trend', 'new', { ...trend, claims: [{ ...claim, value: 426 }] }))).toEqual([
    'CLAIM_DIFFERS claims[0].value write 425, and update the statement',
  ]);
  const ofPart = { ...claim, breakdown: [{ dimension: 'status', code: 'NEW' }] };
  expect(await problemsOf(toSave('Trend', 'new', { ...trend, claims: [ofPart] }))).toEqual([
    'CLAIM_UNVERIFIABLE claims[0] add the observation to indicators/cases.csv, or remove the claim',
  ]);
});

test('a published entry with a required link to a draft is rejected, and a draft with that link is accepted', async () => {
  expect(
    await save([toSave('Organisation', 'draft', { title: 'D', organisationType: 'UNIT' }, { publish: false })]),
  ).toMatchObject({
    outcome: 'WRITTEN',
  });
  const resource = { title: 'R', resourceType: 'GUIDE', provider: 'draft' };
  expect(await problemsOf(toSave('Resource', 'new', resource))).toEqual([
    'LINK_DRAFT provider publish draft, or keep this one as a draft',
  ]);
  expect(await problemsOf(toSave('Resource', 'new', resource, { publish: false }))).toEqual([]);
});

test('saveRecords assigns plain texts to the original locale of the stored entry', async () => {
  const german = toSave('Leaflet', 'entwurf', { title: 'Zweiter Entwurf', issuer: 'agency' }, { expectedRevision: 1 });
  expect(await save([{ ...german, publish: false }])).toMatchObject({ outcome: 'WRITTEN', entries: [{ revision: 2 }] });
  const [entry] = await database.store.entries.currentStates([{ kind: 'Leaflet', slug: 'entwurf' }]);
  expect(entry).toMatchObject({ originalLocale: 'de', status: 'DRAFT', record: { title: { de: 'Zweiter Entwurf' } } });
});

test('an invalid slug and an unknown original locale are reported as problems', async () => {
  expect(await problemsOf(toSave('Topic', 'New Topic', topic, { originalLocale: 'pl' }))).toEqual([
    'SLUG_INVALID slug lower-case letters, digits and single hyphens',
    'LOCALE_UNKNOWN originalLocale one of en, fr, de, es, it',
  ]);
});
