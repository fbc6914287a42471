import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listOrders } from '../../src/pages/list/list-orders.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { pageReader, textOf } from './read-page.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
});
afterAll(() => server.close());

it('an empty list page says so, has no filters, and is not in the sitemap', async () => {
  const { body } = await server.inject({ url: '/countryUpdates', headers: { host: 'localhost:4000' } });
  expect(body).toContain('<p>There is nothing here yet.</p>');
  expect(body).not.toMatch(/class="facets"|results|rel="canonical"/);
  expect(body).toContain('<meta name="robots" content="noindex" />');
  const sitemap = await server.inject({ url: '/sitemap.xml', headers: { host: 'localhost:4000' } });
  expect(sitemap.body).toContain('/countries</loc>');
  expect(sitemap.body).not.toContain('/countryUpdates</loc>');
  const { body: narrowed } = await server.inject({ url: '/resources?resourceType=TRAINING&audiences=DEFENCE' });
  expect(narrowed).toContain('<p>No results for these filters.</p>');
});

const AS_BROWSER = { accept: 'text/html' };

const page = pageReader(() => server);

function countIn(body: string): number {
  if (body.includes('<p>There is nothing here yet.</p>')) return 0;
  return Number(/<b class="num">(\d+)<\/b>/.exec(body)![1]);
}

function linksIn(body: string, pattern: RegExp): string[] {
  return [...body.matchAll(/href="([^"]*)"/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((href) => pattern.test(href));
}

test('every kind has a list page that links to its entries, and is smaller than 60 kB', async () => {
  for (const { plural, singular, name, page: otherPage } of server.services.model.kinds) {
    const { data } = await server.execute(`{ ${plural} { totalCount } }`);
    // If another page lists the entries of a kind, a URL with a sort order still returns the list page of the kind.
    const body = await page(otherPage === null ? `/${plural}` : `/${plural}?sort=TITLE`);
    expect([name, countIn(body), body.length < 60_000]).toEqual([name, data[plural].totalCount, true]);
    const entries = linksIn(body, new RegExp(`^${otherPage ?? `/${singular}`}/`));
    expect([name, entries.length > 0]).toEqual([name, data[plural].totalCount > 0]);
  }
});

test('the default sort order of a list page is by title, and for events and cases by date, the newest first', () => {
  const { model } = server.services;
  const first = new Map(model.kinds.map((kind) => [kind.name, listOrders(model, kind)[0]]));
  for (const kind of ['Event', 'Case']) {
    expect(first.get(kind)).toMatchObject({ name: 'STARTS_ON', direction: 'DESC' });
    first.delete(kind);
  }
  expect([...first.values()]).toEqual(
    [...first].map(() => expect.objectContaining({ name: 'TITLE', direction: 'ASC' })),
  );
});

test('a list page is filtered by its URL, and shows each filter with a link that removes it', async () => {
  const body = await page('/fr/resources?stages=EVIDENCE_GATHERING&topics=electronic-evidence&resourceType=GUIDE');
  const { data } = await server.execute(
    `{ resources(filter: { stages: { hasAny: [EVIDENCE_GATHERING] }, resourceType: { eq: GUIDE },
        topics: { some: { slug: { eq: "electronic-evidence" } } } }) { totalCount } }`,
  );
  expect(data.resources.totalCount).toBeGreaterThan(0);
  expect(countIn(body)).toBe(data.resources.totalCount);
  expect(body).toMatch(/name="stages"\s+value="EVIDENCE_GATHERING"\s+checked/);
  expect(body).toMatch(/Thèmes\u202f:\s+Preuves électroniques/);
  const without = linksIn(body, /^\/fr\/resources\?/).find((href) => !href.includes('topics='))!;
  expect(countIn(await page(without))).toBeGreaterThan(countIn(body));
});

