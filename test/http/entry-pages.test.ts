import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EditingServer, idOf, topic } from '../authoring/editing-server.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

test('the page of an entry has its title and links in both directions, in the locale of the URL', async () => {
  const { body, headers } = await server.inject({ url: '/fr/event/annual-meeting-2024' });
  expect(headers['content-type']).toContain('text/html');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(body).toContain('<h1>Réunion annuelle 2024 sur le trafic de migrants</h1>');
  expect(body).toContain('href="/fr/organisation/eurojust"');
  expect(body).toMatch(/<a class="t" href="\/fr\/leaflet\/[a-z0-9-]+">Dépliant sur les ressources/);
  expect(body).not.toMatch(/<script(?! type="application\/ld\+json")/);
});

test('the locale of a page depends only on the URL', async () => {
  const fetchPage = async (url: string) => {
    const { headers, body } = await server.inject({ url, headers: { 'accept-language': 'de' } });
    return [headers['content-language'], headers['vary'], /<h1>(.*)<\/h1>/.exec(body)?.[1]];
  };
  expect(await fetchPage('/topic/migrant-smuggling')).toEqual(['en', 'accept-encoding', 'Migrant smuggling']);
  expect(await fetchPage('/fr/topic/migrant-smuggling')).toEqual(['fr', 'accept-encoding', 'Trafic de migrants']);
  expect(await fetchPage('/topic/migrant-smuggling?locale=de')).toEqual([
    'de',
    'accept-encoding',
    'Migrantenschleusung',
  ]);
  const { statusCode, body } = await server.inject({ url: '/topic/migrant-smuggling?locale=xx' });
  expect([statusCode, body]).toEqual([400, expect.stringContaining('en, fr, de, es, it')]);
});

test('a URL in capitals or with a trailing slash redirects to the page, never to another site', async () => {
  const redirectOf = async (url: string) => {
    const { statusCode, headers } = await server.inject({ url });
    return [statusCode, headers['location']];
  };
  for (const [url, page] of [
    ['/country/it/', '/country/it'],
    ['/COUNTRY/IT', '/country/it'],
    ['/fr/Country/it/history/', '/fr/country/it/history'],
    ['/FR', '/fr'],
    ['/De/countries/?cooperationType=PROJECT', '/de/countries?cooperationType=PROJECT'],
    ['/countryUpdates/', '/countryUpdates'],
    ['/COUNTRYUPDATES', '/countryUpdates'],
    ['/Search?q=Visa', '/search?q=Visa'],
  ] as const) {
    expect([url, await redirectOf(url)]).toEqual([url, [301, page]]);
  }
  for (const url of [
    '/nothing/',
    '//example.org/',
    '//example.org/country/it',
    '//country/it',
    '/country',
    '/country/it/nothing',
  ]) {
    expect([url, await redirectOf(url)]).toEqual([url, [404, undefined]]);
  }
  expect((await server.inject({ url: '/country/it/', method: 'POST' })).statusCode).toBe(404);
});

test('the URL and the id of a replaced entry lead to the entry of another kind that replaced it', async () => {
  for (const [url, page] of [
    ['/resource/dsa', '/law/eu-2022-2065'],
    ['/fr/resource/eio?a=1', '/fr/law/eu-2014-41?a=1'],
    ['/resource/kinsa-judgment.json', '/law/eu-cjeu-460-23.json'],
  ]) {
    for (const accept of ['text/html', '*/*']) {
      const { statusCode, headers } = await server.inject({ url, headers: { accept } });
      expect([url, statusCode, headers['location']]).toEqual([url, 301, page]);
    }
  }
  const id = Buffer.from('resources/un-protocol').toString('base64url');
  const query = `query Replaced($id: ID!) { node(id: $id) { id ... on Law { slug title } } nodes(ids: [$id]) { id }
    resource(slug: "un-protocol") { slug status } }`;
  const answer = await server.inject({ method: 'POST', url: '/graphql', payload: { query, variables: { id } } });
  const law = Buffer.from('laws/un-som-protocol').toString('base64url');
  expect(answer.json()).toEqual({
    data: {
      node: { id: law, slug: 'un-som-protocol', title: expect.stringContaining('Smuggling of Migrants') },
      nodes: [{ id: law }],
      resource: { slug: 'un-protocol', status: 'RETIRED' },
    },
  });
});

test('the list of resources links to the legal instruments among the laws', async () => {
  const { body } = await server.inject({ url: '/resources' });
  const [, address = ''] = /href="(\/laws\?[^"]*)"/.exec(body)!;
  const { body: laws } = await server.inject({ url: address.replaceAll('&amp;', '&') });
  expect(laws).toContain('href="/law/eu-2022-2065"');
  expect(laws).not.toContain('href="/law/it-tui-12"');
});

