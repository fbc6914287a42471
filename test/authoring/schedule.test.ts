import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planFolder } from '../../src/content/plan-folder.js';
import { applyPlan } from '../../src/content/seed-database.js';
import { renameEntry } from '../../src/records/rename-entry.js';
import { startScheduler } from '../../src/records/publication-scheduler.js';
import { EditingServer, idOf, topic } from './editing-server.js';

let editing: EditingServer;
let end: (() => Promise<void>) | null = null;
const commitOptions = { author: 'Ana', message: '' };
const published: string[] = [];
beforeAll(async () => {
  editing = await EditingServer.start();
});
afterEach(async () => {
  await end?.();
  end = null;
});
afterAll(() => editing.close());

/** Starts the scheduler like a restarted server. */
function start(): void {
  end = startScheduler(editing.app.services, {
    everyMs: 20,
    onFired: ({ slug }, outcome) => published.push(`${slug} ${outcome}`),
    onError: (error) => {
      throw error;
    },
  });
}

/** Delay of scheduled publications in milliseconds: longer than a busy server takes to receive a request. */
const SOON_MS = 2000;
const laterTime = () => new Date(Date.now() + SOON_MS).toISOString();
const past = () => new Promise((resolve) => setTimeout(resolve, SOON_MS + 50));
const title = async (slug: string) =>
  (await editing.reader(`{ topic(slug: "${slug}") { title } }`)).data.topic?.title ?? null;

