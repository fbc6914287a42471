import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { sampleCases } from '../support/sample-cases.js';
import { pageReader } from './read-page.js';

const FOLDER = 'seed/questions';
const questions = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    ...(parseYaml(readFileSync(`${FOLDER}/${name}`, 'utf8')) as { view?: string; explorer?: object }),
    slug: name.replace(/\.yaml$/, ''),
  }));
const listed = questions.filter(({ view }) => view !== 'JSON');
/** Slugs of the questions that have a page of their own. */
const slugs = listed.filter(({ explorer }) => !explorer).map(({ slug }) => slug);
const MAX_BYTES = 60_000;

let server: SeededApp;
beforeAll(async () => {
  const rate = { burst: 1000, perSecond: 1000 };
  server = await seededApp({ own: true, withSearch: true, withCounts: true, admission: { rate } });
});
afterAll(() => server.close());

const MINORS = 'unaccompanied-minors-by-country';

/** Removes the views of indicators from questions, so that these have pages of their own. */
async function removeViews(slugs: readonly string[]): Promise<void> {
  const { store } = server.services;
  const entries = slugs.map((slug) => ({ action: 'SAVE', kind: 'Question', slug }) as const);
  const states = await store.entries.currentStates(entries);
  await store.log.commit({
    author: 'test',
    message: '',
    entries: entries.map((entry, index) => {
      const { record, revision } = states[index]!;
      const { explorer: _, ...rest } = record;
      return { ...entry, expectedRevision: revision, status: 'PUBLISHED', originalLocale: 'en', record: rest };
    }),
  });
}

/** Sends a request like a browser. */
function open(url: string, headers: object = {}) {
  return server.inject({ url, headers: { host: 'localhost:4000', accept: 'text/html,*/*;q=0.8', ...headers } });
}

const page = pageReader(() => server, { host: 'localhost:4000' });

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(\w+|#39);/g, (sign, name: string) => ENTITIES[name] ?? sign)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the cells of the rows of a page's table. */
function rowsOf(html: string): string[][] {
  const [, body = ''] = /<tbody>(.*?)<\/tbody>/s.exec(html) ?? [];
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(cell!)),
  );
}

/** Returns the permanent link on a page. */
function permanentLinkIn(html: string): string {
  return /Permanent link:\s*<a href="([^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
}

/** Returns the facts of a page with one row, by label. */
function factsOf(html: string): Record<string, string> {
  const [, facts = ''] = /<dl class="facts">(.*?)<\/dl>/s.exec(html) ?? [];
  const pairs = facts.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/gs);
  return Object.fromEntries([...pairs].map(([, label, value]) => [plain(label!), plain(value!)]));
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
}

/** Returns the selected options of a page's form: values and titles. */
function selectedValuesIn(html: string): string[] {
  const options = html.matchAll(/<option value="([^"]*)"\s+selected\s*>([^<]*)/g);
  return [...options].map(([, value, title]) => `${value} ${title}`);
}

function noticeOf(html: string): string {
  return plain(/<div class="notice beware">(.*?)<\/div>/s.exec(html)?.[1] ?? '');
}

describe('list of questions', () => {
  test('the list of questions has all questions, grouped by role', async () => {
    const body = await page('/q');
    const links = new Set(linksOf(body).filter((href) => href.startsWith('/q/')));
    expect(links).toEqual(new Set(listed.map(({ slug }) => `/q/${slug}`)));
    const headings = [...body.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, text]) => text);
    expect(headings.slice(0, 3)).toEqual(['For analysts', 'For frontend teams', 'For content editors']);
  });

  test('the list of questions is searched in the locale of the page, ignoring case and accents', async () => {
    const body = await page('/fr/q?words=DEMANDEURS+plusieurs+cote');
    expect(linksOf(body).filter((href) => href.startsWith('/fr/q/'))).toEqual(['/fr/q/asylum-applicants-compared']);
    expect(body).toContain('<html lang="fr">');
    expect(body).toContain('value="DEMANDEURS plusieurs cote"');
    expect(await page('/q?words=no+such+words')).toContain('0 questions');
  });
});

