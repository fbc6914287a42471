import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EditingServer, topic } from '../authoring/editing-server.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { pageReader, textOf } from './read-page.js';

let editing: EditingServer;
beforeAll(async () => {
  editing = await EditingServer.start();
  const save = (expectedRevision: number, publish: boolean, record: object) =>
    editing.mutate('topicSave', {
      slug: 'told',
      expectedRevision,
      publish,
      record,
      message: `number ${expectedRevision + 1}`,
    });
  await save(0, true, topic('Told', { definition: { en: 'Boats that carry people.', fr: 'Des bateaux.' } }));
  await save(
    1,
    true,
    topic('Told', { definition: { en: 'Vessels that carry people.' }, altLabels: ['hulls', 'keels'] }),
  );
  await save(2, false, topic('Told in secret'));
});
afterAll(() => editing.close());

const page = pageReader(() => editing.app);

describe('history page', () => {
  it('the history of an entry lists public revisions, the newest first, with author and message', async () => {
    const body = await page('/topic/told/history');
    const text = textOf(body, ' ');
    expect(text).toMatch(/Revision 2 Ana · number 2 .*Revision 1 Ana · number 1/);
    expect(text).not.toContain('number 3');
    expect(body).not.toContain('Told in secret');
    expect(body).toContain('href="/topic/told/history?from=1&amp;to=2"');
    expect(body).toMatch(/<a href="\/topic\/told" ?>Told<\/a>/);
  });

  it('the history of an entry shows the differences between two revisions, with added and removed words', async () => {
    const body = await page('/topic/told/history?from=1&to=2');
    expect(body).toMatch(/<del>Boats<\/del>\s*that carry people\./);
    expect(body).toMatch(/<ins>Vessels<\/ins>\s*that carry people\./);
    expect(textOf(body, ' ')).toMatch(/Definition, French Des bateaux\. –/);
    expect(textOf(body, ' ')).toMatch(/Also called 1 – hulls Also called 2 – keels/);
    expect(body).toContain('<meta name="robots" content="noindex" />');
  });

  it('the history of an entry hides drafts, and responds with 404 for them and for unknown revisions', async () => {
    for (const search of ['from=2&to=3', 'from=1&to=9']) {
      const body = await page(`/topic/told/history?${search}`, { status: 404 });
      expect(body).not.toContain('in secret');
    }
    await page('/topic/no-such-topic/history', { status: 404 });
  });

  it('the history of an entry is in the locale of the URL, and linked from the page of the entry', async () => {
    expect(await page('/fr/topic/told/history')).toContain('<h1>Historique de la page</h1>');
    expect(await page('/fr/topic/told')).toContain('href="/fr/topic/told/history"');
  });
});

describe('page of all changes', () => {
  it('the page of all changes lists them newest first, with links to entries, and without drafts', async () => {
    const body = await page('/changes');
    const text = textOf(body, ' ');
    expect(text).toMatch(/Ana · number 2 .*Ana · number 1 /);
    expect(body).toContain('<a href="/topic/told">Told</a>');
    expect(body).toContain('href="/topic/told/history"');
    expect(text).not.toMatch(/number 3|in secret/);
    expect(text).toMatch(/See all \d+ changes/);
  });

  it('the page of all changes marks imports from files, and links to the history of each entry', async () => {
    const [changes, history] = [await page('/changes'), await page('/country/it/history')];
    for (const body of [changes, history]) {
      expect(textOf(body, ' ')).toContain('Imported');
      expect(textOf(body, ' ')).not.toMatch(/\bseed\b/);
    }
    expect(textOf(await page('/'), ' ')).not.toMatch(/\bseed\b/);
    expect(textOf(changes)).not.toContain('History of this page');
    expect(changes).toMatch(/<a href="\/topic\/told\/history"\s*>History<span class="vh">: Told<\/span><\/a/);
  });

  it('the page of all changes is linked from the footer of every page', async () => {
    expect(await page('/de/topic/told')).toContain('<a href="/de/changes">Was sich geändert hat</a>');
  });
});

describe('page of one change', () => {
  let server: SeededApp;
  beforeAll(async () => {
    server = await seededApp();
  });
  afterAll(() => server.close());
  const seeded = pageReader(() => server);

  it('the page of the first change of a seeded database lists all entries page by page', async () => {
    const href = /<a href="(\/changes\?at=[^"]+)">See all ([\d\s,]+) changes<\/a>/;
    const [, path, more] = href.exec(await seeded('/changes'))!;
    expect(href.exec(await seeded('/'))![1]).toBe(path);
    const titles: string[] = [];
    let first = '';
    for (let nextPath: string | undefined = path!.replaceAll('&amp;', '&'); nextPath !== undefined;) {
      const body: string = await seeded(nextPath);
      if (first === '') first = body;
      expect(Buffer.byteLength(body)).toBeLessThan(60_000);
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main'));
      titles.push(...[...main.matchAll(/<p class="entry">\s*<a\s+href="([^"]+)"/g)].map(([, each]) => each!));
      nextPath = /<a href="([^"]+)" rel="next"/.exec(main)?.[1]!.replaceAll('&amp;', '&');
    }
    expect(titles.length).toBeGreaterThan(900);
    expect(titles.length).toBe(Number(more!.replace(/\D/g, '')));
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toEqual(expect.arrayContaining(['/country/it', '/territory/ax']));
    expect(textOf(first, ' ')).toMatch(/Entries changed together on \d+ \w+ \d{4} and not changed since\./);
    expect(textOf(await seeded(`/fr${path!}`), ' ')).toContain('Fiches modifiées ensemble');
    await seeded('/changes?at=2001-01-01T00:00:00.000Z', { status: 404 });
  });
});
