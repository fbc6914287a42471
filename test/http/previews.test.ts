import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkPreviewLink, previewPath } from '../../src/reading/preview-link.js';
import { createVintage } from '../../src/records/submitted-figures.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { EditingServer } from '../authoring/editing-server.js';
import { loadModel } from '../../src/model/load-model.js';
import { HttpClient } from './http-client.js';

let editing: EditingServer;
let client: HttpClient;
let link: string;
beforeAll(async () => {
  editing = await EditingServer.start({ cacheBytes: 1_000_000, hasNoOtherWriter: true });
  await editing.app.app.listen({ port: 0, host: '127.0.0.1' });
  client = new HttpClient((editing.app.app.server.address() as AddressInfo).port);
  const { data } = await editing.editor(
    `mutation { topicSave(slug: "secret-topic", record: { title: { en: "A secret", fr: "Un secret" }, scheme: SUBJECT }, expectedRevision: 0) { revision previewLink } }`,
  );
  link = data.topicSave.previewLink!;
});
afterAll(async () => {
  client.close();
  await editing.close();
});

/** Opens a page over the network, so that the response cache applies. */
async function open(path: string) {
  const { status, headers, body } = await client.send({ path, headers: { accept: 'text/html' } });
  return { statusCode: status, headers, body: body.toString() };
}