test('cases are listed newest first, each with its date before its type', async () => {
  const body = await page('/cases');
  const years = [...body.matchAll(/<h2 class="year">(\d{4})<\/h2>/g)].map(([, year]) => year!);
  expect(years.length).toBeGreaterThan(2);
  expect(years).toEqual(years.toSorted().toReversed());
  expect(body).toMatch(
    /<time datetime="2025-09-17">17 September 2025<\/time><\/span\s*>\s*<span[^>]*>\s*Investigation/,
  );
});

test('links of a list page to other locales omit a filter by a localised text, because texts differ between locales', async () => {
  const body = await page(
    '/fr/events?mode=IN_PERSON&eventSeries=R%C3%A9unions+d%E2%80%99Eurojust+sur+le+trafic+de+migrants',
  );
  expect(countIn(body)).toBeGreaterThan(1);
  expect(linksIn(body, /^\/de\/events/)).toEqual(['/de/events?mode=IN_PERSON']);
});

test('a list page accepts the former name of a filter in its URL', async () => {
  const former = await page('/resources?type=TRAINING');
  expect(countIn(former)).toBe(countIn(await page('/resources?resourceType=TRAINING')));
  expect(countIn(former)).toBeLessThan(countIn(await page('/resources')));
});

test('a list page has every filter value with name and count, collapsed after the first twelve', async () => {
  const { data } = await server.execute(
    '{ laws { facets(first: 100) { area { value { slug title } count } } } resources { facets(first: 100) { resourceType { value count } } } }',
  );
  const areas = data.laws.facets.area as { value: { slug: string; title: string }; count: number }[];
  const types = data.resources.facets.resourceType as { value: string; count: number }[];
  expect([areas.length > 12, types.length > 12]).toEqual([true, true]);
  const [laws, resources] = [await page('/laws'), await page('/resources')];
  const checkboxes = (body: string, name: string) =>
    [
      ...body.matchAll(
        new RegExp(`name="${name}"\\s+value="([^"]*)"[^<]*<span\\s*>([^<]*)</span[^<]*<span class="num">(\\d+)`, 'g'),
      ),
    ].map(([, ...groups]) => groups);
  expect(checkboxes(laws, 'area')).toEqual(areas.map(({ value, count }) => [value.slug, value.title, String(count)]));
  expect(checkboxes(resources, 'resourceType').map(([value]) => value)).toEqual(types.map(({ value }) => value));
  const details = [...laws.matchAll(/<details>\s*<summary>Show (\d+) more<\/summary>([\s\S]*?)<\/details>/g)];
  const folded = details.find(([, , values]) => values!.includes('name="area"'))!;
  expect([Number(folded[1]), checkboxes(folded[2]!, 'area').length]).toEqual([areas.length - 12, areas.length - 12]);

  // The selected value is shown by name and remains visible, whatever other filters are set.
  const rare = areas.at(-1)!.value;
  for (const search of [`area=${rare.slug}`, `area=${rare.slug}&level=INTERNATIONAL`]) {
    const body = await page(`/laws?${search}`);
    expect(body).toContain(`<span class="vh">Remove: </span>Area: ${rare.title}`);
    expect(body.replace(/<details>[\s\S]*?<\/details>/g, '')).toMatch(
      new RegExp(`name="area"\\s+value="${rare.slug}"\\s+checked`),
    );
  }
});

test('the direction of a trend has a label and an icon, in lists, filters, facts and on the home page', async () => {
  const marked = (name: string, word: string) =>
    new RegExp(
      `<span class="dir ${name}"\\s*><svg viewBox="0 0 24 24" aria-hidden="true"><path d="[^"]+" /></svg>${word}<`,
    );
  for (const url of ['/trends', '/trend/cases-record', '/']) expect(await page(url)).toMatch(marked('r', 'Rising'));
  expect(await page('/fr/trends?direction=FALLING')).toMatch(marked('f', 'En baisse'));
  expect(await page('/de/topic/electronic-evidence')).toMatch(marked('s', 'Gleichbleibend'));
});

