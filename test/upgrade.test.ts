import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, startEmbedded } from '../src/embedded/index.js';
import { restoreBackup } from '../src/store/backup/restore-backup.js';
import { type SeededApp, seededApp } from './graphql/seeded-app.js';
import { embeddedOnly } from './support/embedded-only.js';
import { copyEarlierDataFolder, earlierVersionPath } from './support/earlier-version-data.js';

/** The public topics after the edits that `test/fixtures/recorded/README.md` lists. */
const PUBLIC_TOPICS = [
  {
    slug: 'boat-supply',
    id: 'dG9waWNzL2JvYXQtc3VwcGx5',
    revision: 1,
    title: 'Boat supply',
  },
  {
    slug: 'online-adverts',
    id: 'dG9waWNzL2FkdmVydHM',
    revision: 2,
    title: 'Adverts',
  },
  {
    slug: 'smuggling',
    id: 'dG9waWNzL3NtdWdnbGluZw',
    revision: 1,
    title: 'Smuggling',
  },
];

/** Texts that the recorded version stored without a locale, in the current form. */
const CAPITAL = { en: 'Rome' };
const MEETING = {
  place: { en: 'The Hague' },
  eventSeries: { en: 'Annual meetings' },
};

/** Ana's token in the recorded database. */
const ANAS_TOKEN = 'Z-mPfJ_i2lAV5_GYavrg9NRBJ0mJHRzJ6krKBK6ohhc';

let folder: string;
let database: EmbeddedDatabase;
let app: SeededApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-recorded-'));
  copyEarlierDataFolder('0623826', folder);
  database = await startEmbedded({ dataDir: folder });
});
afterEach(() => app.close());
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

embeddedOnly('the recorded data folder requires the embedded database')('a database of version 0.3.0', () => {
  test('a data folder of an earlier version is served with its URLs, history, editions, tokens and trusted documents', async () => {
    app = await seededApp({
      over: { uri: database.uri, database: 'signpost' },
      seedDir: null,
    });
    await expectContent();
  });

  test('the backup of a data folder of an earlier version can be restored and served', async () => {
    const place = { uri: database.uri, database: 'restored' };
    await restoreBackup(earlierVersionPath('0623826', 'signpost.backup'), place);
    app = await seededApp({ over: place, seedDir: null });
    await expectContent();
  });

  test('saved queries and trusted documents with former field names are executed on a data folder of an earlier version', async () => {
    app = await seededApp({
      over: { uri: database.uri, database: 'signpost' },
      seedDir: null,
    });
    const former = `{ country(by: { code: "IT" }) { slug ... on ${'CountryProfile'} { ${'groups'} { totalCount } } } }`;
    const { questionSave } = await editor(`mutation { questionSave(slug: "former", expectedRevision: 0, record: {
      title: { en: "Groups" }, role: ANALYST, task: { en: "Reading" }, document: ${JSON.stringify(former)} }) {
      userErrors { message } entry { ... on Question { document } } } }`);
    const upgraded = '{ country(by: { code: "IT" }) { slug ... on Country { groups: memberOf { totalCount } } } }';
    expect(questionSave).toEqual({ userErrors: [], entry: { document: upgraded } });

    const text = `mutation ($changes: ${'CountryProfileRecord!'}) { countryPatch(slug: "it", changes: $changes, expectedRevision: 1, options: { dryRun: true }) {
      userErrors { path } entry { ... on ${'CountryProfile'} { title } } } }`;
    const filtered = `query ($filter: ${'CountryProfileFilter'}) { countries(filter: $filter) { totalCount } }`;
    const texts = { former, save: text, filtered };
    const documents = Object.entries(texts).map(([id, each]) => ({ id, text: each, price: 3 }));
    await app.services.store.trusted.add({ author: 'Ana', documents });
    await app.services.trusted.read();
    const saved = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${ANAS_TOKEN}` },
      payload: { documentId: 'save', variables: { changes: { alpha3: 'ITA' } } },
    });
    expect(saved.json()).toEqual({ data: { countryPatch: { userErrors: [], entry: null } } });
    const variables = { filter: { code: { eq: 'IT' }, ['groups']: { some: {} } } };
    for (const request of [
      { method: 'POST' as const, url: '/graphql', payload: { documentId: 'filtered', variables } },
      {
        method: 'GET' as const,
        url: `/graphql?documentId=filtered&variables=${encodeURIComponent(JSON.stringify(variables))}`,
      },
    ]) {
      expect((await app.inject(request)).json()).toEqual({ data: { countries: { totalCount: 1 } } });
    }
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { documentId: 'former' } });
    expect(answer.json()).toMatchObject({
      data: { country: { slug: 'it', groups: { totalCount: expect.any(Number) } } },
    });
  });

  test('an entry with a text that is now localised can be edited, compared and reverted', async () => {
    app = await seededApp({
      over: { uri: database.uri, database: 'signpost' },
      seedDir: null,
    });
    const translated = { ...CAPITAL, fr: 'Rome' };
    const { countryPatch } = await editor(`mutation { countryPatch(slug: "it", changes: { capital: { fr: "Rome" } },
      expectedRevision: 1) { revision userErrors { message } entry { record } } }`);
    expect(countryPatch).toMatchObject({
      revision: 2,
      userErrors: [],
      entry: { record: { capital: translated } },
    });
    const { diff } = await editor('{ diff(kind: COUNTRY, slug: "it", from: 1, to: 2) { path before after } }');
    expect(diff).toEqual([{ path: ['capital', 'fr'], before: null, after: 'Rome' }]);

    const record = `{ title: { en: "Italy", fr: "Italie" }, alpha3: "ITA", officialLanguages: ["it", "de"],
      capital: { en: "Rome" } }`;
    const { countrySave } = await editor(`mutation { countrySave(slug: "it", record: ${record}, expectedRevision: 1,
      options: { merge: true }) { revision obstacle { ... on Conflict { fields { path } } } entry { record } } }`);
    expect(countrySave).toMatchObject({
      obstacle: null,
      entry: { record: { capital: translated } },
    });

    const { entryRevert } = await editor(`mutation { entryRevert(id: "Y291bnRyaWVzL2l0", revision: 1,
      expectedRevision: 3) { entry { record } } }`);
    expect(entryRevert).toMatchObject({
      entry: { record: { capital: CAPITAL } },
    });
  });
});

/** Sends a query as an editor in a preview of drafts. */
async function editor(query: string): Promise<Record<string, unknown>> {
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql?preview=true',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${ANAS_TOKEN}`,
    },
    payload: { query },
  });
  const { data, errors } = answer.json<{
    data: Record<string, unknown>;
    errors?: unknown;
  }>();
  expect(errors).toBeUndefined();
  return data;
}

