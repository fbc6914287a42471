import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EditingServer } from '../authoring/editing-server.js';
import { startCrawledSite } from './crawled-site.js';
import { ContentTexts } from './content-texts.js';
import { pageReader } from './read-page.js';

let server: EditingServer;
let texts: ContentTexts;
beforeAll(async () => {
  server = await startCrawledSite();
  texts = await ContentTexts.read(server.app);
});
afterAll(() => server.close());

const page = pageReader(() => server.app);

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

it('composed titles mark languages word by word, in charts, descriptions and tables', async () => {
  await removeTranslations('eurostat-asylum-applicants');
  const body = await page('/fr/q/series?indicator=eurostat-asylum-applicants&area=IT');
  const english = (name: string) => `<${name} lang="en">All citizenships</${name}>`;
  expect(body).toContain(`<h1>Demandeurs d&#39;asile, Italie, ${english('span')}</h1>`);
  expect(body).toContain(`<title>Demandeurs d'asile, Italie, ${english('span')}</title>`);
  expect(body).toMatch(new RegExp(`<text[^>]*>Demandeurs d'asile, Italie, ${english('tspan')}</text>`));
  expect(body).toContain(`<dd>${english('span')}</dd>`);
  expect(await page('/q/series?indicator=eurostat-asylum-applicants&area=IT')).not.toMatch(/lang="en">All/);
});

it('a question lists its languages, and marks texts in another one', async () => {
  const english = await page('/q/deaths-on-a-route-by-month');
  expect(english).toMatch(/>Español\s*<small>aún sin traducir<\/small>/);
  expect(english).not.toContain('class="notice"');
  const spanish = await page('/es/q/deaths-on-a-route-by-month');
  expect(spanish).toMatch(/<div class="notice"><p>Algunas partes de esta página aún no existen en español/);
  // The question of a series is not an entry, and exists in all locales.
  expect(await page('/q/series?indicator=eurostat-asylum-applicants&area=IT')).not.toMatch(/<small>[^<]*tradu/);
});

it('columns are in the locale of the page, and untranslated names in English', async () => {
  const german = (await page('/de/q/found-illegally-present-by-citizenship')).replace(/\s+/g, ' ');
  expect(german).toContain('>Staatsangehörigkeit (<span lang="en">one</span>)');
  expect(await page('/it/q/what-changed-this-week')).toContain('>Tipo di scheda</th>');
});

it.each(['fr', 'de', 'es', 'it'])(
  'texts of a question in another language than its page are marked, on the page in %s',
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
    const find = texts.finder(locale);
    const unmarked: Record<string, string[]> = {};
    const series = '/q/series?indicator=eurostat-asylum-applicants&area=IT';
    for (const path of ['/q', series, ...slugs.map((slug) => `/q/${slug}`)]) {
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
