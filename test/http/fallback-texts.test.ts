import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { textPagePath } from '../../src/model/explorer-url.js';
import type { Kind } from '../../src/model/model.js';
import { EditingServer, idOf } from '../authoring/editing-server.js';
import { casesOf } from '../support/sample-cases.js';
import { ContentTexts } from './content-texts.js';
import { unmarkedTexts, unmarkedImageTexts } from './unmarked-texts.js';
import { pageReader } from './read-page.js';

const LOCALES = ['fr', 'de', 'es', 'it'];

let server: EditingServer;
/** Finds texts in another locale, by the locale of a page. The texts are those before all edits. */
let finders: ReadonlyMap<string, (body: string) => string[]>;
beforeAll(async () => {
  const rate = { burst: 10_000, perSecond: 10_000 };
  server = await EditingServer.start({
    seedDir: 'seed',
    own: true,
    withSearch: true,
    withCounts: true,
    admission: { rate },
  });
  const texts = await ContentTexts.read(server.app);
  finders = new Map(LOCALES.map((locale) => [locale, texts.finder(locale)]));
});
afterAll(() => server.close());

const page = pageReader(() => server.app);

it('texts in another language than the page are marked, on a page of each kind, its history and its list', async () => {
  const { kinds } = server.app.services.model;
  for (const kind of kinds) {
    const { singular, plural } = kind;
    const [entry] = (await server.app.execute(`{ ${plural}(first: 1) { nodes { slug } } }`)).data[plural].nodes;
    // Pages of questions mark languages in another way.
    const isQuestion = singular === 'question';
    const history = entry ? [`/${singular}/${entry.slug}/history`] : [];
    const pages = entry && !isQuestion ? [textPagePath(kind, entry.slug), ...history] : history;
    for (const path of isQuestion ? ['/q', ...pages] : [`/${plural}`, ...pages]) {
      expect([path, unmarkedTexts(await page(`/it${path}`))]).toEqual([path, []]);
    }
  }
  for (const path of ['/es', '/es/search?q=evidence', '/es/changes', '/es/country/lt', '/es/trend/cases-record']) {
    expect([path, unmarkedTexts(await page(path))]).toEqual([path, []]);
  }
});