test('the list of trends has the sources of each trend, on its page and in its CSV file', async () => {
  const body = await page('/trends?topics=money-transfer');
  const rows = body.split('<ul class="rows">')[1]!.split('</ul>')[0]!.match(/<li>/g)!;
  expect(rows.length).toBeGreaterThan(1);
  expect(body.match(/<p class="small soft">\s*Sources: <a href="\/source\//g)).toHaveLength(rows.length);
  const [file] = linksIn(body, /format=csv/);
  const { body: csv } = await server.inject({ url: file! });
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  expect(head).toContain('citation');
  expect(lines.filter((line) => !line.includes('https://'))).toEqual([]);
});

test('a list page filtered by language links to the entries without a recorded language, with their number', async () => {
  const topic = 'topics=electronic-evidence';
  const body = await page(`/resources?languages=fr&${topic}`);
  const [, path, count] = /Languages, not recorded: <a href="([^"]*)">(\d+)<\/a>/.exec(body)!;
  const { data } = await server.execute(`{ resources(first: 0, filter: { languages: { exists: false },
    topics: { some: { slug: { eq: "electronic-evidence" } } } }) { totalCount } }`);
  expect(Number(count)).toBe(data.resources.totalCount);
  const unrecorded = await page(path!.replaceAll('&amp;', '&'));
  expect(countIn(unrecorded)).toBe(Number(count));
  expect(unrecorded).toContain('Languages: not recorded');
  expect(unrecorded).not.toContain('Ignored');
  expect(await page(`/resources?${topic}`)).not.toContain('not recorded');
});

test('the list of trends shows the period in which each was observed', async () => {
  expect(await page('/trends')).toMatch(/<time datetime="2020">2020<\/time> – <time datetime="2023">2023<\/time>/);
});