test('the page of an entry has alternate links to itself in every locale', async () => {
  const alternates = async (url: string) => {
    const { body } = await server.inject({ url, headers: { host: 'localhost:4000' } });
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(body)?.[1];
    return [canonical, ...[...body.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(String)];
  };
  const [english, ...otherAlternates] = await alternates('/country/it');
  const [french, ...ofFrench] = await alternates('/fr/country/it');
  expect([english, french]).toEqual(['http://localhost:4000/country/it', 'http://localhost:4000/fr/country/it']);
  expect(otherAlternates).toEqual(ofFrench);
  expect(otherAlternates.join()).toContain('hreflang="x-default" href="http://localhost:4000/country/it"');
});

test.each([
  ['/country/gr', 'capital', 'Athens'],
  ['/event/annual-meeting-2025', 'place', 'The Hague'],
])('the page %s shows its %s in the fact band, not in a separate section', async (url, field, text) => {
  const { body } = await server.inject({ url });
  expect(body).not.toContain(`id="${field}"`);
  expect(body.split(`>${text}<`)).toHaveLength(2);
});

test('many inverse links on an entry page are grouped by an enum, such as the type', async () => {
  const { body } = await server.inject({ url: '/topic/electronic-evidence' });
  const from = body.indexOf('<section id="relevantResources"');
  const resources = body.slice(from, body.indexOf('</section>', from)).replace(/\s+/g, ' ');
  expect(resources).toMatch(/<dl class="bykind"> ?<dt> ?[A-Z][a-z ]+ <span class="soft num">\d+<\/span>/);
  // The page lists all twenty resources, not only the first twelve.
  expect(resources.match(/<a class="t"/g)!.length).toBeGreaterThan(12);
  // A value that two fields of an entry have in common is shown once.
  expect(body).toMatch(/<span>European Union<\/span>/);
  expect(body).not.toMatch(/<span>European Union<\/span>\s*<span>European Union<\/span>/);
  // Inverse links with few entries are listed individually.
  expect(body).toMatch(/<ul class="(rows|two)">/);
});

test('alternative names, whose languages are unknown, are marked with an empty lang attribute', async () => {
  const { body } = await server.inject({ url: '/de/topic/informal-value-transfer' });
  expect(body).toContain('<span lang="">système bancaire parallèle</span>');
  expect(body).toContain('IVTS,');
  expect(body).not.toMatch(/<span lang="en">(?:système|hawaladar)/);
});

test('the steps of a resource are numbered, with a label before each fact', async () => {
  const { body } = await server.inject({ url: '/fr/resource/on-call-coordination' });
  const steps = /<section id="steps".*?<\/section>/s.exec(body)![0];
  expect(steps.match(/<li>/g)).toHaveLength(3);
  expect(steps).toMatch(/Comment procéder.*<b>Adresser une demande urgente<\/b>\s*<br \/>Le dispositif permanent/s);
  expect(steps).toMatch(/Délai\u{202f}:\s*<\/span>24 heures sur 24/u);
  expect(steps).not.toContain('Texte');
});

test('an entry page lists each source once, with all quotations from it', async () => {
  const { body } = await server.inject({ url: '/trend/crypto-payments' });
  const [sources = ''] = /<section id="sources".*?<\/section>/s.exec(body) ?? [];
  expect(sources.match(/href="\/source\/aml-emsc-2024"/g)).toHaveLength(1);
  expect(sources.match(/<blockquote>/g)).toHaveLength(2);
});

test('a link to a file with figures has the number of its rows', async () => {
  const read = async (url: string) => (await server.inject({ url })).body;
  const [, path, count] = /href="(\/q\/series\.csv[^"]*)".*?<span>(\d+) rows<\/span>/s.exec(await read('/country/it'))!;
  const csv = (await read(path!.replaceAll('&amp;', '&'))).trim().split('\n');
  expect(csv).toHaveLength(Number(count) + 1);
  const [, archive, rows] = /href="(\/q\/figures-of-a-topic\.zip[^"]*)"\s*>[^<]*<small>([\d,]+) rows/s.exec(
    await read('/topic/small-boats'),
  )!;
  const points = await read(archive!.replaceAll('&amp;', '&').replace('.zip', '.csv'));
  expect(points.trim().split('\n')).toHaveLength(Number(rows!.replace(',', '')) + 1);
});

test('an entry page has a preview image for sharing on other sites', async () => {
  const { body } = await server.inject({ url: '/country/it', headers: { host: 'localhost:4000' } });
  expect(body).toMatch(/property="og:image"\s+content="http:\/\/localhost:4000\/graphiql\/card.png"/);
});

