import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { entryPath } from '../../src/model/explorer-address.js';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp } from '../graphql/seeded-app.js';
import { ContentTexts } from './content-texts.js';
import { unmarkedTexts, unmarkedPictureTexts } from './language-marks.js';
import { pageReader } from './read-page.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
});
afterAll(() => server.close());

const page = pageReader(() => server);

it('texts in another language than the page are marked, on a page of each kind, its history and its list', async () => {
  const { kinds } = server.services.model;
  for (const kind of kinds) {
    const { singular, plural } = kind;
    const [entry] = (await server.execute(`{ ${plural}(first: 1) { nodes { slug } } }`)).data[plural].nodes;
    // Pages of questions mark languages in another way.
    const isQuestion = singular === 'question';
    const history = entry ? [`/${singular}/${entry.slug}/history`] : [];
    const pages = entry && !isQuestion ? [entryPath(kind, entry.slug), ...history] : history;
    for (const path of isQuestion ? ['/q', ...pages] : [`/${plural}`, ...pages]) {
      expect([path, unmarkedTexts(await page(`/it${path}`))]).toEqual([path, []]);
    }
  }
  for (const path of ['/es', '/es/search?q=evidence', '/es/changes', '/es/country/lt', '/es/trend/cases-record']) {
    expect([path, unmarkedTexts(await page(path))]).toEqual([path, []]);
  }
});

it.each(['fr', 'es'])('no content text has a wrong lang attribute in %s', async (locale) => {
  const find = (await ContentTexts.read(server)).finder(locale);
  const { kinds } = server.services.model;
  const paths = [
    '',
    '/search?q=evidence',
    '/changes',
    '/country/lt',
    '/trend/cases-record',
    '/route/central-mediterranean',
  ];
  for (const { singular, plural } of kinds.filter((kind) => kind.singular !== 'question')) {
    const [entry] = (await server.execute(`{ ${plural}(first: 1) { nodes { slug } } }`)).data[plural].nodes;
    if (entry) paths.push(`/${plural}`, `/${singular}/${entry.slug}`, `/${singular}/${entry.slug}/history`);
  }
  const unmarked: Record<string, string[]> = {};
  for (const path of paths) {
    const found = find(await page(`/${locale}${path}`));
    if (found.length > 0) unmarked[path] = found;
  }
  for (const path of ['/country/nowhere', '/topic/advertisng', '/q/asylum', '/country/%E0%A4%A', '/%E9']) {
    const found = find(await page(`/${locale}${path}`, { status: 404 }));
    if (found.length > 0) unmarked[path] = found;
  }
  expect(unmarked).toEqual({});
});

it('images mark each of their texts in another language', async () => {
  for (const path of [
    '/es/country/de',
    '/es/country/gr',
    '/it/trend/cases-record',
    '/it/indicator/iom-dead-missing',
    '/de/route/central-mediterranean',
  ]) {
    const body = await page(path);
    expect(body).toMatch(/<svg[^>]* class="chart"|<svg class="chart"/);
    expect([path, unmarkedPictureTexts(body)]).toEqual([path, []]);
  }
  const country = await page('/es/country/de');
  expect(country).toContain('<title lang="en">Third-country nationals found to be illegally present</title>');
  // The alternative text of the picture contains the area, even if only one locale has it.
  expect(await page('/country/de')).toContain(
    '<title>Third-country nationals found to be illegally present, Germany</title>',
  );
});

it('breadcrumbs and list items mark their language, and units are localised', async () => {
  const sign = (title: string, lang = 'en') => `<span class="la" title="${title}">${lang}</span>`;
  const title = 'Joint Europol-Frontex report on the digitalisation of migrant smuggling (copy kept by Statewatch)';
  const source = (await page('/fr/source/sw-efx-2021')).replace(/ +/g, ' ');
  expect(source).toContain(`<span aria-current="page" lang="en">${title}</span> ${sign('anglais')}`);
  expect(source).toContain(`<h1><span lang="en">${title}</span> ${sign('anglais')}</h1>`);
  const [french, english] = [await page('/fr/country/it'), await page('/country/it')];
  expect(french).toMatch(/<b class="nb">[\d\u202f]+<\/b>\s*personnes, 20\d\d/);
  expect(french).not.toMatch(/\bpersons\b/);
  expect(await page('/fr/indicators/eurostat-refused-entry')).toMatch(/<dt>Unité<\/dt>\s*<dd>personnes<\/dd>/);
  expect(english).not.toContain('class="la"');
});

it('the page title is in one language, and is marked if that is not the language of the page', async () => {
  const title = (body: string) => /<title[^>]*>[^<]*<\/title>/.exec(body)![0];
  const socialTitle = (body: string) => /<meta property="og:title"[^>]*>/.exec(body)![0];
  const fallbackPage = await page('/es/source/eurostat-uam-2019');
  expect(title(fallbackPage)).toMatch(/^<title lang="en">13 800 [^<]* – Source – Signpost<\/title>$/);
  expect(socialTitle(fallbackPage)).toMatch(/ – Source – Signpost"\s+lang="en" \/>$/);
  expect(title(await page('/es/source/eurostat-uam-2019/history'))).toMatch(
    /^<title lang="en">History of this page: 13 800 [^<]*<\/title>$/,
  );
  const question = await page('/es/q/search-by-words');
  expect(title(question)).toBe('<title lang="en">Search by words over everything – Signpost</title>');
  const facilitationPage = await page('/es/topic/facilitation');
  expect(title(facilitationPage)).toMatch(/^<title>[^<]* – Tema – Signpost<\/title>$/);
  expect(socialTitle(facilitationPage)).not.toContain('lang=');
});