describe('preview pages', () => {
  it('a preview is readable with its link in every locale, and is marked as a draft', async () => {
    expect(link).toMatch(/\/preview\/topic\/secret-topic\?until=\d+&signature=[\w-]{32}$/);
    const path = link.slice(link.indexOf('/preview'));
    const { statusCode, body } = await open(path);
    expect([statusCode, body]).toEqual([200, expect.stringContaining('<h1>A secret</h1>')]);
    expect(body).toContain('<strong>Draft.</strong> Not yet published');
    const [french] = /href="(\/fr\/preview[^"]*)"/.exec(body)!.slice(1);
    const translated = await open(french!.replaceAll('&amp;', '&'));
    expect(translated.body).toContain('<h1>Un secret</h1>');
    expect(translated.body).toContain('<strong>Brouillon.</strong>');
  });

  it('a preview has no links that work only for public pages', async () => {
    const { body } = await open(link.slice(link.indexOf('/preview')));
    const pageLinks = [...body.matchAll(/<a\b[^>]*? href="(\/[^"]*)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    );
    expect(pageLinks.length).toBeGreaterThan(10);
    for (const url of pageLinks.filter((href) => !/^\/(?:[a-z]{2}\/)?(?:graphi?ql)\b/.test(href))) {
      expect([url, (await open(url)).statusCode]).toEqual([url, 200]);
    }
    expect(body).not.toContain('class="cite"');
  });

  it('the preview of an area has its figures, and links to no other draft', async () => {
    const country = { title: { en: 'France' }, alpha3: 'FRA', officialLanguages: ['fr'] };
    const draft =
      'mutation ($record: CountryRecord!) { countrySave(slug: "fr", record: $record, expectedRevision: 0) { previewLink } }';
    const { data } = await editing.editor(draft, { record: country });
    const route = { title: { en: 'Over the Alps' }, code: 'ALPS', routeType: 'LAND', countries: ['fr', 'it'] };
    const saveMutation =
      'mutation ($record: RouteRecord!) { routeSave(slug: "alps", record: $record, expectedRevision: 0) { previewLink } }';
    const { data: saved } = await editing.editor(saveMutation, { record: route });
    const points = ['2022', '2023'].map((period) => ({ period, value: 7, state: 'REPORTED' as const }));
    const noMetadata = { flags: [], source: 'report-2023', note: null, lower: null, upper: null };
    const series = [{ area: 'FR', breakdown: {}, points: points.map((point) => ({ ...point, ...noMetadata })) }];
    const vintages = [createVintage('cases', series)];
    const committed = await editing.store.log.commit({ author: 'Ana', message: '', entries: [], vintages });
    expect(committed).toMatchObject({ committed: true });

    const figures =
      '{ country(by: { code: "FRA" }) { slug } indicator(slug: "cases") { series(areas: ["France"]) { area { code } } } }';
    expect(await editing.preview(figures)).toMatchObject({
      data: { country: { slug: 'fr' }, indicator: { series: [{ area: { code: 'FR' } }] } },
    });
    expect(await editing.reader(figures)).toMatchObject({
      data: { country: null, indicator: { series: [] } },
      extensions: { scope: [{ requested: [{ input: 'France', omission: 'UNKNOWN' }] }] },
    });

    const ownLinks = (body: string) =>
      [...body.matchAll(/<a\b[^>]*? href="(\/[^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
    for (const [address, text] of [
      [data.countrySave.previewLink!, 'Cases coordinated'],
      [saved.routeSave.previewLink!, 'Italy'],
    ] as const) {
      const { body } = await open(address.slice(address.indexOf('/preview')));
      expect(body).toContain(text);
      for (const url of ownLinks(body).filter((href) => !/^\/(?:[a-z]{2}\/)?(?:graphi?ql)\b/.test(href))) {
        expect([url, (await open(url)).statusCode]).toEqual([url, 200]);
      }
    }
  });

  it('a preview shows the draft of one entry, and only public data of others', async () => {
    const save = async (field: string, type: string, slug: string, record: object, more = '') => {
      const mutation = `mutation ($record: ${type}Record!) { saved: ${field}Save(slug: "${slug}", record: $record, expectedRevision: 0${more}) { previewLink userErrors { message } } }`;
      const { data } = await editing.editor<string>(mutation, { record });
      const { saved } = data as { saved: { previewLink: string | null; userErrors: object[] } };
      expect([slug, saved.userErrors]).toEqual([slug, []]);
      return saved.previewLink ?? '';
    };
    const secret = (text: string) => ({ title: { en: `Classified ${text}` } });
    await save('topic', 'Topic', 'hidden-topic', { ...secret('topic'), scheme: 'SUBJECT' });
    await save('source', 'Source', 'hidden-source', { ...secret('source'), publisherName: 'Classified publisher' });
    await save('organisation', 'Organisation', 'hidden-office', { ...secret('office'), organisationType: 'EU_AGENCY' });
    await save(
      'topic',
      'Topic',
      'open-topic',
      { title: { en: 'Open topic' }, scheme: 'SUBJECT' },
      ', options: { publish: true }',
    );
    await editing.editor(
      'mutation { topicPatch(slug: "open-topic", changes: { title: { en: "Classified new title" } }, expectedRevision: 1) { revision } }',
    );
    const shared = await save('resource', 'Resource', 'shared-draft', {
      title: { en: 'Shared draft' },
      summary: { en: 'Of the shared draft.' },
      resourceType: 'GUIDE',
      provider: 'hidden-office',
      topics: ['hidden-topic', 'open-topic'],
      citations: [{ source: 'hidden-source' }],
    });
    await save('leaflet', 'Leaflet', 'hidden-leaflet', {
      ...secret('leaflet'),
      issuer: 'agency',
      resources: ['shared-draft'],
    });
    const { statusCode, body } = await open(shared.slice(shared.indexOf('/preview')));
    expect([statusCode, body]).toEqual([200, expect.stringContaining('<h1>Shared draft</h1>')]);
    expect(body).toContain('Open topic');
    expect(body).toContain('Not public yet');
    expect(body).not.toMatch(/classified|hidden-/i);
  });

  it('a preview of an entry that quotes a draft indicator has no figures of it', async () => {
    const save = (field: string, type: string, slug: string, record: object) =>
      editing.editor(
        `mutation ($record: ${type}Record!) { saved: ${field}Save(slug: "${slug}", record: $record, expectedRevision: 0) { previewLink userErrors { message } } }`,
        { record },
      );
    const savedIndicator = await save('indicator', 'Indicator', 'hidden-cases', {
      title: { en: 'Hidden cases' },
      definition: { en: 'Cases.' },
      unit: 'cases',
      countingUnit: 'CASES',
      measure: 'FLOW',
      relevance: 'MEASURES',
      frequency: 'YEAR',
      absentMeans: 'MISSING',
      decimals: 0,
      publisher: 'agency',
    });
    expect(savedIndicator).toMatchObject({ data: { saved: { userErrors: [] } } });
    const writeEdition = async (value: number) => {
      const point = { period: '2023', value, state: 'REPORTED' as const, flags: [], source: 'report-2023', note: null };
      const vintages = [createVintage('hidden-cases', [{ area: 'IT', breakdown: {}, points: [point] }])];
      expect(await editing.store.log.commit({ author: 'Ana', message: '', entries: [], vintages })).toMatchObject({
        committed: true,
      });
    };
    await writeEdition(4711);
    const claim = { indicator: 'hidden-cases', area: 'countries/it', period: '2023', value: 4711 };
    const { data } = await save('trend', 'Trend', 'quoting-trend', {
      title: { en: 'Quoting trend' },
      summary: { en: 'It quotes.' },
      direction: 'RISING',
      claims: [{ statement: { en: 'It was 4711.' }, ...claim }],
      citations: [{ source: 'report-2023' }],
    });
    const { saved } = data as unknown as { saved: { previewLink: string; userErrors: object[] } };
    expect(saved.userErrors).toEqual([]);
    await writeEdition(4712);
    const { statusCode, body } = await open(saved.previewLink.slice(saved.previewLink.indexOf('/preview')));
    expect([statusCode, body]).toEqual([200, expect.stringContaining('It was 4711.')]);
    expect(body).not.toMatch(/4.?712/);
  });

  it('a preview says whether it differs from the public page', async () => {
    const save = (title: string, revision: number, publish = false) =>
      editing.editor(
        `mutation ($title: String!, $revision: Int!, $publish: Boolean!) { topicSave(slug: "compared", record: { title: { en: $title }, scheme: SUBJECT }, expectedRevision: $revision, options: { publish: $publish }) { revision previewLink } }`,
        { title, revision, publish },
      );
    const pageOf = async ({ data }: Awaited<ReturnType<typeof save>>) => {
      const address = data.topicSave.previewLink!;
      return (await open(address.slice(address.indexOf('/preview')))).body;
    };
    expect(await pageOf(await save('One', 0))).toContain('there is no public page.');
    await save('One', 1, true);
    const differing = await pageOf(await save('Two', 2));
    expect(differing).toContain('<a href="/topic/compared">This draft differs from the public page.</a>');
    expect(differing).not.toContain('there is no public page.');
    expect(await pageOf(await save('One', 3))).toContain(
      '<a href="/topic/compared">This draft has the same content as the public page.</a>',
    );
  });

  it('a preview is not cached and not indexed by search engines, and its signature is not logged', async () => {
    const path = link.slice(link.indexOf('/preview'));
    const encoded = path.replace('&signature', '&%73ignature').replace('?until', '?%75ntil');
    const paths = [path, `/fr${path}`, encoded, `/fr${encoded}`, `/fr${path.replace('/p', '/%70')}`];
    for (const url of [...paths, ...paths]) {
      const { headers, body } = await open(url);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect(body).toContain('<meta name="robots" content="noindex" />');
      expect(body).not.toMatch(/rel="canonical"|ld\+json|type="application\/json"/);
      expect(headers['etag']).toBeUndefined();
    }
    expect(JSON.stringify(editing.app.log)).not.toContain('signature');
    expect((await open('/topic/secret-topic')).statusCode).toBe(404);
  });

  it('a preview shows an edit immediately, however its URL is encoded', async () => {
    const save = (fr: string, revision: number) =>
      editing.editor(
        `mutation { topicSave(slug: "edited-topic", record: { title: { en: "Edited", fr: "${fr}" }, scheme: SUBJECT }, expectedRevision: ${revision}) { previewLink } }`,
      );
    const { data } = await save('Avant', 0);
    const ownLink = data.topicSave.previewLink!;
    const address = `/fr${ownLink.slice(ownLink.indexOf('/preview')).replace('&signature', '&%73ignature')}`;
    expect((await open(address)).body).toContain('<h1>Avant</h1>');
    await save('Après', 1);
    expect((await open(address)).body).toContain('<h1>Après</h1>');
  });

  it('a preview link is valid only for its entry, with the signed expiry time and its signature', async () => {
    const path = link.slice(link.indexOf('/preview'));
    const [, until, signature] = /until=(\d+)&signature=(.*)$/.exec(path)!;
    const last = signature!.endsWith('A') ? 'B' : 'A';
    for (const url of [
      '/preview/topic/secret-topic',
      `/preview/topic/osint?until=${until}&signature=${signature}`,
      `/preview/leaflet/secret-topic?until=${until}&signature=${signature}`,
      `/preview/topic/secret-topic?until=${Number(until) + 1}&signature=${signature}`,
      `/preview/topic/secret-topic?until=${until}&signature=${signature!.slice(0, -1)}${last}`,
      `/preview/topic/secret-topic?until=${until}&signature=`,
    ]) {
      const { statusCode, body } = await open(url);
      expect([url, statusCode]).toEqual([url, 404]);
      expect(body).not.toContain('A secret');
    }
  });

  it('a preview link is valid for a day', async () => {
    const { secrets } = editing.store;
    const entry = { kind: editing.app.services.model.kind('Topic'), slug: 'secret-topic' };
    const createdAt = new Date('2024-11-23T10:00:00Z');
    const search = new URL(await previewPath(entry, { secrets, now: createdAt }), 'http://host').searchParams;
    const isValidAt = async (now: string) => checkPreviewLink(entry, search, { secrets, now: new Date(now) });
    expect(await isValidAt('2024-11-24T09:59:59Z')).toBe('VALID');
    expect(await isValidAt('2024-11-24T10:00:01Z')).toBe('EXPIRED');
  });

  it('an expired preview link explains how to get a new one; a forged link does not', async () => {
    const { secrets } = editing.store;
    const createdAt = new Date(Date.now() - 2 * 24 * 3_600_000);
    const expired = async (slug: string) =>
      previewPath({ kind: editing.app.services.model.kind('Topic'), slug }, { secrets, now: createdAt });
    const { statusCode, body } = await open(await expired('secret-topic'));
    expect([statusCode, body]).toEqual([410, expect.stringContaining('<h1>This preview link has expired</h1>')]);
    expect(body).toContain('Ask the person who sent it for a new one.');
    expect(body).not.toMatch(/A secret|No secret/);
    const forged = (await expired('secret-topic')).replace(/signature=.{4}/, 'signature=AAAA');
    const none = forged.replace('secret-topic', 'no-such-topic');
    const [there, absent] = await Promise.all([open(forged), open(none)]);
    expect([there.statusCode, absent.statusCode]).toEqual([404, 404]);
    expect(there.body.replaceAll(/secret.topic/gi, '')).toBe(absent.body.replaceAll(/no.such.topic/gi, ''));
  });

  it('all servers of a database sign preview links with the same secret', async () => {
    const other = await openKnowledgeBase({ ...editing.app.place, model: loadModel('schema') });
    try {
      const [one, otherSecret] = await Promise.all([
        editing.store.secrets.getSecret('preview'),
        other.store.secrets.getSecret('preview'),
      ]);
      expect(one).toEqual(otherSecret);
      const createdSecrets = await Promise.all(
        [editing, other].map(({ store }) => store.secrets.getSecret('made-at-once')),
      );
      expect(createdSecrets[0]).toEqual(createdSecrets[1]);
      expect(createdSecrets[0]!.length).toBe(32);
      expect(createdSecrets[0]).not.toEqual(one);
    } finally {
      await other.store.close();
    }
  });

  it('a preview link redirects to the page of the entry once it is public, and saving it returns no new link', async () => {
    const { data } = await editing.editor(
      `mutation { topicSave(slug: "secret-topic", record: { title: { en: "No secret" }, scheme: SUBJECT }, expectedRevision: 1, options: { publish: true }) { revision previewLink } }`,
    );
    expect(data.topicSave).toMatchObject({ revision: 2, previewLink: null });
    const { statusCode, headers } = await open(link.slice(link.indexOf('/preview')));
    expect([statusCode, headers['location']]).toEqual([302, '/topic/secret-topic']);
  });
});