test('the list of topics is a tree in every locale, and a flat list if filtered', async () => {
  const { data } = await server.execute('{ topics(first: 100) { totalCount nodes { slug broader { slug } } } }');
  for (const language of ['', '/fr', '/de', '/es', '/it']) {
    const body = await page(`${language}/topics`);
    const above: (string | null)[] = [];
    const found: [string, string | null][] = [];
    // Walks down the nested lists, tracking the parent of each entry.
    let last: string | null = null;
    for (const [token, slug] of body
      .slice(body.indexOf('class="tree"'))
      .matchAll(/<ul>|<\/ul>|href="[^"]*\/topic\/([^"]*)"/g)) {
      if (token === '<ul>') above.push(last);
      else if (slug === undefined) {
        if (above.length === 0) break;
        above.pop();
      } else found.push([(last = slug), above.at(-1) ?? null]);
    }
    const wanted = data.topics.nodes.map(({ slug, broader }: { slug: string; broader: { slug: string } | null }) => [
      slug,
      broader?.slug ?? null,
    ]);
    expect([language, Object.fromEntries(found)]).toEqual([language, Object.fromEntries(wanted)]);
    expect(found).toHaveLength(data.topics.totalCount);
  }
  const body = await page('/topics?scheme=DIGITAL_USE');
  expect([body.includes('class="tree"'), linksIn(body, /^\/topic\//).length]).toEqual([false, countIn(body)]);
});

test('the "See all" link of an inverse link opens a list page with exactly the linking entries', async () => {
  const body = await page('/topic/migrant-smuggling');
  const [topicsLink] = linksIn(body, /^\/\w+\?topics=/);
  const linkCount = Number(
    /See all \((\d+)\)/.exec(body.slice(body.indexOf(topicsLink!.replaceAll('&', '&amp;'))))![1],
  );
  expect(countIn(await page(topicsLink!))).toBe(linkCount);
  expect(countIn(await page('/groups?membersCountry=it'))).toBeGreaterThan(3);
});

test('the pages of a list contain all entries once, and sorting by date starts with the newest', async () => {
  const first = await page('/resources?sort=PUBLISHED_ON');
  const years = [...first.matchAll(/<time datetime="(\d{4})/g)].map(([, year]) => year!);
  expect(years).toEqual(years.toSorted().reverse());
  let seen = linksIn(first, /^\/resource\//).length;
  for (let next: string | undefined = linksIn(first, /[?&]after=/)[0]; next !== undefined;) {
    const body = await page(next);
    seen += linksIn(body, /^\/resource\//).length;
    next = linksIn(body, /[?&]after=/)[0];
  }
  expect(seen).toBe(countIn(first));
  // A list with several pages has a pager.
  expect(first).toContain('<nav class="pager" aria-label="Other pages">');
});

test('the CSV file of a list page contains all entries of the list', async () => {
  const body = await page('/resources?resourceType=NETWORK');
  const [file] = linksIn(body, /^\/graphql\?format=csv/);
  const { body: csv, headers } = await server.inject({ url: file! });
  expect(headers['content-type']).toContain('text/csv');
  expect(csv.trim().split('\n').length).toBe(countIn(body) + 1);
});

test('a list page ignores and reports unknown filter values, and rejects the cursor of another list with an error page', async () => {
  const resourceCount = countIn(await page('/resources'));
  const hostile = encodeURIComponent('"><script>');
  const body = await page(`/resources?resourceType=${hostile}&nothing=1&topics=${hostile}&sort=${hostile}`);
  expect(countIn(body)).toBe(resourceCount);
  expect(body).not.toContain('<script>');
  expect(body).toContain('no such filter or value: <code>resourceType=&quot;&gt;&lt;script&gt; nothing=1 ');
  expect(await page('/resources?resourceType=NETWORK&sort=TITLE&audiences=')).not.toContain('no such filter');
  const { statusCode, body: errorPage } = await server.inject({ url: '/topics?after=x', headers: AS_BROWSER });
  expect([statusCode, errorPage]).toEqual([400, expect.stringContaining('This cannot be shown')]);
  // A user who followed an old link gets links to other pages.
  expect(errorPage).toContain('id="begin"');
});

test('an unknown page or entry responds with an error page to browsers, and with JSON to programs', async () => {
  const missing = await server.inject({ url: '/fr/topic/electronic-evidense', headers: AS_BROWSER });
  expect([missing.statusCode, missing.headers['content-language']]).toEqual([404, 'fr']);
  expect(missing.body).toContain('Page introuvable');
  expect(linksIn(missing.body, /^\/fr\/topic\//)).toContain('/fr/topic/electronic-evidence');
  const missingPage = await server.inject({ url: '/de/nowhere', headers: AS_BROWSER });
  expect([missingPage.statusCode, missingPage.headers['cache-control']]).toEqual([404, 'no-store']);
  expect(missingPage.body).toContain('Seite nicht gefunden');
  expect(missing.body).toMatch(/<input id="q"[^>]* value="electronic evidense"/);
  for (const plural of ['resources', 'topics'])
    expect(linksIn(missingPage.body, /^\/de\/\w+$/)).toContain(`/de/${plural}`);
  const program = await server.inject({ url: '/topic/nothing' });
  expect(program.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test('filters on fields of an embedded object apply to the same object, and have the labels of the fields', async () => {
  const { body } = await server.inject({
    url: '/fr/countries?cooperationType=LIAISON_PROSECUTOR&cooperationState=NONE',
  });
  expect([...body.matchAll(/class="t" href="\/fr\/country\/([a-z]+)"/g)].map(([, slug]) => slug)).toEqual(['li']);
  const [chips = ''] = /<p class="picked">[\s\S]*?<\/p>/.exec(body) ?? [];
  expect(chips).toMatch(/État\s: /);
  expect(chips).not.toContain('lang="en"');
});

test('the facet of the use of online services says so, since topics have the same names', async () => {
  const legends = async (url: string) =>
    [...(await page(url)).matchAll(/<legend>([\s\S]*?)<\/legend>/g)].map(([, text]) => textOf(text!).trim());
  expect(await legends('/trends')).toEqual(
    expect.arrayContaining(['Online service', 'Online service used for', 'Topics']),
  );
  expect(await legends('/fr/trends')).toContain('Usage du service en ligne');
});