describe('former URLs of questions', () => {
  test.each([
    ['/explore', '/indicators'],
    ['/explore/?locale=fr', '/fr/indicators'],
    [
      '/explore?question=asylum-applicants-compared&areas=IT&areas=ES&view=table&table=x',
      '/q/asylum-applicants-compared?areas=IT&areas=ES',
    ],
    ['/explore?question=eurojust-cases&locale=de', '/de/q/eurojust-cases'],
    ['/explore?query=%7Btopics%7BtotalCount%7D%7D', '/graphiql?query=%7Btopics%7BtotalCount%7D%7D'],
    ['/question/laws-by-topic', '/q/laws-by-topic'],
    ['/fr/question/LAWS-by-topic?topic=osint', '/fr/q/laws-by-topic?topic=osint'],
    ['/questions', '/q'],
  ])('the former URL %s redirects to %s', async (url, target) => {
    const { statusCode, headers } = await open(url);
    expect([statusCode, headers.location]).toEqual([301, target]);
  });

  test('the list of questions still has its page at /questions with a filter by role', async () => {
    expect((await open('/questions?role=ANALYST')).statusCode).toBe(200);
  });
});

describe('page of each question', () => {
  test.each(sampleCases('questions', slugs, 15))(
    'the question %s has a page under 60 kB, complete without scripts',
    async (slug) => {
      const { statusCode, body, headers } = await open(`/q/${slug}`);
      expect(statusCode).toBe(200);
      expect(Buffer.byteLength(body)).toBeLessThan(MAX_BYTES);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; (?!.*unsafe)/);
      expect(body.match(/<h1/g)).toHaveLength(1);
      expect(body.match(/<table/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(body).not.toMatch(/\sstyle="|<style|\son\w+=|undefined|\[object|NaN/);
      expect(body.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
      const { document } = parseYaml(readFileSync(`${FOLDER}/${slug}.yaml`, 'utf8')) as { document: string };
      expect(plain(body)).toContain(document.replace(/\s+/g, ' ').trim());
      const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    },
  );
});

test('an answer with long texts is shown as lists with linked laws and complete texts, not as a table', async () => {
  const body = await page('/fr/q/evidence-from-a-provider');
  expect(body).not.toContain('<table');
  const titles = [...body.matchAll(/<h3>(.*?)<\/h3>/gs)].map(([, title]) => plain(title!));
  expect(titles).toContain('Injonction européenne de conservation');
  expect(linksOf(body)).toContain('/fr/law/eu-2023-1543');
  const [, answer = ''] = /<section id="answer"(.*?)<\/section>/s.exec(body) ?? [];
  expect(plain(answer)).toContain('Le formulaire ou certificat n’est pas enregistré.');
  expect(answer).not.toMatch(/\.;|…/);
});

describe('questions that are views of an indicator', () => {
  const views = questions.filter(({ explorer }) => explorer).map(({ slug }) => slug);

  test.each(sampleCases('views', views, 5))(
    'the question %s redirects to the explorer, which shows it without notices',
    async (slug) => {
      const { statusCode, headers } = await open(`/q/${slug}`);
      expect([statusCode, headers.location]).toEqual([301, expect.stringMatching(/^\/indicator\/[\w-]+\?/)]);
      const shownPage = await open(headers.location!);
      expect([shownPage.statusCode, noticeOf(shownPage.body)]).toEqual([200, '']);
      expect(shownPage.body).toContain('<svg');
      expect(headers.location).not.toContain('$');
    },
  );

  test('the API returns the explorer path to which the page of a question redirects', async () => {
    const { data } = await server.execute('{ questions(first: 100) { nodes { slug explorer { path } } } }');
    const { nodes } = (data as { questions: { nodes: { slug: string; explorer: { path: string } | null }[] } })
      .questions;
    const paths = nodes.flatMap(({ slug, explorer }) => (explorer ? [[slug, explorer.path]] : []));
    const targets = views.map(async (slug) => [slug, (await open(`/q/${slug}`)).headers.location]);
    expect(Object.fromEntries(paths)).toEqual(Object.fromEntries(await Promise.all(targets)));
  });

  test('the redirect of a question to the explorer has its values and locale, and its files are still served', async () => {
    const { headers } = await open('/de/q/where-boats-land?areas=EL&from=');
    expect(headers.location).toBe('/de/indicator/unhcr-sea-arrivals-by-place?view=line&areas=EL&place=SICILY');
    expect((await open('/q/where-boats-land.csv')).headers['content-type']).toContain('text/csv');
  });
});

describe('database reads of question pages', () => {
  /** Returns the number of queries that the server has executed since its start. */
  async function answered(): Promise<number> {
    const { body } = await server.inject({ url: '/metrics', remoteAddress: '127.0.0.1' });
    return Number(/^signpost_request_database_seconds_count (\d+)$/m.exec(body)![1]);
  }

  async function queriesOf(url: string): Promise<number> {
    const before = await answered();
    await page(url);
    return (await answered()) - before;
  }

  const sampledSlugs = slugs.filter((_, index) => index % 6 === 0);
  test.each([...sampledSlugs, 'series?indicator=unhcr-refugees&area=IT'])(
    'the page of the question %s executes the query of the question, and one of its own',
    async (slug) => {
      expect(await queriesOf(`/q/${slug}`)).toBe(2);
    },
  );

  test('a question page shows an edit of the question immediately', async () => {
    const url = '/q/reading-a-country-code';
    await page(url);
    const entry = { action: 'SAVE', kind: 'Question', slug: 'reading-a-country-code' } as const;
    const { store } = server.services;
    const [current] = await store.entries.currentStates([entry]);
    const { record, revision } = current!;
    const document = 'query Other { topics(first: 1) { nodes { slug title } } }';
    await store.log.commit({
      author: 'test',
      message: '',
      entries: [
        {
          ...entry,
          expectedRevision: revision,
          status: 'PUBLISHED',
          originalLocale: 'en',
          record: { ...record, document, variables: '{}' },
        },
      ],
    });
    const body = await page(url);
    expect(plain(body)).toContain(document);
    expect(linksOf(body).some((href) => href.startsWith('/topic/'))).toBe(true);
  });
});

describe('question page', () => {
  const COMPARED = '/q/asylum-applicants-compared';
  // Without their explorer views, these questions have pages of their own, with charts.
  beforeAll(() =>
    removeViews(['asylum-applicants-compared', 'how-a-figure-moved', 'dead-and-missing-by-route', MINORS]),
  );

  test('a question page contains the response of the API: figures as a table, a chart and text', async () => {
    const body = await page(COMPARED);
    const { body: json } = await server.inject({ url: `${COMPARED}.json` });
    const { data } = JSON.parse(json) as {
      data: { indicator: { series: { area: { title: string }; points: { period: string; value: number }[] }[] } };
    };
    const expected = data.indicator.series.flatMap(({ area, points }) =>
      points.map(({ period, value }) => [area.title, period, value.toLocaleString('en')]),
    );
    expect(rowsOf(body)).toEqual(expected);
    expect(body).toMatch(
      /<figure.*<svg [^>]*role="img".*<figcaption>Asylum applicants, All citizenships \(persons\)\. Italy:/s,
    );
  });

  test.each([
    'asylum-applicants-compared',
    'how-a-figure-moved',
    'dead-and-missing-by-route',
    'countries-ranked-by-rate',
  ])('the figures of the question %s have a language mark only for English units', async (slug) => {
    const figure = async (locale: string) =>
      /<figure[\s\S]*<\/figure>/.exec(await page(`${locale}/q/${slug}`))![0].replace(/<img\b[^>]*>/g, '');
    const marked = /<(tspan|span|text)\b[^>]* lang="en"[^>]*>(.*?)<\/\1>/g;
    const french = await figure('/fr');
    const units = new Set([...french.matchAll(marked)].map(([, , unit]) => unit!));
    expect(units.size).toBeGreaterThan(0);
    const left = french.replace(marked, '');
    expect([...units].filter((unit) => new RegExp(`(?<!\\p{L})${unit}(?!\\p{L})`, 'u').test(left))).toEqual([]);
    expect(await figure('')).not.toMatch(marked);
  });

  test('the form of a question page has the values of the URL, with lists in one or several parameters', async () => {
    for (const areas of ['areas=IT,EL', 'areas=IT&areas=EL']) {
      const body = await page(`${COMPARED}?${areas}&from=2022`);
      expect(selectedValuesIn(body)).toEqual(['eurostat-asylum-applicants Asylum applicants', 'IT Italy', 'EL Greece']);
      expect(new Set(rowsOf(body).map(([area, period]) => `${area} ${period}`))).toEqual(
        new Set(['Italy', 'Greece'].flatMap((area) => ['2022', '2023', '2024'].map((year) => `${area} ${year}`))),
      );
    }
    const completePage = await page(`${COMPARED}?areas=&from=2024`);
    expect(rowsOf(completePage).length).toBeGreaterThan(25);
  });

  test('a question page links to its files, which have the same data, and to GraphiQL', async () => {
    const body = await page(`${COMPARED}?areas=ES&from=2023`);
    const links = linksOf(body);
    const file = (fileLink: string) => links.find((href) => href.startsWith(`${COMPARED}.${fileLink}?`))!;
    const { body: csv, headers } = await server.inject({ url: file('csv') });
    expect(headers['content-disposition']).toBe('attachment; filename="asylum-applicants-compared.csv"');
    const rows = parseCsv(csv, { columns: true }) as Record<string, string>[];
    // Values common to all rows are above the table.
    expect(rows.map(({ period, value }) => [period, Number(value).toLocaleString('en')])).toEqual(rowsOf(body));
    expect(new Set(rows.map(({ area }) => area))).toEqual(new Set(['Spain']));
    for (const extension of ['xlsx', 'svg', 'json', 'ndjson', 'jsonstat', 'zip']) {
      const { statusCode, rawPayload } = await server.inject({ url: file(extension) });
      expect([extension, statusCode, rawPayload.length > 500]).toEqual([extension, 200, true]);
    }
    expect(links).toContain('/graphiql?areas=ES&from=2023&question=asylum-applicants-compared');
  });

  test('a question page and its links are in the locale of the request', async () => {
    const german = await page(`/de${COMPARED}`);
    expect(german).toContain('<html lang="de">');
    expect(german).toContain('Was gezeigt wird');
    expect(german).toMatch(/<title>Asylbewerber/);
    const french = await page(`/fr${COMPARED}`, { headers: { 'accept-language': 'de' } });
    expect(selectedValuesIn(french)).toContain('EL Grèce');
    expect(rowsOf(french)[0]).toEqual(['Italie', '2019', '43 775']);
    // Only the language switch links to another locale. A permanent link has no locale.
    expect(linksOf(french).filter((href) => href.startsWith('/q/'))).toEqual([COMPARED]);
    expect(linksOf(french).filter((href) => href.startsWith('/fr/q/')).length).toBeGreaterThan(5);
    // The locale can also be a parameter, as in the API.
    expect(await page(`${COMPARED}?locale=fr`)).toBe(french);
    // Accept-Language has no effect: a URL has one page.
    expect(await page(COMPARED, { headers: { 'accept-language': 'de' } })).toContain('<html lang="en">');
  });

  test('a question page has structured data in the terms of schema.org', async () => {
    const body = await page(COMPARED);
    const facts = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)![1]!) as object;
    expect(facts).toMatchObject({
      '@type': 'Dataset',
      name: 'Asylum applicants in several countries, side by side',
      temporalCoverage: '2019/2024',
      spatialCoverage: ['Italy', 'Greece', 'Spain', 'Germany'],
      creator: [{ '@type': 'Organization', name: 'Eurostat' }],
    });
    const { distribution } = facts as { distribution: { contentUrl: string }[] };
    for (const { contentUrl } of distribution) {
      expect((await server.inject({ url: contentUrl })).statusCode).toBe(200);
    }
  });

  test('a question page shows other tables on request, and a long one page by page', async () => {
    const url = '/q/which-figures-there-are';
    const body = await page(url);
    const csvRows = parseCsv((await server.inject({ url: `${url}.csv` })).body, { columns: true }) as object[];
    const next = linksOf(body).find((href) => href.includes('page=2'))!;
    expect(rowsOf(body).length).toBeLessThan(csvRows.length);
    const pages = [rowsOf(body)];
    for (let href: string | undefined = next; href;) {
      const later: string = await page(href.split('#')[0]!);
      pages.push(rowsOf(later));
      href = linksOf(later).find((each) => each.includes(`page=${pages.length + 1}`));
    }
    expect(pages.flat().length).toBe(csvRows.length);
    const other = linksOf(await page(COMPARED)).find((href) => href.includes('table=indicator#'))!;
    // A single row is shown as a list of facts.
    expect(factsOf(await page(other.split('#')[0]!))).toMatchObject({
      Indicator: 'Asylum applicants',
      Unit: 'persons',
    });
  });
});

test('the page of a ranking for a period without figures names the latest period with figures', async () => {
  const body = await page('/q/countries-ranked-by-rate?period=2030');
  expect(plain(body)).toContain('No figure for 2030. The latest is 2023. Show it.');
});

test('a question page reports each requested area without figures', async () => {
  const body = plain(
    await page('/q/arrivals-in-italy-and-spain?slug=unhcr-land-arrivals-monthly&areas=IT,ES&from=2018-01'),
  );
  expect(body).toContain('Italy is not covered by this indicator (2 areas).');
  expect(body).toContain('1 of 2 areas with figures.');
  // The unit of all figures is in the heading.
  expect(body).toContain('Value (persons)');
});

test('the file of a ranking has the ranked countries, and its map a legend for areas without figures', async () => {
  const { body: csv } = await open('/q/countries-ranked-by-rate.csv');
  for (const name of ['Germany', 'France', 'Spain']) expect(csv).toMatch(new RegExp(`byRate,.*,${name},2023,[\\d.]+,`));
  const { body: svg } = await open('/q/countries-ranked-by-rate.svg?chart=map');
  expect(svg).toContain('Not in these figures');
  expect(svg).not.toContain('>No figure<');
});

describe('permanent links of answers', () => {
  test('an answer is cited with its complete permanent link, which shows the same figures', async () => {
    const url = '/q/asylum-applicants-compared';
    const body = await page(url);
    const permanent = linksOf(body).find(
      (href) => href.startsWith('http://localhost:4000/q/') && href.includes('asOf'),
    )!;
    expect(permanent).toMatch(/slug=eurostat-asylum-applicants&areas=IT,EL,ES,DE&from=2019&asOf=\d{4}-\d{2}-\d{2}/);
    expect(plain(body)).toContain(`from ${permanent}`);
    const frozen = await page(permanent);
    expect(rowsOf(frozen)).toEqual(rowsOf(body));
    expect(frozen).toContain('Figures as published up to');
    expect(linksOf(frozen)).toContain(permanent);
    expect(linksOf(frozen)).toContain(url);
    // GraphiQL shows the same edition, not the newest.
    const editor = new URL(
      linksOf(frozen).find((href) => href.startsWith('/graphiql?'))!,
      permanent,
    ).searchParams;
    expect(editor.get('query')).toContain('asOf: $asOf');
    expect(JSON.parse(editor.get('variables')!)).toMatchObject({
      areas: ['IT', 'EL', 'ES', 'DE'],
      asOf: expect.any(String),
    });
  });

  test('a permanent link states that the reader removed a value, so that the page does not use its default', async () => {
    const url = '/q/deadlines-for-electronic-evidence';
    const body = await page(`${url}?data=`);
    const permanent = permanentLinkIn(body);
    expect(permanent).toBe(`http://localhost:4000${url}?data=`);
    const answerIn = (html: string) => plain(/<section id="answer".*?<\/section>/s.exec(html)![0]);
    expect(answerIn(await page(permanent))).toBe(answerIn(body));
    expect(answerIn(await page(url))).not.toBe(answerIn(body));
  });

  test('the changes of the last days link to the page of each entry, in the language of the page', async () => {
    const links = (html: string) =>
      [...html.matchAll(/<a href="([^"]*)"\s*>Advertising<\/a>/g)].map(([, href]) => href);
    expect(links(await page('/q/what-changed-this-week'))).toEqual(['/topic/advertising']);
    const french = await page('/fr/q/what-changed-this-week');
    expect(french).toMatch(/<a href="\/fr\/topic\/advertising"/);
  });

  test('everything on one country contains all that its page lists, also through its groups', async () => {
    const body = await page('/q/everything-on-one-country?code=IT');
    expect(plain(body)).not.toContain('No results');
    const [, ...sections] = (await page('/country/it')).split(/<section[^>]* id="/);
    const listed = ['cases', 'events', 'observedTrends', 'migrationRoutes', 'resources'].flatMap((id) => {
      const section = sections.find((text) => text.startsWith(`${id}"`)) ?? '';
      const links = [...section.matchAll(/<a class="t" href="([^"]*)"/g)].map(([, href]) => href!);
      expect([id, links.length > 0]).toEqual([id, true]);
      return links;
    });
    const tables = ['resources', 'events'].map((table) => page(`/q/everything-on-one-country?code=IT&table=${table}`));
    const shown = [body, ...(await Promise.all(tables))].join('');
    expect(listed.filter((href) => !shown.includes(`href="${href}"`))).toEqual([]);
    expect(plain(body)).toMatch(/8 cases .* 41 resources 2 events/);
  });

  test('the permanent link of the changes of the last days has the times of their start and end', async () => {
    const url = '/q/what-changed-this-week';
    const before = Date.now();
    const body = await page(`${url}?days=3&first=5`);
    const permanent = new URL(permanentLinkIn(body));
    const { days, since, until, first } = Object.fromEntries(permanent.searchParams) as Record<string, string>;
    expect([days, first]).toEqual(['', '5']);
    expect(Date.parse(until!)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(until!) - Date.parse(since!)).toBe(3 * 86_400_000);
    const fixed = await page(permanent.href);
    expect(rowsOf(fixed)).toEqual(rowsOf(body));
    expect(permanentLinkIn(fixed)).toBe(permanent.href);
    // The later of two starts applies.
    const [late, end] = [new Date(before - 86_400_000).toISOString(), new Date(before).toISOString()];
    expect(permanentLinkIn(await page(`${url}?since=${late}&until=${end}`))).toContain(`since=${late}&until=${end}`);
    expect(permanentLinkIn(await page(`${url}?days=&until=${end}`))).toContain(`?days=&until=${end}`);
  });

  test('an answer as of a time before the first edition has no figures', async () => {
    const body = await page('/q/asylum-applicants-compared?asOf=1990-01-01');
    expect(rowsOf(body).flat().join(' ')).not.toContain('43,775');
    const { statusCode, body: errorPage } = await open('/q/asylum-applicants-compared?asOf=yesterday');
    expect([statusCode, plain(errorPage)]).toEqual([
      400,
      expect.stringContaining('"yesterday" is not a date and time; write a day'),
    ]);
  });

  test('the permalink of a series in the API is the URL of its page', async () => {
    const { data } = await server.execute(
      `{ indicator(slug: "eurostat-first-time-applicants-by-citizenship") {
        series(areas: ["EL"], breakdown: [{ dimension: "citizen", code: "SY" }], from: "2012") { permalink points { period value } }
      } }`,
      {},
      { headers: { host: 'localhost:4000' } },
    );
    const [series] = data.indicator!.series!;
    const { permalink, points } = series!;
    expect(permalink).toMatch(
      /^http:\/\/localhost:4000\/q\/series\?indicator=eurostat-first-time-applicants-by-citizenship&area=GR&/,
    );
    const body = await page(permalink);
    expect(plain(/<h1>(.*?)<\/h1>/s.exec(body)![1]!)).toContain('Greece');
    expect(rowsOf(body)).toEqual(points.map(({ period, value }) => [period, value!.toLocaleString('en')]));
    const { body: json } = await server.inject({ url: permalink, headers: { accept: 'application/json' } });
    expect(JSON.parse(json)).toMatchObject({ data: { indicator: { series: [{ points }] } } });
  });
});

/** Publishes a question that GraphiQL answers under another slug, so that it has a page. Returns its path. */
async function publishWithPage(slug: string): Promise<string> {
  const { document, variables } = parseYaml(readFileSync(`${FOLDER}/${slug}.yaml`, 'utf8')) as Record<string, string>;
  const record = { title: { en: slug }, document, variables, role: 'ANALYST', task: { en: 'Comparing' } };
  const key = { action: 'SAVE', kind: 'Question', slug: `${slug}-page` } as const;
  const entry = { ...key, expectedRevision: 0, status: 'PUBLISHED', originalLocale: 'en', record } as const;
  await server.services.store.log.commit({ author: 'Editor', message: '', entries: [entry] });
  return `/q/${slug}-page`;
}

test('a question that is answered in the GraphiQL editor has no page and is not listed, but has files', async () => {
  const { statusCode, headers } = await open('/fr/q/what-cannot-be-compared?force=true');
  expect([statusCode, headers.location]).toEqual([
    301,
    '/graphiql?force=true&question=what-cannot-be-compared&locale=fr',
  ]);
  expect(await page('/q')).not.toContain('/q/what-cannot-be-compared');
  expect((await open('/q/what-cannot-be-compared.csv?force=true')).statusCode).toBe(200);
});

test('the question about resources in a language also lists those whose language is not recorded', async () => {
  const url = '/q/resources-by-language?language=fr&topic=electronic-evidence';
  const query = `query ($isRecorded: Boolean!) { resources(
    filter: { languages: { exists: $isRecorded }, topics: { some: { slug: { eq: "electronic-evidence" } } } }
    first: 100, orderBy: [{ title: ASC }]) { nodes { title languages } } }`;
  const read = async (isRecorded: boolean) => (await server.execute(query, { isRecorded })).data.resources.nodes;
  const [recorded, others] = [await read(true), await read(false)];
  expect(recorded.filter(({ languages }) => (languages as readonly string[]).includes('fr'))).toEqual([]);
  expect(others.length).toBeGreaterThan(3);
  const body = await page(url);
  expect(rowsOf(body).map(([title]) => title)).toEqual(others.map(({ title }) => title));
  expect(noticeOf(body)).toMatch(
    /^Recorded in the language: No results\. Language: French Topic: Electronic evidence /,
  );
  expect(plain(body)).toContain('Results Language not recorded');
  expect(plain(await page(`/de${url}`))).toContain('Sprache nicht erfasst');
  expect(plain(body)).toContain('whose language is not recorded');
  const { body: json } = await server.inject({ url, headers: { accept: 'application/json' } });
  expect(JSON.parse(json)).toMatchObject({
    data: { inTheLanguage: { totalCount: 0 }, languageNotRecorded: { totalCount: others.length } },
  });
});

describe('lists without results', () => {
  test('an answer that has only the topic names its empty list, and links to a search for the topic', async () => {
    const body = await page('/q/laws-by-topic?topic=messaging-mobile-applications');
    expect(noticeOf(body)).toBe('Laws: No results. Topic: Messaging and mobile applications Search all entries for it');
    const search = linksOf(body).find((href) => href.startsWith('/search?'))!;
    expect(
      rowsOf(await page('/q/laws-by-online-service?digitalService=MESSAGING_AND_MOBILE_APPS')).length,
    ).toBeGreaterThan(2);
    expect(plain(await page(search))).toContain('results for Messaging and mobile applications');
    expect(noticeOf(await page('/q/laws-by-online-service?digitalService=MAPS_AND_NAVIGATION'))).toBe(
      'Laws: No results. Widen the question in the form above. Online service: Maps and navigation',
    );
  });

  test('an answer with rows names its lists without results, except those of figures', async () => {
    expect(noticeOf(await page('/q/country-page?code=IT'))).toBe('Leaflets, Events: No results. Country: Italy');
    expect(noticeOf(await page('/de/q/country-page?code=IT'))).toMatch(/: Keine Ergebnisse\. Land: Italien$/);
    expect(noticeOf(await page('/q/europol-on-money-transfer?name=Frontex'))).toMatch(/^Trends: No results\. /);
    expect(noticeOf(await page('/q/europol-on-money-transfer'))).toBe('');
  });
});

test('the reasons for missing figures name the indicator, if a question has several', async () => {
  const body = await page('/q/share-of-minors-among-applicants?areas=IT');
  expect(noticeOf(body)).toBe(
    'Share of unaccompanied minors among first-time asylum applicants: Italy is not covered by this indicator (5 areas). ' +
      'Minors among first-time asylum applicants: Italy is not covered by this indicator (1 area).',
  );
  // The indicator says more than the alias of its list.
  expect(rowsOf(body).map(([name]) => name)).toEqual([
    'Share of unaccompanied minors among minor asylum applicants',
    'Share of unaccompanied minors in asylum applications (EUAA)',
  ]);
  expect(rowsOf(await page('/q/applications-of-one-citizenship')).flat()).not.toContain('Unhcr');
  const disabled = [...body.matchAll(/<option value="([^"]*)"\s+disabled/g)].map(([, code]) => code);
  expect(disabled).toEqual(expect.arrayContaining(['AF', 'WORLD', 'ROUTE_BLACK_SEA']));
  expect(disabled.filter((code) => ['AT', 'ES', 'EU27_2020'].includes(code!))).toEqual([]);
});

test('a page has all requested rows of a list if they fit, else it says why not', async () => {
  const laws = await page('/q/laws-by-topic?topic=facilitation&first=50');
  const { body: csv } = await open('/q/laws-by-topic.csv?topic=facilitation&first=50');
  expect(rowsOf(laws).length).toBe((parseCsv(csv) as string[][]).length - 1);
  expect(rowsOf(laws).length).toBeGreaterThan(33);
  expect(plain(await page('/q/which-figures-there-are'))).toMatch(
    /Rows 1 to \d+ of \d+; long tables are split into pages/,
  );
});

test('a list in a cell has each item once', async () => {
  const sources = rowsOf(await page('/q/europol-on-money-transfer')).map(([, , cell = '']) => cell.split(/\s*; /));
  expect(sources.flat().length).toBeGreaterThan(2);
  for (const titles of sources) expect(titles).toEqual([...new Set(titles)]);
});

test('a forced comparison states its warnings on the page, in its chart and in its files', async () => {
  const path = await publishWithPage('what-cannot-be-compared');
  const forced = `${path}?force=true`;
  const body = await page(forced);
  expect(noticeOf(body)).toBe('Compare with care: counting units differ.');
  expect(/<svg[^]*<\/svg>/.exec(body)![0]).toContain('Compare with care');
  expect(noticeOf(await page(`/fr${forced}`))).toMatch(/^À comparer avec prudence\s: unités de compte différentes\.$/);
  expect(await page(path)).not.toContain('Compare with care');
  const { body: csv } = await open(forced.replace('?', '.csv?'));
  expect(csv.split('\n')[1]).toContain('Compare with care: counting units differ.');
});

test('the answer of a comparison names its indicators by their titles, not by number or slug', async () => {
  const rejectedPage = await page('/q/what-cannot-be-compared-page');
  const answer = rejectedPage.slice(rejectedPage.indexOf('id="answer"'), rejectedPage.indexOf('id="query"'));
  expect(answer).toContain(
    'Asylum applicants for Italy and Recorded offences of money laundering for Italy: one counts',
  );
  expect(answer).not.toMatch(/>\s*(?:Left|Right)\s*</);
  const counted = await page('/q/where-migrants-of-a-country-live');
  expect(counted).toMatch(/Migrants living in a country \(migrant stock\): 1 of \d+ areas with figures\./);
  expect(counted).not.toMatch(/[>.] ?1 of \d+ areas with figures\./);
});

describe('suggestions for answers without rows', () => {
  test('a question page for a period without figures links to the latest one with figures', async () => {
    const body = await page('/q/unaccompanied-minors-by-country?period=2024');
    expect(noticeOf(body)).toBe('No figure for 2024. The latest is 2021. Show it.');
    const [, href] = /<a href="([^"]*)">Show it\.<\/a>/.exec(body)!;
    const previousPage = await page(href!.replaceAll('&amp;', '&').split('#')[0]!);
    expect(factsOf(previousPage)).toMatchObject({ Unit: 'persons' });
    expect(previousPage).toMatch(/name="period"[^>]*value="2021"/);
  });

  test('a question page with an unknown indicator or area links to the most similar one', async () => {
    const body = await page('/q/series?indicator=eurostat-asylum-aplicants&area=Itly');
    expect(noticeOf(body)).toBe(
      'There is no country, group or route “Itly”. Did you mean Italy? There is no indicator “eurostat-asylum-aplicants”. Did you mean Asylum applicants?',
    );
    const path = await publishWithPage('cite-one-figure');
    const { body: french } = await open(`/fr${path}?area=GR&period=2050`);
    expect(noticeOf(french)).toMatch(
      /^Aucun chiffre pour ce choix : Grèce, 2050\. Le dernier est de 20\d\d\. L’afficher\.$/,
    );
  });

  test('a question page reports missing and invalid values beside the form', async () => {
    const { statusCode, body } = await open('/q/series?indicator=eurostat-asylum-applicants');
    expect([statusCode, noticeOf(body)]).toEqual([400, 'Enter “Country, group or route”.']);
    expect(noticeOf(await page('/q/laws-by-topic?first=many'))).toBe(
      '“many” is not a whole number. Enter a whole number for “Number of rows”.',
    );
    const { statusCode: status, body: csv } = await server.inject({ url: '/q/laws-by-topic.csv?first=many' });
    expect([status, csv]).toEqual([400, expect.stringContaining('is not a value of')]);
  });

  test('an unknown question responds with the most similar one, as a page to browsers and as JSON to programs', async () => {
    const { statusCode, body } = await open('/de/q/asylum-aplicants-compared');
    expect([statusCode, plain(/<p class="lead".*?<\/p>/s.exec(body)![0])]).toEqual([
      404,
      'Eine Frage „asylum-aplicants-compared“ gibt es nicht.',
    ]);
    expect(/<a class="t" href="([^"]*)"/.exec(body)![1]).toBe('/de/q/asylum-applicants-compared');
    const errorResponse = await server.inject({ url: '/q/no-such-question', headers: { accept: 'application/json' } });
    expect([errorResponse.statusCode, errorResponse.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
    expect((await open('/q/asylum-applicants-compared.pdf')).statusCode).toBe(404);
    for (const name of ['..%2f..%2fetc', '%00', 'A'.repeat(300), '<script>']) {
      const { statusCode: status, body: page404 } = await open(`/q/${encodeURIComponent(name)}`);
      expect([404, 414]).toContain(status);
      expect(page404).not.toMatch(/<script(?! type="application\/ld)/);
    }
  });

  const offered = ['penalties-compared', ...slugs.filter((slug) => slug !== 'penalties-compared')];
  test.each(sampleCases('downloads of questions', offered, 4))('every download that %s offers exists', async (slug) => {
    const { body } = await open(`/q/${slug}`);
    const [, links = ''] = /<div class="dl">([^]*?)<\/div>/.exec(body) ?? [];
    for (const [, href] of links.matchAll(/href="([^"]*)"/g)) {
      const url = href!.replaceAll('&amp;', '&');
      expect([url, (await open(url)).statusCode]).toEqual([url, 200]);
    }
  });

  test('a question page escapes hostile values of its URL', async () => {
    const attack = '"><script>alert(1)</script>';
    const reservedNames = ['areas', 'from', 'slug', 'asOf', 'table', 'page', 'locale', 'words'];
    for (const name of reservedNames) {
      const { body } = await open(`/q/asylum-applicants-compared?${name}=${encodeURIComponent(attack)}`);
      expect(body).not.toContain('<script>alert');
    }
    const { body } = await open(`/q?words=${encodeURIComponent(attack)}`);
    expect(body).not.toContain('<script>alert');
  });
});