async function waitUntil(condition: () => boolean): Promise<void> {
  for (let attempt = 0; !condition() && attempt < 2000; attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
}

test('at its start, the scheduler publishes a revision that became due before, but not a later draft', async () => {
  await editing.mutate('topicSave', { slug: 'later', record: topic('Scheduled'), expectedRevision: 0 });
  const { schedule } = await editing.mutate('entryPublish', {
    id: idOf('topics/later'),
    expectedRevision: 1,
    at: laterTime(),
    message: 'on the day',
  });
  expect(schedule).toMatchObject({ revision: 1, author: 'Ana', message: 'on the day', problem: null });
  await editing.mutate('topicSave', { slug: 'later', record: topic('Not yet'), expectedRevision: 1 });
  const previewed = await editing.preview('{ topic(slug: "later") { title schedule { revision at } } }');
  expect(previewed.data.topic).toMatchObject({ title: 'Not yet', schedule: { revision: 1 } });
  await past();
  expect(await title('later')).toBeNull();

  start();
  await waitUntil(() => published.includes('later PUBLISHED'));
  expect(await title('later')).toBe('Scheduled');
  const { data } = await editing.preview('{ topic(slug: "later") { title status revision schedule { at } } }');
  expect(data.topic).toEqual({ title: 'Not yet', status: 'DRAFT', revision: 4, schedule: null });
});

test('entryUnschedule cancels a scheduled publication', async () => {
  await editing.mutate('topicSave', { slug: 'never', record: topic('Never'), expectedRevision: 0 });
  await editing.mutate('entryPublish', { id: idOf('topics/never'), expectedRevision: 1, at: laterTime() });
  expect(await editing.mutate('entryUnschedule', { id: idOf('topics/never') })).toMatchObject({
    schedule: null,
    userErrors: [],
  });
  expect(await editing.mutate('entryUnschedule', { id: idOf('topics/never') })).toMatchObject({
    userErrors: [{ code: 'NOTHING_SCHEDULED' }],
  });
  start();
  await past();
  expect(await title('never')).toBeNull();
});

test('a scheduled entry that is renamed is published under its new slug, unless a newer draft exists', async () => {
  for (const slug of ['moving', 'redrafted']) {
    await editing.mutate('topicSave', { slug, record: topic(slug), expectedRevision: 0 });
    await editing.mutate('entryPublish', { id: idOf(`topics/${slug}`), expectedRevision: 1, at: laterTime() });
  }
  await editing.mutate('topicSave', { slug: 'redrafted', record: topic('Not yet'), expectedRevision: 1 });
  for (const [slug, expectedRevision] of [
    ['moving', 1],
    ['redrafted', 2],
  ] as const) {
    const renamed = await editing.mutate('entryRename', {
      id: idOf(`topics/${slug}`),
      to: `${slug}-on`,
      expectedRevision,
    });
    expect(renamed.userErrors).toEqual([]);
  }
  const scheduled = async (slug: string) =>
    (await editing.preview(`{ topic(slug: "${slug}") { revision schedule { revision } } }`)).data.topic;
  expect(await scheduled('moving-on')).toEqual({ revision: 2, schedule: { revision: 2 } });
  expect(await scheduled('redrafted-on')).toEqual({ revision: 3, schedule: null });
  expect(await editing.store.schedules.all(10)).toMatchObject([{ slug: 'moving-on' }]);
  await past();
  start();
  await waitUntil(() => published.includes('moving-on PUBLISHED'));
  expect([await title('moving-on'), await title('redrafted-on')]).toEqual(['moving', null]);
});

test('a scheduled revision is published after a rename that was interrupted before it moved the schedule', async () => {
  const { services } = editing.app;
  await editing.mutate('topicSave', { slug: 'left', record: topic('Left'), expectedRevision: 0, publish: true });
  for (const slug of ['left', 'left-too']) {
    await editing.mutate('topicSave', { slug, record: topic('In time'), expectedRevision: slug === 'left' ? 1 : 0 });
  }
  const kind = services.model.kind('Topic');
  const byKeys = () => Promise.reject(new Error('killed'));
  const killed = { ...services, store: { ...services.store, schedules: { ...services.store.schedules, byKeys } } };
  for (const [slug, expectedRevision] of [
    ['left', 2],
    ['left-too', 1],
  ] as const) {
    await editing.mutate('entryPublish', { id: idOf(`topics/${slug}`), expectedRevision, at: laterTime() });
    const renamed = renameEntry(killed, { kind, slug, to: `${slug}-on`, expectedRevision }, commitOptions);
    await expect(renamed).rejects.toThrow('killed');
  }
  // The scheduler cannot tell whether a draft after the rename replaces the scheduled revision.
  await editing.mutate('topicSave', { slug: 'left-too-on', record: topic('Not yet'), expectedRevision: 2 });
  expect(await title('left-on')).toBe('Left');
  await past();
  start();
  await waitUntil(() => published.includes('left-on PUBLISHED') && published.includes('left-too OVERTAKEN'));
  expect([await title('left-on'), await title('left-too-on')]).toEqual(['In time', null]);
  expect(await services.store.schedules.all(10)).toEqual([]);
});

test('a revision that is published after scheduling supersedes the scheduled revision', async () => {
  await editing.mutate('topicSave', { slug: 'overtaken', record: topic('Old'), expectedRevision: 0 });
  await editing.mutate('entryPublish', { id: idOf('topics/overtaken'), expectedRevision: 1, at: laterTime() });
  await editing.mutate('topicSave', { slug: 'overtaken', record: topic('New'), expectedRevision: 1, publish: true });
  start();
  await waitUntil(() => published.includes('overtaken OVERTAKEN'));
  expect(await title('overtaken')).toBe('New');
});

test('a revision that is invalid at its publication time is not published, and the reason is reported', async () => {
  const body = { title: { en: 'Body' }, organisationType: 'EU_AGENCY' };
  await editing.mutate('organisationSave', { slug: 'body', record: body, expectedRevision: 0, publish: true });
  const record = { title: { en: 'Needs' }, issuer: 'body' };
  expect((await editing.mutate('leafletSave', { slug: 'needs', record, expectedRevision: 0 })).userErrors).toEqual([]);
  await editing.mutate('entryPublish', { id: idOf('leaflets/needs'), expectedRevision: 1, at: laterTime() });
  await editing.mutate('entryUnpublish', { id: idOf('organisations/body'), expectedRevision: 1 });
  start();
  await waitUntil(() => published.includes('needs FAILED'));
  const { data } = await editing.preview('{ leaflet(slug: "needs") { status schedule { problem } } }');
  expect(data.leaflet!.status).toBe('DRAFT');
  expect(data.leaflet!.schedule!.problem).toBe('issuer: "body" is a draft');
});

test('a publication time that is set while the scheduler rejects the due revision is preserved', async () => {
  const { services } = editing.app;
  const { schedules } = services.store;
  const record = { title: { en: 'Still needs' }, issuer: 'body' };
  await editing.mutate('leafletSave', { slug: 'still-needs', record, expectedRevision: 0 });
  const key = { kind: 'Leaflet', slug: 'still-needs' };
  const was = { ...key, revision: 1, at: new Date(), author: 'Ana', message: '', problem: null };
  const later = { ...was, at: new Date('2127-01-31T09:00:00Z') };
  await schedules.put(was);
  const put: typeof schedules.put = async (...args) => (await schedules.put(later), schedules.put(...args));
  const intercepted = { ...services, store: { ...services.store, schedules: { ...schedules, put } } };
  const outcomes: string[] = [];
  end = startScheduler(intercepted, {
    everyMs: 5,
    onFired: ({ slug }, outcome) => outcomes.push(`${slug} ${outcome}`),
    onError: () => {},
  });
  await waitUntil(() => outcomes.length > 0);
  expect(outcomes).toEqual(['still-needs LATER']);
  expect(await schedules.byKeys([key])).toEqual([later]);
  await schedules.remove(key.kind, key.slug);
});

test('a publication time in the past is rejected', async () => {
  await editing.mutate('topicSave', { slug: 'past', record: topic('Past'), expectedRevision: 0 });
  expect(
    await editing.mutate('entryPublish', { id: idOf('topics/past'), expectedRevision: 1, at: '2020-01-01T00:00:00Z' }),
  ).toMatchObject({
    userErrors: [{ code: 'TIME_PAST', path: ['at'] }],
  });
});

test('the scheduler reports the start and the end of a database outage once each', async () => {
  const errors: unknown[] = [];
  let readCount = 0;
  let isUnreachable = true;
  const { store } = editing.app.services;
  const due = async () => {
    readCount += 1;
    if (isUnreachable) throw new Error('away');
    return [];
  };
  const services = { ...editing.app.services, store: { ...store, schedules: { ...store.schedules, due } } };
  end = startScheduler(services, { everyMs: 5, onError: (error) => errors.push(error) });
  await waitUntil(() => readCount >= 3);
  expect(errors).toEqual([new Error('away')]);
  isUnreachable = false;
  const before = readCount;
  await waitUntil(() => readCount >= before + 3);
  expect(errors).toEqual([new Error('away'), null]);
});

test.each([
  ['with one due publication', ['none-such']],
  ['with two due publications', ['none-such', 'nor-this']],
])('a scheduler that is stopped %s starts no further publication and stops polling', async (_due, slugs) => {
  const { store } = editing.app.services;
  const schedule = { kind: 'Topic', revision: 1, at: new Date(), author: 'Ana', message: '', problem: null };
  let readCount = 0;
  const due = async () => {
    readCount += 1;
    return slugs.map((slug) => ({ ...schedule, slug }));
  };
  const services = { ...editing.app.services, store: { ...store, schedules: { ...store.schedules, due } } };
  const startedPublications: string[] = [];
  let publication: Promise<void> | undefined;
  const stop = startScheduler(services, {
    everyMs: 1,
    onError: (error) => expect(error).toBeNull(),
    onFired: ({ slug }) => {
      startedPublications.push(slug);
      publication ??= stop();
    },
  });
  await waitUntil(() => publication !== undefined);
  await publication;
  expect([startedPublications, readCount]).toEqual([['none-such'], 1]);
  // Wait long enough for a second poll.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([startedPublications, readCount]).toEqual([['none-such'], 1]);
});

test('publishAt in a file schedules its record as a draft, while the published version stays public', async () => {
  const { services } = editing.app;
  const root = mkdtempSync(join(tmpdir(), 'signpost-put-off-'));
  mkdirSync(join(root, 'topics'));
  const seed = async (text: string) => {
    writeFileSync(join(root, 'topics/put-off.yaml'), `title: Put off\nscheme: SUBJECT\n${text}`);
    const { plan, content } = await planFolder(root, services, false);
    expect(content.problems).toEqual([]);
    await applyPlan(plan!, services, 'seed');
    return plan!.entries.map(({ operation, changes }) => [operation, ...changes.map(({ path }) => path)]);
  };
  try {
    expect(await seed('publishAt: 2127-01-31T09:00:00Z\n')).toEqual([['CREATE']]);
    expect(await title('put-off')).toBeNull();
    expect(await seed('publishAt: 2127-01-31T09:00:00Z\n')).toEqual([['UNCHANGED']]);
    const time = laterTime();
    expect(await seed(`publishAt: ${time}\n`)).toEqual([['CHANGE', 'publishAt']]);
    await past();
    start();
    await waitUntil(() => published.includes('put-off PUBLISHED'));
    expect(await title('put-off')).toBe('Put off');
    // The publication time has passed, and the record is published, so the file changes nothing.
    expect(await seed(`publishAt: ${time}\n`)).toEqual([['UNCHANGED']]);
    expect(await seed('definition: Anew.\npublishAt: 2127-01-31T09:00:00Z\n')).toEqual([
      ['CHANGE', 'publishAt', 'definition'],
    ]);
    expect((await editing.reader('{ topic(slug: "put-off") { definition } }')).data.topic).toEqual({
      definition: null,
    });
    expect(await seed('definition: Anew.\n')).toEqual([['CHANGE', 'status', 'publishAt']]);
    expect((await editing.reader('{ topic(slug: "put-off") { definition } }')).data.topic!.definition).toBe('Anew.');
    expect(await services.store.schedules.byKeys([{ kind: 'Topic', slug: 'put-off' }])).toEqual([null]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
