import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { EditingServer, idOf } from '../authoring/editing-server.js';
import { LiveAreaIndex } from '../../src/reading/live-area-index.js';
import { throwOnError } from '../support/throw-on-error.js';

let here: EditingServer;
let there: SeededApp;
beforeAll(async () => {
  here = await EditingServer.start({ pollMs: 50 });
  there = await seededApp({ seedDir: null, over: here.app.place, pollMs: 50 });
});
afterAll(async () => {
  await there.close();
  await here.close();
});

/** Reads all areas without a cache. */
async function readUncached() {
  const areas = new LiveAreaIndex(here.app.services.model, here.store, (error) => throwOnError('loading areas', error));
  await areas.firstAttempt();
  const areasRead = [areas, areas.inPreview].map(({ current }) => current.areas);
  await areas.close();
  return areasRead;
}

/** Returns the areas of a server once it has received all changes. */
async function readAreas({ services }: Pick<SeededApp, 'services'>) {
  const head = await services.store.log.head();
  while (services.store.log.feedState().sequence < head) await new Promise((resolve) => setTimeout(resolve, 10));
  return [services.areas!, services.areas!.inPreview].map(({ current }) => current.areas);
}

test('the index of areas of each server follows edits made on another server', async () => {
  const id = idOf('countries/fr');
  const record = { title: { en: 'France' }, alpha3: 'FRA', officialLanguages: ['fr'] };
  const renamed = { ...record, title: { en: 'French Republic' } };
  const save = (more: object) => here.mutate('countrySave', { slug: 'fr', record, ...more });
  const steps: [string, () => Promise<unknown>][] = [
    ['a draft', () => save({ expectedRevision: 0 })],
    ['published', () => here.mutate('entryPublish', { id, expectedRevision: 1 })],
    ['drafted anew', () => save({ record: renamed, expectedRevision: 2 })],
    ['published anew', () => here.mutate('entryPublish', { id, expectedRevision: 3 })],
    ['unpublished', () => here.mutate('entryUnpublish', { id, expectedRevision: 4 })],
    ['published again', () => here.mutate('entryPublish', { id, expectedRevision: 5 })],
    ['retired', () => here.mutate('entryRetire', { id, expectedRevision: 6 })],
  ];
  const titles: unknown[] = [];
  const previewed: unknown[] = [];
  for (const [step, take] of steps) {
    await take();
    const knownAreas = await readAreas(there);
    const freshAreas = await readUncached();
    expect([step, knownAreas]).toEqual([step, freshAreas]);
    expect([step, await readAreas(here.app)]).toEqual([step, freshAreas]);
    const [publicTitle, inPreview] = knownAreas.map((areas) => areas.find(({ slug }) => slug === 'fr')?.titles['en']);
    titles.push(publicTitle);
    previewed.push(inPreview);
  }
  const [first, second] = ['France', 'French Republic'];
  expect(titles).toEqual([undefined, first, first, second, undefined, second, undefined]);
  expect(previewed).toEqual([first, first, second, second, second, second, undefined]);
});