const SEED_LOCALES = ['fr', 'es'];
it.each(SEED_LOCALES)('pages in %s mark every content text in another language', async (locale) => {
  const find = finders.get(locale)!;
  const kinds = server.app.services.model.kinds.filter((kind) => kind.singular !== 'question');
  const paths = [
    '',
    '/search?q=evidence',
    '/changes',
    '/country/lt',
    '/trend/cases-record',
    '/route/central-mediterranean',
  ];
  for (const { singular, plural } of casesOf(locale, SEED_LOCALES, kinds)) {
    const [entry] = (await server.app.execute(`{ ${plural}(first: 1) { nodes { slug } } }`)).data[plural].nodes;
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

it('SVG images mark each of their texts in another language', async () => {
  for (const path of [
    '/es/country/de',
    '/es/country/gr',
    '/it/trend/cases-record',
    '/it/indicator/iom-dead-missing',
    '/de/route/central-mediterranean',
  ]) {
    const body = await page(path);
    expect(body).toMatch(/<svg[^>]* class="chart"|<svg class="chart"/);
    expect([path, unmarkedImageTexts(body)]).toEqual([path, []]);
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

/** Removes the translations of the codes of an indicator. */
async function removeTranslations(slug: string): Promise<void> {
  interface CurrentRecord {
    revision: number;
    record: { dimensions: { codes: { title: { en: string } }[] }[] };
  }
  const { data: read } = await server.editor(`{ indicator(slug: "${slug}") { revision record } }`);
  const { revision, record } = (read as { indicator: CurrentRecord }).indicator;
  for (const { codes } of record.dimensions) for (const code of codes) code.title = { en: code.title.en };
  const entry = { kind: 'INDICATOR', slug, record, expectedRevision: revision, publish: true };
  const { data } = await server.editor(
    'mutation LeaveInEnglish($entry: EntryToSave!) { entrySave(entry: $entry) { userErrors { message } } }',
    { entry },
  );
  expect(data).toEqual({ entrySave: { userErrors: [] } });
}

it('composed titles mark languages part by part, in charts, descriptions and tables', async () => {
  await removeTranslations('eurostat-asylum-applicants');
  const body = await page('/fr/q/series?indicator=eurostat-asylum-applicants&area=IT');
  const english = (name: string) => `<${name} lang="en">All citizenships</${name}>`;
  expect(body).toContain(`<h1>Demandeurs d&#39;asile, Italie, ${english('span')}</h1>`);
  expect(body).toContain(`<title>Demandeurs d'asile, Italie, ${english('span')}</title>`);
  expect(body).toMatch(new RegExp(`<text[^>]*>Demandeurs d'asile, Italie, ${english('tspan')}</text>`));
  expect(body).toContain(`<dd>${english('span')}</dd>`);
  expect(await page('/q/series?indicator=eurostat-asylum-applicants&area=IT')).not.toMatch(/lang="en">All/);
});

it('a question page marks missing translations in its language switch, and has a notice in these languages', async () => {
  const english = await page('/q/deaths-on-a-route-by-month');
  expect(english).toMatch(/>Español\s*<small>aún sin traducir<\/small>/);
  expect(english).not.toContain('class="notice"');
  const spanish = await page('/es/q/deaths-on-a-route-by-month');
  expect(spanish).toMatch(/<div class="notice"><p>Algunas partes de esta página aún no existen en español/);
  // The question of a series is not an entry, and exists in all locales.
  expect(await page('/q/series?indicator=eurostat-asylum-applicants&area=IT')).not.toMatch(/<small>[^<]*tradu/);
});

it('column labels are in the locale of the page, and untranslated names in English', async () => {
  const german = (await page('/de/q/found-illegally-present-by-citizenship')).replace(/\s+/g, ' ');
  expect(german).toContain('>Staatsangehörigkeit (<span lang="en">one</span>)');
  expect(await page('/it/q/what-changed-this-week')).toContain('>Tipo di scheda</th>');
});

it.each(LOCALES)(
  'a question page in %s marks each text of the question or of its answer in another language',
  async (locale) => {
    const { data } = await server.app.execute<string>(
      '{ questions(first: 100) { nodes { slug view explorer { parameters } } } }',
    );
    const { nodes } = (
      data as { questions: { nodes: { slug: string; view: string | null; explorer: object | null }[] } }
    ).questions;
    // Views of an indicator, and questions on the API, redirect.
    const slugs = nodes.filter(({ view, explorer }) => view !== 'JSON' && !explorer).map(({ slug }) => slug);
    expect(slugs.length).toBeGreaterThan(30);
    const find = finders.get(locale)!;
    const unmarked: Record<string, string[]> = {};
    const series = '/q/series?indicator=eurostat-asylum-applicants&area=IT';
    for (const path of casesOf(locale, LOCALES, ['/q', series, ...slugs.map((slug) => `/q/${slug}`)])) {
      const found = find(await page(`/${locale}${path}`));
      if (found.length > 0) unmarked[path] = found;
    }
    expect(unmarked).toEqual({});
  },
);

it('a query at the depth limit is executed without the fields that report languages', async () => {
  const nestedQuery = (depth: number): string =>
    depth === 0 ? 'broader { title }' : `narrower(first: 1) { nodes { ${nestedQuery(depth - 1)} } }`;
  const document = `{ topic(slug: "migrant-smuggling") { title ${nestedQuery(6)} } }`;
  const { data } = await server.editor(
    `mutation Save($record: QuestionRecord!) {
      questionSave(slug: "deep", record: $record, expectedRevision: 0, options: { publish: true }) { userErrors { message } }
    }`,
    { record: { title: { en: 'How deep' }, task: { en: 'Digging' }, role: 'ANALYST', document } },
  );
  expect(data).toEqual({ questionSave: { userErrors: [] } });
  const body = await page('/fr/q/deep');
  expect(body).toContain('<h1><span lang="en">How deep</span>');
  expect(body).toContain('Trafic de migrants');
  expect(body).not.toContain('class="notice beware"');
});

/** An entry as read by an editor before it is retired. */
interface Seen {
  slug: string;
  record: Record<string, unknown>;
  translation: { missing: string[] };
}

/** Number of locales in which the pages of a kind are read. Outside long runs, each kind has another one. */
const LOCALES_OF_KIND = process.env['LONG'] ? LOCALES.length : 1;

/**
 * Retires the entry of a kind with the most missing French texts, among those that may be retired, and sets a
 * successor.
 */
async function withdraw({ singular, plural, folder, inverses }: Kind): Promise<Seen | undefined> {
  const { data } = await server.editor<string>(
    `{ ${plural}(first: 100) { nodes { slug record translation(locale: fr) { missing } } } }`,
  );
  const { nodes } = (data as Record<string, { nodes: Seen[] }>)[plural]!;
  for (const seen of nodes.toSorted((one, other) => lacks(other) - lacks(one))) {
    const { slug, record } = seen;
    if (inverses.some(({ name }) => name === 'supersededBy')) {
      const newer = {
        slug: `${slug}-anew`,
        expectedRevision: 0,
        publish: true,
        record: { ...record, supersedes: slug },
      };
      expect((await server.mutate(`${singular}Save`, newer)).userErrors).toEqual([]);
    }
    const retireArguments = { id: idOf(`${folder}/${slug}`), expectedRevision: 1, links: 'RETIRE' };
    // A source of figures cannot be retired.
    if ((await server.mutate('entryRetire', retireArguments)).revision === 2) return seen;
  }
  return undefined;
}

function lacks({ translation: { missing } }: Seen): number {
  return missing.length;
}

/** Saves an entry as it was before it was retired, as a draft. Returns the path of its preview. */
async function saveAsDraft({ name, singular }: Kind, { slug, record }: Seen): Promise<string> {
  const { data } = await server.editor<string>(
    `mutation ($record: ${name}Record!) {
      saved: ${singular}Save(slug: "${slug}", record: $record, expectedRevision: 2) { previewLink userErrors { message } }
    }`,
    { record },
  );
  const { saved } = data as { saved: { previewLink: string; userErrors: object[] } };
  expect([slug, saved.userErrors]).toEqual([slug, []]);
  return saved.previewLink.slice(saved.previewLink.indexOf('/preview'));
}

// This test is the last one, because it retires entries that the other tests read.
it('every text in another language is marked on pages of retired entries and drafts, in any kind', async () => {
  const unmarked: Record<string, string[]> = {};
  const fallbackCounts = { 200: 0, 410: 0 };
  const look = async (locales: readonly string[], path: string, status: keyof typeof fallbackCounts) => {
    for (const locale of locales) {
      const body = await page(`/${locale}${path}`, { status });
      const found = [...finders.get(locale)!(body), ...unmarkedTexts(body), ...unmarkedImageTexts(body)];
      if (found.length > 0) unmarked[`/${locale}${path}`] = found;
      if (/<main[\s\S]*class="la"/.test(body)) fallbackCounts[status] += 1;
    }
  };
  for (const [index, kind] of server.app.services.model.kinds.entries()) {
    const first = index % LOCALES.length;
    const locales = [...LOCALES, ...LOCALES].slice(first, first + LOCALES_OF_KIND);
    const checkedTexts = await withdraw(kind);
    if (!checkedTexts) continue;
    await look(locales, textPagePath(kind, checkedTexts.slug), 410);
    await look(locales, `/${kind.singular}/${checkedTexts.slug}/history`, 200);
    await look(locales, await saveAsDraft(kind, checkedTexts), 200);
  }
  expect(unmarked).toEqual({});
  // At least some pages must contain fallback texts.
  expect(Math.min(...Object.values(fallbackCounts))).toBeGreaterThan(5 * LOCALES_OF_KIND);
});
