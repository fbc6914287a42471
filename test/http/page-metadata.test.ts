import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveRecords } from '../../src/records/save-records.js';
import { topic } from '../authoring/editing-server.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

const PUBLIC_URL = 'https://signpost.example.org';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ own: true, address: { publicUrl: PUBLIC_URL, allowedHosts: [] } });
});
afterAll(() => server.close());

async function get(url: string): Promise<{ status: number; type: string; body: string; location: string | undefined }> {
  const { statusCode, headers, body } = await server.inject({ url });
  return { status: statusCode, type: String(headers['content-type']), body, location: headers.location };
}

/** Returns the structured data (JSON-LD) of a page. */
async function factsOf(url: string): Promise<Record<string, unknown> & { mainEntity: Record<string, unknown> }> {
  const { body } = await get(url);
  return JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(body)![1]!) as never;
}

describe('page metadata', () => {
  it('every public page is in the sitemap in every locale, at the public URL', async () => {
    const { status, type, body } = await get('/sitemap.xml');
    expect([status, type]).toEqual([200, 'application/xml; charset=utf-8']);
    for (const path of ['/', '/topics', '/fr', '/country/it', '/fr/country/it', '/de/topic/osint'])
      expect(body).toContain(`<loc>${PUBLIC_URL}${path}</loc>`);
    // Questions that GraphiQL or the explorer answers have no page of their own.
    expect(body).toContain(`<loc>${PUBLIC_URL}/q/penalties-compared</loc>`);
    expect(body).not.toMatch(/\/q\/(?:cite-one-figure|where-boats-land)</);
    const { data } = await server.execute('{ topics(first: 0) { totalCount } }');
    expect(body.match(/\/fr\/topic\//g)).toHaveLength(data.topics.totalCount!);
  });

  it('a page is in the sitemap as soon as its entry is published', async () => {
    const address = `<loc>${PUBLIC_URL}/de/topic/newly-listed</loc>`;
    expect((await get('/sitemap.xml')).body).not.toContain(address);
    const kind = server.services.model.kind('Topic');
    const raw = topic('Newly listed');
    const record = { kind, slug: 'newly-listed', raw, originalLocale: null, publish: true, expectedRevision: 0 };
    const { outcome } = await saveRecords(server.services, [record], { author: 'Ada', message: 'a test' });
    expect(outcome).toBe('WRITTEN');
    expect((await get('/sitemap.xml')).body).toContain(address);
  });

  it('a page links to its file formats, and each exists', async () => {
    const { body } = await get('/fr/country/it');
    const links = [...body.matchAll(/<link\s+rel="alternate"\s+type="([^"]*)"\s+href="([^"]*)"/g)];
    expect(links.map(([, type, href]) => [type, href])).toEqual([
      ['application/json', `${PUBLIC_URL}/fr/country/it.json`],
      ['text/csv', `${PUBLIC_URL}/fr/country/it.csv`],
      ['application/x-bibtex', `${PUBLIC_URL}/fr/country/it.bib`],
    ]);
    const json = await get('/fr/country/it.json');
    expect(json.type).toContain('application/json');
    expect(JSON.parse(json.body)).toMatchObject({ slug: 'it', title: 'Italie' });
    const bib = await get('/country/it.bib');
    expect([bib.type, bib.body]).toEqual([
      'application/x-bibtex; charset=utf-8',
      expect.stringMatching(/^@\w+\{[\s\S]*Italy[\s\S]*https:\/\/signpost\.example\.org\/country\/it/),
    ]);
    const csv = await get('/country/it.csv');
    expect(csv.status).toBe(302);
    const file = await get(csv.location!);
    expect([file.status, file.type]).toEqual([200, expect.stringContaining('text/csv')]);
    expect(file.body.split('\n').length).toBeGreaterThan(10);
  });

  it('a format that a kind does not have, and any format of an unknown entry, respond with 404', async () => {
    for (const path of [
      '/event/annual-meeting-2024.csv',
      '/country/it.exe',
      '/country/nowhere.json',
      '/country/nowhere.csv',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('a page has structured data in the terms of schema.org', async () => {
    const event = await factsOf('/fr/event/annual-meeting-2024');
    expect(event).toMatchObject({
      '@type': 'WebPage',
      url: `${PUBLIC_URL}/fr/event/annual-meeting-2024`,
      inLanguage: 'fr',
      mainEntity: { '@type': 'Event', organizer: { url: `${PUBLIC_URL}/fr/organisation/eurojust` } },
    });
    expect(event.mainEntity['startDate']).toMatch(/^2024/);
    const dataset = await factsOf('/indicators/eurostat-asylum-applicants');
    expect(dataset.mainEntity).toMatchObject({
      '@type': 'Dataset',
      distribution: { contentUrl: `${PUBLIC_URL}/indicators/eurostat-asylum-applicants.csv` },
    });
  });

  it('a page has a title, a description, and one canonical URL', async () => {
    const { body } = await get('/law/it-tui-12?utm=x');
    expect(body).toContain(`<link rel="canonical" href="${PUBLIC_URL}/law/it-tui-12" />`);
    expect(body).toMatch(/<title>[^<]+ – Signpost<\/title>/);
    expect(body).toMatch(/<meta name="description" content="[^"]{20,}/);
  });
});