async function expectContent(): Promise<void> {
  const { data, errors } = await app.execute(`{
    topics(orderBy: [{ slug: ASC }]) { nodes { slug id revision title } }
    former: topic(slug: "adverts") { slug }
    topic(slug: "online-adverts") { history { revision action author } }
    resource(slug: "guide") { revision title history { revision action } }
    source(slug: "report-2023") { publisherName }
    sources(filter: { publisherName: { eq: "the agency" } }) { facets { publisherName { value count } } }
    entries(kinds: [COUNTRY]) { nodes { __typename entryKind id slug history { revision action } } }
    changes(kinds: [COUNTRY]) { nodes { entries { entryKind slug } } }
    law(slug: "it-act") { slug }
    indicator(slug: "cases") { vintages { number } series(areas: ["EU"]) { points { period value } } }
    country(by: { code: "IT" }) { capital inFrench: capital(locale: fr) }
    events(filter: { place: { eq: "the hague" } }) { nodes { place eventSeries } facets { eventSeries { value count } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    topics: { nodes: PUBLIC_TOPICS },
    former: { slug: 'online-adverts' },
    topic: {
      history: [{ revision: 2, action: 'RENAME', author: 'Ana' }, { revision: 1 }],
    },
    resource: { revision: 3, title: 'Guide to online evidence' },
    source: { publisherName: 'The Agency' },
    sources: { facets: { publisherName: [{ value: 'The Agency', count: 1 }] } },
    entries: {
      nodes: expect.arrayContaining([
        {
          __typename: 'Country',
          entryKind: 'COUNTRY',
          id: 'Y291bnRyaWVzL2l0',
          slug: 'it',
          history: [{ revision: 1, action: 'SEED' }],
        },
      ]),
    },
    changes: {
      nodes: expect.arrayContaining([{ entries: expect.arrayContaining([{ entryKind: 'COUNTRY', slug: 'it' }]) }]),
    },
    law: null,
    indicator: { vintages: [{ number: 2 }, { number: 1 }] },
    country: { capital: 'Rome', inFrench: 'Rome' },
    events: {
      nodes: [{ place: 'The Hague', eventSeries: 'Annual meetings' }],
      facets: { eventSeries: [{ value: 'Annual meetings', count: 1 }] },
    },
  });
  expect(data).toHaveProperty('indicator.series.0.points.0', {
    period: '2022',
    value: 410,
  });

  const [sha256Hash] = Object.keys(
    JSON.parse(readFileSync(earlierVersionPath('0623826', 'documents.json'), 'utf8')) as object,
  );
  const trusted = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { extensions: { persistedQuery: { version: 1, sha256Hash } } },
  });
  expect(trusted.json()).toMatchObject({
    data: {
      leaflets: {
        nodes: [{ citations: [{ source: { publisher: 'The Agency' } }] }],
      },
    },
  });

  const preview = await editor(
    '{ viewer { name role } topic(slug: "boat-supply") { title revision } scheduled: topic(slug: "engine-supply") { schedule { at } } country(by: { code: "IT" }) { record first: record(revision: 1) } event(slug: "meeting") { record } law(slug: "it-act") { entryKind history { action } } }',
  );
  expect(preview).toMatchObject({
    viewer: { name: 'Ana', role: 'EDITOR' },
    topic: { title: 'Supply of boats', revision: 2 },
    scheduled: { schedule: { at: '2031-05-01T08:00:00Z' } },
    country: { record: { capital: CAPITAL }, first: { capital: CAPITAL } },
    event: { record: MEETING },
    law: { entryKind: 'LAW', history: [{ action: 'UNPUBLISH' }, { action: 'SEED' }] },
  });
}