test('a code in upper or lower case redirects to the canonical URL of its entry', async () => {
  const redirectOf = async (url: string) => {
    const { statusCode, headers } = await server.inject({ url });
    return [statusCode, headers['location']];
  };
  expect(await redirectOf('/country/IT')).toEqual([301, '/country/it']);
  expect(await redirectOf('/fr/country/IT?a=1')).toEqual([301, '/fr/country/it?a=1']);
  // Greece has two codes; its slug is one of them.
  expect(await redirectOf('/de/country/el')).toEqual([301, '/de/country/gr']);
  expect((await redirectOf('/country/XX'))[0]).toBe(404);
});

test('the entry page of each kind is smaller than 60 kB', async () => {
  for (const { plural } of server.services.model.kinds) {
    const { data } = await server.execute(`{ ${plural}(first: 1) { nodes { path } } }`);
    const [first] = data[plural].nodes as { path: string }[];
    if (!first) continue;
    const { statusCode, body } = await server.inject({ url: first.path });
    expect([first, statusCode, body.length < 60_000]).toEqual([first, 200, true]);
  }
});

test('a retired entry has a page that says so, links to its list and history, and is not cached', async () => {
  const editing = await EditingServer.start();
  const { entry } = await editing.mutate('topicSave', {
    slug: 'gone',
    expectedRevision: 0,
    publish: true,
    record: topic('Gone <for> good'),
  });
  await editing.mutate('entryRetire', { id: idOf('topics/gone'), expectedRevision: entry.revision });
  const { statusCode, headers, body } = await editing.app.inject({
    url: '/topic/gone',
    headers: { accept: 'text/html' },
  });
  expect([statusCode, headers['cache-control']]).toEqual([410, 'no-store']);
  expect(body).toContain('<h1>Gone &lt;for&gt; good</h1>');
  expect(body).toContain('This entry has been withdrawn');
  expect(body).toContain('href="/topic/gone/history"');
  // The page shows the kind, and links to the list that contained the entry.
  expect(body).toMatch(/<p class="eyebrow">\s*Topic\s*<\/p>/);
  expect(body).toMatch(/aria-label="Breadcrumb"[\s\S]*?href="\/topics"[\s\S]*?<\/nav>/);
  expect(body).toMatch(/href="\/topics"\s+aria-current="true"/);
  expect((await editing.app.inject({ url: '/topic/gone/history' })).statusCode).toBe(200);
  // Other formats also respond 410, including those for programs.
  for (const url of ['/topic/gone', '/topic/gone.json', '/topic/gone.bib']) {
    const plain = await editing.app.inject({ url });
    expect([url, plain.statusCode, plain.json()]).toEqual([
      url,
      410,
      { errors: [{ message: 'The topic "gone" was withdrawn.', extensions: { code: 'NOT_FOUND' } }] },
    ]);
    const page = await editing.app.inject({ url, headers: { accept: 'text/html' } });
    expect([page.statusCode, page.body.includes('<h1>Gone &lt;for&gt; good</h1>')]).toEqual([410, true]);
  }
  await editing.close();
});

test('a retired entry without a replacement links to the most similar one', async () => {
  const editing = await EditingServer.start({ withSearch: true });
  const save = (slug: string, title: string) =>
    editing.mutate('topicSave', { slug, expectedRevision: 0, publish: true, record: topic(title) });
  await save('old-ferries', 'Old ferries');
  await save('new-ferries', 'New ferries');
  await editing.mutate('entryRetire', { id: idOf('topics/old-ferries'), expectedRevision: 1 });
  const nearest = async () =>
    (await editing.app.inject({ url: '/topic/old-ferries', headers: { accept: 'text/html' } })).body;
  while (!(await nearest()).includes('href="/topic/new-ferries"')) await setTimeout(20);
  expect(await nearest()).toMatch(/<h2 id="others">Related<\/h2>/);
  await editing.close();
});

test('the page of an unknown entry or invalid slug responds with a client error', async () => {
  for (const slug of ['no-such-event', '..%2f..%2fetc', '%00', 'A'.repeat(200)]) {
    const { statusCode, body } = await server.inject({ url: `/event/${slug}` });
    expect([404, 400, 414]).toContain(statusCode);
    expect(body).not.toContain('<html');
  }
});

test('a URL that cannot be decoded responds with 404', async () => {
  for (const url of ['/event/%E0%A4%A', '/fr/event/%E0%A4%A', '/%E9?a=%E9', '/%']) {
    const { statusCode, headers, body } = await server.inject({ url });
    expect([url, statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([url, 404, 'NOT_FOUND']);
    expect(headers['content-security-policy']).toBeDefined();
  }
});
